-- Two texts against each other: the second text, the share of the list that each goes to, and how long their links are
-- waited for; null for a blast of one text.
ALTER TABLE blast ADD trial jsonb;
-- The links of the two, so that what they bring is told apart from what the rest brings.
ALTER TABLE blast ADD trial_codes text[];
-- When the last of them went out, and which text an officer then chose for the rest.
ALTER TABLE blast ADD trial_sent_at timestamptz;
ALTER TABLE blast ADD trial_choice text CHECK (trial_choice IN ('a', 'b'));

-- Which of the two a recipient gets by lot; null for the rest, and where there is one text.
ALTER TABLE blast_recipient ADD lot text;
CREATE INDEX blast_recipient_trial ON blast_recipient (blast_id, place) WHERE status = 'planned' AND lot IS NOT NULL;

ALTER TABLE blast_class ADD lot text NOT NULL DEFAULT '', DROP CONSTRAINT blast_class_pkey,
  ADD PRIMARY KEY (blast_id, district, language, lot);

-- Figures by lot; empty for the rest.
ALTER TABLE blast_tally ADD lot text NOT NULL DEFAULT '', DROP CONSTRAINT blast_tally_pkey,
  ADD PRIMARY KEY (blast_id, shard, canary, gateway, lot, status, error_code);

CREATE OR REPLACE FUNCTION tally_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blast_tally AS t (blast_id, shard, canary, gateway, lot, status, error_code, recipients, segments)
  SELECT blast_id, pg_backend_pid() % 16, canary, coalesce(gateway, ''), coalesce(lot, ''), status,
    coalesce(error_code, ''), count(*), sum(segments)
  FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (blast_id, shard, canary, gateway, lot, status, error_code) DO UPDATE
    SET recipients = t.recipients + excluded.recipients, segments = t.segments + excluded.segments;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tally_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blast_tally AS t (blast_id, shard, canary, gateway, lot, status, error_code, recipients, segments)
  SELECT blast_id, pg_backend_pid() % 16, canary, gateway, lot, status, code, sum(sign), sum(sign * segments)
  FROM (
    SELECT blast_id, canary, coalesce(gateway, '') AS gateway, coalesce(lot, '') AS lot, status,
      coalesce(error_code, '') AS code, segments, 1 AS sign FROM new_rows
    UNION ALL
    SELECT blast_id, canary, coalesce(gateway, ''), coalesce(lot, ''), status, coalesce(error_code, ''), segments, -1
    FROM old_rows
  ) AS changes
  GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(sign) <> 0 OR sum(sign * segments) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (blast_id, shard, canary, gateway, lot, status, error_code) DO UPDATE
    SET recipients = t.recipients + excluded.recipients, segments = t.segments + excluded.segments;
  INSERT INTO blast_minute AS m (blast_id, minute, gateway, shard, sent, settled, failed)
  SELECT blast_id, date_trunc('minute', clock_timestamp()), gateway, pg_backend_pid() % 16,
    sum(sign * sent), sum(sign * settled), sum(sign * failed)
  FROM (
    SELECT blast_id, coalesce(gateway, '') AS gateway, 1 AS sign,
      (status >= 'accepted' AND status <> 'skipped')::int AS sent,
      (status >= 'failed')::int AS settled, (status IN ('failed', 'undelivered'))::int AS failed
    FROM new_rows
    UNION ALL
    SELECT blast_id, coalesce(gateway, ''), -1, (status >= 'accepted' AND status <> 'skipped')::int,
      (status >= 'failed')::int, (status IN ('failed', 'undelivered'))::int
    FROM old_rows
  ) AS changes
  GROUP BY 1, 3 HAVING sum(sign * sent) <> 0 OR sum(sign * settled) <> 0 OR sum(sign * failed) <> 0 ORDER BY 1, 3
  ON CONFLICT (blast_id, minute, gateway, shard) DO UPDATE SET
    sent = m.sent + excluded.sent, settled = m.settled + excluded.settled, failed = m.failed + excluded.failed;
  RETURN NULL;
END $$;

