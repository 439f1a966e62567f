-- What the hourly job deleted, until the day is over and the audit log has it in one entry.
CREATE TABLE retention_tally (
  day date NOT NULL,
  what text NOT NULL,
  deleted bigint NOT NULL CHECK (deleted > 0),
  PRIMARY KEY (day, what)
);

-- Breaches of personal data (DPDP Act 2023, section 8(6)): what happened, and who was told when.
CREATE TABLE breach (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  what text NOT NULL CHECK (what <> ''),
  -- When it happened, as far as that is known, and when the office came to know of it: the clock starts then.
  happened_at timestamptz,
  known_at timestamptz NOT NULL,
  -- Whose data, in words, and of how many people; null while nobody knows.
  whose text NOT NULL CHECK (whose <> ''),
  people integer CHECK (people >= 0),
  measures text NOT NULL DEFAULT '',
  board_told_at timestamptz,
  people_told_at timestamptz,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  sample boolean NOT NULL DEFAULT false
);
