-- A list whose numbers nobody has: it goes to no real gateway, and is taken away with the other sample data.
ALTER TABLE audience ADD COLUMN sample boolean NOT NULL DEFAULT false;
ALTER TABLE operator_delivery ADD COLUMN sample boolean NOT NULL DEFAULT false;

-- How many numbers are on the do-not-disturb list; counting millions for every look would take seconds.
CREATE TABLE do_not_disturb_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  numbers bigint NOT NULL,
  changed_at timestamptz
);
INSERT INTO do_not_disturb_state (numbers) SELECT count(*) FROM do_not_disturb;

-- Where COPY puts an upload before it becomes the list. Nothing is lost with it.
CREATE UNLOGGED TABLE do_not_disturb_upload (
  upload uuid NOT NULL,
  msisdn bigint NOT NULL
);
CREATE INDEX do_not_disturb_upload_upload ON do_not_disturb_upload (upload);

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

-- What was sent before this table was there.
INSERT INTO phone_day (day, district, channel, shard, sent, delivered)
SELECT (r.submitted_at AT TIME ZONE 'Asia/Kolkata')::date, coalesce(r.district, ''), blast.channel, 0, count(*),
  count(*) FILTER (WHERE r.status = 'delivered')
FROM blast_recipient AS r JOIN blast ON blast.id = r.blast_id
WHERE blast.gateway <> 'emulator' AND r.status IN ('accepted', 'undelivered', 'delivered') AND r.submitted_at IS NOT NULL
GROUP BY 1, 2, 3;

-- An operator's totals count as soon as they are taken. Reports are few, so that the one row is no bottleneck.
CREATE FUNCTION operator_delivery_moves_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE progress_version SET version = version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER operator_delivery_moves_progress AFTER INSERT OR UPDATE OR DELETE ON operator_delivery
  FOR EACH STATEMENT EXECUTE FUNCTION operator_delivery_moves_progress();
