-- Processes that run the installation, each saying twice a minute that it is there.
CREATE TABLE process_seen (
  host text NOT NULL,
  pid integer NOT NULL,
  part text NOT NULL CHECK (part IN ('both', 'public', 'console', 'worker')),
  -- Whether it sends messages and letters.
  sends boolean NOT NULL,
  version text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (host, pid)
);

-- Backups that were made, and drills in which one was restored beside the installation, counted and thrown away.
CREATE TABLE backup_made (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  made_at timestamptz NOT NULL DEFAULT now(),
  folder text NOT NULL,
  encrypted boolean NOT NULL,
  row_count bigint NOT NULL,
  file_count integer NOT NULL
);
CREATE TABLE restore_drill (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  drilled_at timestamptz NOT NULL DEFAULT now(),
  backup_of timestamptz,
  row_count bigint NOT NULL,
  file_count integer NOT NULL,
  seconds real NOT NULL,
  -- What went wrong; null where the backup was whole.
  fault text
);
