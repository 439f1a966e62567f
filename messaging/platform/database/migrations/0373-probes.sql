-- As before, and of a blast that waits for a gateway to come back one message at a time: the probe that ends the pause.
CREATE OR REPLACE FUNCTION claim_recipients(p_blast integer, p_gateway text, p_limit integer)
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
  SELECT status, pause_reason, canary_passed, budget_paise, halting_code, tries, trial_choice INTO b
  FROM blast WHERE id = p_blast;
  IF b.halting_code IS NOT NULL OR b.status IS DISTINCT FROM 'running'
    AND NOT (b.status = 'paused' AND b.pause_reason = 'gateway-busy' AND p_limit = 1) THEN RETURN; END IF;
  IF EXISTS (SELECT FROM blast_gateway AS g
    WHERE g.blast_id = p_blast AND g.gateway = p_gateway AND g.stopped_by IS NOT NULL) THEN RETURN; END IF;
  IF b.budget_paise IS NOT NULL THEN
    -- One claim after the other; each segment at the price of its time and gateway (computeCosts in
    -- messaging/phone/blasts/blast.ts), and the tests.
    PERFORM FROM blast WHERE id = p_blast FOR NO KEY UPDATE;
    SELECT g.price_paise INTO price FROM blast_gateway AS g WHERE g.blast_id = p_blast AND g.gateway = p_gateway;
    IF price > 0 THEN
      SELECT coalesce(sum(cost.paise), 0) INTO spent FROM (
        SELECT g.cost_before_paise + g.price_paise * greatest(0, coalesce((
          SELECT sum(t.segments) FROM blast_tally AS t
          WHERE t.blast_id = p_blast AND t.gateway = g.gateway AND t.status NOT IN ('planned', 'skipped', 'failed')
        ), 0) - g.segments_before) AS paise
        FROM blast_gateway AS g WHERE g.blast_id = p_blast
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
      WHERE blast_id = p_blast AND canary AND status = 'planned' AND gateway = p_gateway
        AND (not_before IS NULL OR not_before <= clock_timestamp())
      ORDER BY place LIMIT p_limit FOR UPDATE SKIP LOCKED
    );
  ELSIF b.tries AND b.trial_choice IS NULL THEN
    free := ARRAY(
      SELECT id FROM blast_recipient
      WHERE blast_id = p_blast AND lot IS NOT NULL AND status = 'planned' AND gateway = p_gateway
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
    SELECT CASE trial_choice WHEN 'a' THEN draft->'texts' WHEN 'b' THEN draft#>'{trial,texts}' END INTO chosen
    FROM blast WHERE id = p_blast;
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