-- Until an officer has chosen, only those by lot are claimed.
CREATE OR REPLACE FUNCTION claim_recipients(p_blast integer, p_limit integer, p_gateway text DEFAULT NULL)
RETURNS TABLE (claimed_id bigint) LANGUAGE plpgsql AS $$
DECLARE
  b record;
  affordable bigint := p_limit;
  price bigint;
  spent bigint;
  free bigint[];
  picked bigint[];
  -- Texts that the rest gets, once an officer has chosen them.
  chosen jsonb;
BEGIN
  SELECT status, canary_passed, budget_paise, halting_code, trial IS NOT NULL AS tries, trial_choice INTO b
  FROM blast WHERE id = p_blast;
  IF b.status IS DISTINCT FROM 'running' OR b.halting_code IS NOT NULL THEN RETURN; END IF;
  IF EXISTS (SELECT FROM blast_gateway AS g
    WHERE g.blast_id = p_blast AND g.gateway = p_gateway AND g.stopped_by IS NOT NULL) THEN RETURN; END IF;
  IF b.budget_paise IS NOT NULL THEN
    -- Each segment at the price of its time and gateway (computeCosts in messaging/phone/blasts/blast.ts), and the tests.
    SELECT coalesce(price_paise, paise_per_segment) INTO price FROM blast WHERE id = p_blast FOR NO KEY UPDATE;
    price := coalesce((SELECT g.price_paise FROM blast_gateway AS g WHERE g.blast_id = p_blast AND g.gateway = p_gateway),
      price);
    IF price > 0 THEN
      SELECT coalesce(sum(cost.paise), 0) INTO spent FROM (
        SELECT each.cost_before + each.price * greatest(0, coalesce((
          SELECT sum(t.segments) FROM blast_tally AS t
          WHERE t.blast_id = p_blast AND t.gateway = each.gateway AND t.status NOT IN ('planned', 'skipped', 'failed')
        ), 0) - each.before) AS paise
        FROM (
          SELECT '' AS gateway, cost_before_paise AS cost_before, segments_before AS before,
            coalesce(price_paise, paise_per_segment) AS price FROM blast WHERE id = p_blast
          UNION ALL
          SELECT g.gateway, g.cost_before_paise, g.segments_before, g.price_paise FROM blast_gateway AS g
          WHERE g.blast_id = p_blast
        ) AS each
        UNION ALL
        SELECT m.paise FROM test_message AS m WHERE m.blast_id = p_blast AND m.status <> 'failed'
      ) AS cost;
      affordable := (b.budget_paise - spent) / price;
    END IF;
  END IF;
  -- A statement each, so that each has a partial index of its own.
  IF NOT b.canary_passed THEN
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND canary AND status = 'planned' AND gateway IS NOT DISTINCT FROM p_gateway
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  ELSIF b.tries AND b.trial_choice IS NULL THEN
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND lot IS NOT NULL AND status = 'planned' AND gateway IS NOT DISTINCT FROM p_gateway
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  ELSIF p_gateway IS NULL THEN
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND status = 'planned' AND gateway IS NULL
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  ELSE
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND status = 'planned' AND gateway = p_gateway
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  END IF;
  IF b.tries THEN
    SELECT CASE trial_choice WHEN 'a' THEN texts WHEN 'b' THEN trial->'texts' END INTO chosen FROM blast WHERE id = p_blast;
  END IF;
  -- The rest was planned with the longer of two texts; it costs what it gets.
  IF chosen IS NOT NULL THEN
    UPDATE blast_recipient AS r SET segments = (coalesce(chosen->r.language, chosen->'hi', chosen->'en')->>'segments')::smallint
    WHERE id = ANY (free) AND lot IS NULL
      AND segments <> (coalesce(chosen->r.language, chosen->'hi', chosen->'en')->>'segments')::smallint;
  END IF;
  SELECT array_agg(id) INTO picked FROM (
    SELECT id, sum(segments) OVER (ORDER BY place) AS running FROM blast_recipient WHERE id = ANY (free)
  ) AS priced
  WHERE b.budget_paise IS NULL OR price = 0 OR running <= affordable;
  IF picked IS NULL THEN RETURN; END IF;
  UPDATE blast_recipient SET status = 'claimed', changed_at = clock_timestamp() WHERE id = ANY (picked);
  RETURN QUERY SELECT unnest(picked);
END $$;
