-- Messages and calls that real gateways took, by the day (Asia/Kolkata) on which they were submitted: what the
-- progress counts. The emulator reaches nobody, so nothing of it is here. A shard a connection, as in blast_tally.
CREATE TABLE phone_day (
  day date NOT NULL,
  district text NOT NULL, -- empty for recipients of no known district
  channel text NOT NULL CHECK (channel IN ('sms', 'ivr')),
  shard smallint NOT NULL,
  sent bigint NOT NULL,
  delivered bigint NOT NULL,
  PRIMARY KEY (day, district, channel, shard)
) WITH (fillfactor = 50);

CREATE FUNCTION phone_day_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Training costs this look only.
  IF NOT EXISTS (
    SELECT FROM (SELECT DISTINCT blast_id FROM new_rows) AS touched
    JOIN blast ON blast.id = touched.blast_id WHERE blast.gateway <> 'emulator'
  ) THEN RETURN NULL; END IF;
  INSERT INTO phone_day AS p (day, district, channel, shard, sent, delivered)
  SELECT (changes.submitted_at AT TIME ZONE 'Asia/Kolkata')::date, coalesce(changes.district, ''), blast.channel,
    pg_backend_pid() % 16, sum(sign), sum(CASE WHEN changes.status = 'delivered' THEN sign ELSE 0 END)
  FROM (
    SELECT blast_id, submitted_at, district, status, 1 AS sign FROM new_rows
    WHERE status IN ('accepted', 'undelivered', 'delivered')
    UNION ALL
    SELECT blast_id, submitted_at, district, status, -1 FROM old_rows
    WHERE status IN ('accepted', 'undelivered', 'delivered')
  ) AS changes JOIN blast ON blast.id = changes.blast_id
  WHERE blast.gateway <> 'emulator' AND changes.submitted_at IS NOT NULL
  GROUP BY 1, 2, 3
  HAVING sum(sign) <> 0 OR sum(CASE WHEN changes.status = 'delivered' THEN sign ELSE 0 END) <> 0
  ORDER BY 1, 2, 3
  ON CONFLICT (day, district, channel, shard) DO UPDATE
    SET sent = p.sent + excluded.sent, delivered = p.delivered + excluded.delivered;
  RETURN NULL;
END $$;

CREATE TRIGGER blast_recipient_day AFTER UPDATE ON blast_recipient
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION phone_day_update();
