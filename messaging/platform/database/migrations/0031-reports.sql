-- What was read: a store's report, or one figure that HQ was given.
CREATE TABLE report (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Of the unpacked content: the same content again, under any name, is not read again.
  content_hash text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  dimension text,
  month text NOT NULL,
  way text NOT NULL CHECK (way IN ('upload', 'folder', 'command', 'entry', 'sample')),
  -- Everything that the file says, also what does not count as downloads.
  days jsonb NOT NULL,
  read_by text NOT NULL,
  read_at timestamptz NOT NULL,
  -- Taken back: its figures count no longer, and it may be read again.
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX report_content ON report (content_hash) WHERE withdrawn_at IS NULL;

-- Every figure that was read, also those that a later one replaced.
CREATE TABLE reading (
  report_id integer NOT NULL REFERENCES report ON DELETE CASCADE,
  source text NOT NULL CHECK (source IN ('play', 'app-store', 'manual')),
  day date NOT NULL,
  value bigint NOT NULL CHECK (value >= 0),
  -- Name of the file, or who gave the figure.
  given_by text NOT NULL,
  PRIMARY KEY (report_id, source, day)
);
CREATE INDEX reading_day ON reading (source, day);
