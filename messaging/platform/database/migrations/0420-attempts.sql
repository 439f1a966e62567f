-- Tries of secrets, and what is done of which only so much is taken: how often, in a window that begins with the first.
-- `subject` is an account, or the keyed hash of an address; a row ends with its window.
CREATE TABLE attempt (
  what text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('key', 'account', 'client', 'network', 'used')),
  subject text NOT NULL,
  tries integer NOT NULL,
  until timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (what, scope, subject)
);
-- Wrong tries after which an account or an address had to wait: many within an hour are an alert.
CREATE TABLE attempt_lock (
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  what text NOT NULL
);
CREATE INDEX attempt_lock_at ON attempt_lock (at);

-- Counts a try before it is judged, of each scope or of none: where one is locked, nothing is counted and its rest is
-- returned. However many come at once, no more than `p_most` are counted, as each waits for the row. From that many on
-- a scope is locked until its window ends, or, where it `grows`, for 1, 2, 4 minutes and at most 30.
CREATE FUNCTION count_attempt(
  p_what text, p_scopes text[], p_subjects text[], p_most integer[], p_seconds integer[], p_grows boolean[]
) RETURNS TABLE (counted boolean, scope text, subject text, tries integer, pause double precision)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_key text;
  v_subjects text[];
BEGIN
  SELECT subject INTO v_key FROM attempt WHERE what = '' AND scope = 'key' ORDER BY subject LIMIT 1;
  IF v_key IS NULL THEN
    -- Once for an installation; no backup has it.
    INSERT INTO attempt VALUES ('', 'key', gen_random_uuid()::text || gen_random_uuid()::text, 0, 'infinity')
      RETURNING subject INTO v_key;
  END IF;
  SELECT array_agg(CASE WHEN n.scope IN ('client', 'network')
      THEN encode(sha256(convert_to(v_key || n.subject, 'UTF8')), 'hex') ELSE n.subject END ORDER BY n.at)
    INTO v_subjects FROM unnest(p_scopes, p_subjects) WITH ORDINALITY AS n (scope, subject, at);

  FOR i IN 1..2 LOOP
    RETURN QUERY SELECT false, a.scope, a.subject, a.tries,
        extract(epoch FROM a.locked_until - clock_timestamp())::double precision
      FROM attempt AS a JOIN unnest(p_scopes, v_subjects) AS n (scope, subject) USING (scope, subject)
      WHERE a.what = p_what AND a.locked_until > clock_timestamp() ORDER BY a.locked_until DESC LIMIT 1;
    IF FOUND THEN RETURN; END IF;
    IF i = 1 THEN
      -- Locks the rows, in one order, so that no two wait for each other; another one may have locked a scope meanwhile.
      INSERT INTO attempt AS a (what, scope, subject, tries, until)
        SELECT p_what, n.scope, n.subject, 0, '-infinity' FROM unnest(p_scopes, v_subjects) AS n (scope, subject)
        ORDER BY n.scope, n.subject ON CONFLICT ON CONSTRAINT attempt_pkey DO UPDATE SET tries = a.tries;
    END IF;
  END LOOP;

  RETURN QUERY UPDATE attempt AS a
    SET tries = n.tries, until = n.until, locked_until = CASE
      WHEN n.tries < n.most THEN NULL
      WHEN n.grows THEN clock_timestamp() + interval '1 minute' * least(30, power(2, least(n.tries - n.most, 5)))
      ELSE n.until END
    FROM (
      SELECT b.scope, b.subject, g.most, g.grows,
        CASE WHEN b.until <= clock_timestamp() THEN 1 ELSE b.tries + 1 END AS tries,
        CASE WHEN b.until <= clock_timestamp() THEN clock_timestamp() + g.seconds * interval '1 second' ELSE b.until END
          AS until
      FROM attempt AS b JOIN unnest(p_scopes, v_subjects, p_most, p_seconds, p_grows)
        AS g (scope, subject, most, seconds, grows) USING (scope, subject)
      WHERE b.what = p_what
    ) AS n
    WHERE a.what = p_what AND a.scope = n.scope AND a.subject = n.subject
    RETURNING true, a.scope, a.subject, a.tries,
      coalesce(extract(epoch FROM a.locked_until - clock_timestamp()), 0)::double precision;
END $$;

-- Counted by it now.
DROP TABLE sign_in_attempt;
DROP TABLE rate_limit;
-- A code of the own number is tried as often as the account may.
ALTER TABLE test_number_code DROP tries;
