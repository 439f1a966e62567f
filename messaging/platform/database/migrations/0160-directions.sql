-- The register of directions. What is owed is computed (campaigns/directions/); here stands what somebody touched of it.
CREATE TABLE direction_occurrence (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- campaigns/directions/occurrence-key.ts: 2B/zone:agra/2019-03
  obligation text NOT NULL,
  office text NOT NULL,
  period text NOT NULL,
  status text NOT NULL CHECK (status IN ('in-progress', 'submitted', 'accepted', 'returned', 'not-applicable')),
  -- As it stands now: what was last saved or handed in.
  details text NOT NULL DEFAULT '',
  figures jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  -- Day of the first submission by the campaign's clock: what it was late by is counted to it.
  submitted_on date,
  -- Ids of all who wrote or handed it in: none of them decides on it.
  makers text[] NOT NULL DEFAULT '{}',
  made_by text NOT NULL DEFAULT '',
  -- The zone has seen this submission and sent it on.
  forwarded boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL DEFAULT now(),
  sample boolean NOT NULL DEFAULT false,
  UNIQUE (obligation, office, period),
  CHECK ((status IN ('submitted', 'accepted')) <= (submitted_on IS NOT NULL))
);
CREATE INDEX direction_occurrence_office ON direction_occurrence (office);
CREATE INDEX direction_occurrence_open ON direction_occurrence (id) WHERE status = 'submitted';

-- Every submission as it was handed in, and every decision on it.
CREATE TABLE direction_step (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurrence_id integer NOT NULL REFERENCES direction_occurrence ON DELETE CASCADE,
  action text NOT NULL CHECK (action IN ('submit', 'forward', 'accept', 'return', 'set-aside', 'reopen')),
  -- Of a submission.
  details text NOT NULL DEFAULT '',
  figures jsonb NOT NULL DEFAULT '{}',
  files jsonb NOT NULL DEFAULT '[]',
  -- Of a decision.
  remark text NOT NULL DEFAULT '',
  by_name text NOT NULL,
  by_role text NOT NULL,
  -- Headquarters entered it for the office.
  on_behalf boolean NOT NULL DEFAULT false,
  day date NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX direction_step_occurrence ON direction_step (occurrence_id, id);

-- Papers of an occurrence, in the room `directions` under their hash.
CREATE TABLE direction_file (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurrence_id integer NOT NULL REFERENCES direction_occurrence ON DELETE CASCADE,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL CHECK (name <> ''),
  type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  -- Taken off by its office; a submission that has it keeps it.
  removed_at timestamptz,
  UNIQUE (occurrence_id, sha256)
);

-- What started a clock: the end of an election, the first posting of a station's head. No names of persons.
CREATE TABLE direction_event (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  day date NOT NULL,
  -- Empty for the whole state.
  district text NOT NULL DEFAULT '',
  -- Id within the district; empty where it is of no one station.
  station text NOT NULL DEFAULT '',
  remark text NOT NULL DEFAULT '',
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  sample boolean NOT NULL DEFAULT false
);

-- The day from which a paper's computed dates count, where headquarters set another than the meeting's.
CREATE TABLE direction_base (
  paper text PRIMARY KEY,
  day date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  set_by text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT now()
);

-- Meetings after those of the campaign's data, and their directions. One counts only once a person has checked it.
CREATE TABLE direction_meeting (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  number text NOT NULL DEFAULT '',
  day date NOT NULL,
  -- The minutes as they were pasted; each point is a part of it.
  minutes text NOT NULL,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  sample boolean NOT NULL DEFAULT false
);
CREATE TABLE direction_point (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id integer NOT NULL REFERENCES direction_meeting ON DELETE CASCADE,
  position integer NOT NULL,
  point text NOT NULL,
  quote text NOT NULL CHECK (quote <> ''),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'checked', 'dropped')),
  -- Title, what is owed, owners, apps, rhythm: campaigns/directions/meeting-points.ts
  terms jsonb,
  checked_by text,
  checked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (meeting_id, position),
  CHECK ((status = 'checked') <= (terms IS NOT NULL AND checked_by IS NOT NULL))
);

-- What was answered counts in the score of districts.
CREATE TRIGGER direction_moves_progress AFTER INSERT OR UPDATE OR DELETE ON direction_occurrence
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
