-- In the order of messaging/ledger/recipient.ts: a later status is the greater one.
CREATE TYPE recipient_status AS ENUM (
  'planned', 'claimed', 'submitting', 'unknown', 'accepted', 'skipped', 'failed', 'undelivered', 'delivered'
);

-- The ledger: one row a recipient.
CREATE TABLE blast_recipient (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- When the status last changed, and when the last attempt was submitted.
  changed_at timestamptz NOT NULL DEFAULT now(),
  submitted_at timestamptz,
  not_before timestamptz,
  -- Null once the number was deleted, or its list's retention was over.
  msisdn bigint,
  blast_id integer NOT NULL REFERENCES blast,
  place integer NOT NULL,
  status recipient_status NOT NULL DEFAULT 'planned',
  segments smallint NOT NULL,
  attempt smallint NOT NULL DEFAULT 0,
  canary boolean NOT NULL,
  language text NOT NULL,
  district text,
  provider_id text,
  -- Earlier calls to the number that were busy or not answered: late news of them is no news.
  past_ids text[],
  error_code text
);
CREATE UNIQUE INDEX blast_recipient_once ON blast_recipient (msisdn, blast_id);
CREATE INDEX blast_recipient_waiting ON blast_recipient (blast_id, place) WHERE status = 'planned';
-- A thousand rows of millions: while they are waited for, nobody looks through the others.
CREATE INDEX blast_recipient_canary ON blast_recipient (blast_id, place) WHERE canary;
CREATE INDEX blast_recipient_unresolved ON blast_recipient (blast_id, changed_at)
  WHERE status IN ('claimed', 'submitting', 'unknown');

-- Live figures, kept by the triggers below. A shard a connection, so that workers do not wait for each other.
CREATE TABLE blast_tally (
  blast_id integer NOT NULL,
  shard smallint NOT NULL,
  canary boolean NOT NULL,
  status recipient_status NOT NULL,
  error_code text NOT NULL,
  recipients bigint NOT NULL,
  segments bigint NOT NULL,
  PRIMARY KEY (blast_id, shard, canary, status, error_code)
) WITH (fillfactor = 50);

CREATE TABLE blast_minute (
  blast_id integer NOT NULL,
  minute timestamptz NOT NULL,
  shard smallint NOT NULL,
  sent integer NOT NULL,
  settled integer NOT NULL,
  failed integer NOT NULL,
  PRIMARY KEY (blast_id, minute, shard)
) WITH (fillfactor = 50);

CREATE FUNCTION tally_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blast_tally AS t (blast_id, shard, canary, status, error_code, recipients, segments)
  SELECT blast_id, pg_backend_pid() % 16, canary, status, coalesce(error_code, ''), count(*), sum(segments)
  FROM new_rows GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (blast_id, shard, canary, status, error_code) DO UPDATE
    SET recipients = t.recipients + excluded.recipients, segments = t.segments + excluded.segments;
  RETURN NULL;
END $$;

CREATE FUNCTION tally_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blast_tally AS t (blast_id, shard, canary, status, error_code, recipients, segments)
  SELECT blast_id, pg_backend_pid() % 16, canary, status, code, sum(sign), sum(sign * segments)
  FROM (
    SELECT blast_id, canary, status, coalesce(error_code, '') AS code, segments, 1 AS sign FROM new_rows
    UNION ALL
    SELECT blast_id, canary, status, coalesce(error_code, ''), segments, -1 FROM old_rows
  ) AS changes
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (blast_id, shard, canary, status, error_code) DO UPDATE
    SET recipients = t.recipients + excluded.recipients, segments = t.segments + excluded.segments;
  INSERT INTO blast_minute AS m (blast_id, minute, shard, sent, settled, failed)
  SELECT blast_id, date_trunc('minute', clock_timestamp()), pg_backend_pid() % 16,
    sum(sign * sent), sum(sign * settled), sum(sign * failed)
  FROM (
    SELECT blast_id, 1 AS sign, (status >= 'accepted' AND status <> 'skipped')::int AS sent,
      (status >= 'failed')::int AS settled, (status IN ('failed', 'undelivered'))::int AS failed
    FROM new_rows
    UNION ALL
    SELECT blast_id, -1, (status >= 'accepted' AND status <> 'skipped')::int,
      (status >= 'failed')::int, (status IN ('failed', 'undelivered'))::int
    FROM old_rows
  ) AS changes
  GROUP BY 1 HAVING sum(sign * sent) <> 0 OR sum(sign * settled) <> 0 OR sum(sign * failed) <> 0 ORDER BY 1
  ON CONFLICT (blast_id, minute, shard) DO UPDATE SET
    sent = m.sent + excluded.sent, settled = m.settled + excluded.settled, failed = m.failed + excluded.failed;
  RETURN NULL;
