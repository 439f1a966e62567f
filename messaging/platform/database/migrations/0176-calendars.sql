-- Calendars of what an office owes, behind an address that is a secret. They belong to the office, whoever made them. The secret
-- itself is kept nowhere.
CREATE TABLE direction_calendar (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- campaigns/directions/occurrence-key.ts: district:agra, branch:crime, hq
  office text NOT NULL CHECK (office <> ''),
  token_sha256 text NOT NULL UNIQUE CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  revoked_by text,
  revoked_at timestamptz,
  last_used_on date,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
-- One at a time: a new address ends the one before.
CREATE UNIQUE INDEX direction_calendar_office ON direction_calendar (office) WHERE revoked_at IS NULL;

-- What an entry last said, and how often it changed: programs take a changed entry over by its SEQUENCE.
CREATE TABLE direction_calendar_entry (
  office text NOT NULL,
  entry text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sequence integer NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (office, entry)
);
