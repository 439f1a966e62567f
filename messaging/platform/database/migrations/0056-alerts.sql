-- What somebody must look at. One row from when a cause is first seen until it is gone.
CREATE TABLE alert (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  -- The machine that sees the cause; empty for what every machine sees alike.
  host text NOT NULL DEFAULT '',
  detail text NOT NULL DEFAULT '',
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz
);
CREATE UNIQUE INDEX alert_open ON alert (kind, subject, host) WHERE closed_at IS NULL;

-- Who is told outside the console, and whether that succeeded.
CREATE TABLE alert_notice (
  alert_id integer NOT NULL REFERENCES alert ON DELETE CASCADE,
  event text NOT NULL CHECK (event IN ('opened', 'closed')),
  channel text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (alert_id, event, channel)
);