END $$;

CREATE TRIGGER blast_recipient_insert AFTER INSERT ON blast_recipient
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_insert();
CREATE TRIGGER blast_recipient_update AFTER UPDATE ON blast_recipient
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_update();

-- Tests of a blast's text on the officer's own number; they cost what the text costs and count in its budget.
CREATE TABLE test_message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  blast_id integer NOT NULL REFERENCES blast,
  revision integer NOT NULL,
  person_id text NOT NULL,
  -- Null once the number was deleted.
  msisdn bigint,
  language text NOT NULL,
  -- On record as submitted before it leaves: one that stays so lost its answer.
  status recipient_status NOT NULL DEFAULT 'submitting',
  provider_id text,
  error_code text,
  segments smallint NOT NULL,
  paise integer NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX test_message_blast ON test_message (blast_id, id);
CREATE INDEX test_message_person ON test_message (person_id, at);
CREATE INDEX test_message_number ON test_message (msisdn);

-- Takes up to p_limit waiting recipients of a running blast for one worker. With a budget the blast's row is
-- locked, so that two workers never both spend what is left. Each statement of a function sees what others
-- committed before it, which one statement with the lock inside would not.
CREATE FUNCTION claim_recipients(p_blast integer, p_limit integer)
RETURNS TABLE (claimed_id bigint) LANGUAGE plpgsql AS $$
DECLARE
  b record;
  affordable bigint := p_limit;
  price bigint;
  spent bigint;
  free bigint[];
  picked bigint[];
BEGIN
  SELECT status, canary_passed, budget_paise, halting_code INTO b FROM blast WHERE id = p_blast;
  IF b.status IS DISTINCT FROM 'running' OR b.halting_code IS NOT NULL THEN RETURN; END IF;
  IF b.budget_paise IS NOT NULL THEN
    -- Each segment at the price of its time (costOf in messaging/blasts/blast.ts), and the tests.
    SELECT coalesce(price_paise, paise_per_segment), cost_before_paise, segments_before
    INTO price, spent, affordable FROM blast WHERE id = p_blast FOR NO KEY UPDATE;
    IF price > 0 THEN
      SELECT spent + coalesce(sum(paise), 0) INTO spent FROM test_message
      WHERE blast_id = p_blast AND status <> 'failed';
      SELECT (b.budget_paise - spent) / price - greatest(0, coalesce(sum(segments), 0) - affordable) INTO affordable
      FROM blast_tally
      WHERE blast_id = p_blast AND status NOT IN ('planned', 'skipped', 'failed');
    END IF;
  END IF;
  -- Two statements, so that each has a partial index of its own.
  IF b.canary_passed THEN
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND status = 'planned' AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  ELSE
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND canary AND status = 'planned'
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  END IF;
  SELECT array_agg(id) INTO picked FROM (
    SELECT id, sum(segments) OVER (ORDER BY place) AS running FROM blast_recipient WHERE id = ANY (free)
  ) AS priced
  WHERE b.budget_paise IS NULL OR price = 0 OR running <= affordable;
  IF picked IS NULL THEN RETURN; END IF;
  UPDATE blast_recipient SET status = 'claimed', changed_at = clock_timestamp() WHERE id = ANY (picked);
  RETURN QUERY SELECT unnest(picked);
END $$;
