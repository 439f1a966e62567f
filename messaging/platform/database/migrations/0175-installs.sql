-- Installs that the app itself reports, by the code in its store referrer. The secret of a key is kept nowhere: it follows
-- from the key's id and the installation's own secret.
CREATE TABLE install_key (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-z]{12}$'),
  place text NOT NULL CHECK (place IN ('server', 'app')),
  daily_limit integer NOT NULL CHECK (daily_limit BETWEEN 1 AND 1000000),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  revoked_by text,
  revoked_at timestamptz
);

-- A random number that an app drew, as its hash: so that one install counts once. It goes when no report of that time is taken any more.
CREATE TABLE install_seen (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  taken_on date NOT NULL
);
CREATE INDEX install_seen_day ON install_seen (taken_on);

CREATE TABLE install_by_code (
  day date NOT NULL, -- on which the install began
  code text NOT NULL,
  channel text NOT NULL,
  district text NOT NULL, -- empty for a code of the whole state
  station text NOT NULL, -- empty for a code that is of no station
  version text NOT NULL,
  key_id text NOT NULL REFERENCES install_key,
  installs integer NOT NULL DEFAULT 0,
  PRIMARY KEY (code, day, version, key_id)
);
CREATE INDEX install_by_code_district ON install_by_code (district, day);

-- What a key brought on a day of the service: its limit, and how the progress sees that something came.
CREATE TABLE install_key_day (
  key_id text NOT NULL REFERENCES install_key,
  day date NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  PRIMARY KEY (day, key_id)
);
