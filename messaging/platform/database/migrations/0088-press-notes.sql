-- Press notes of cases registered through the app (letter of 30.03.2019, para 2). A text with a finding that blocks is never
-- stored here.
CREATE TABLE press_note (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('counts', 'story', 'appeal')),
  -- campaigns/press-notes/note-fields.ts
  fields jsonb NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'waiting', 'checked', 'issued', 'cancelled')),
  -- Findings that were let stand, each with its reason.
  overrules jsonb NOT NULL DEFAULT '[]',
  -- Ids of all who wrote or submitted it: none of them is its second officer.
  makers text[] NOT NULL,
  made_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  cleared_by text,
  -- Why the second officer sent it back, or why it was cancelled.
  remark text NOT NULL DEFAULT '',
  -- One series a district and year; a cancelled note keeps its number.
  year smallint,
  number integer CHECK (number > 0),
  issued_on date,
  issued_by text,
  -- The note as it went out.
  content jsonb,
  version integer NOT NULL DEFAULT 1,
  sample boolean NOT NULL DEFAULT false,
  UNIQUE (district, year, number),
  CHECK ((status IN ('issued', 'cancelled')) = (number IS NOT NULL AND year IS NOT NULL AND content IS NOT NULL))
);
CREATE INDEX press_note_district ON press_note (district, id);
CREATE INDEX press_note_waiting ON press_note (id) WHERE status = 'waiting';
-- Two notes of the same month would tell by their difference what neither shows.
CREATE UNIQUE INDEX press_note_one_month ON press_note (district, (fields ->> 'month'))
  WHERE kind = 'counts' AND status = 'issued';

-- The last number that was given; its row is locked by whoever issues, so that the series has no gap.
CREATE TABLE press_note_series (
  district text NOT NULL,
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (district, year)
);

-- Where a note was printed. Each is an activity, which the progress counts.
CREATE TABLE press_note_appearance (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  note_id integer NOT NULL REFERENCES press_note,
  activity_id bigint NOT NULL REFERENCES activity,
  paper text NOT NULL CHECK (paper <> ''),
  day date NOT NULL,
  -- SHA-256 of the cutting's picture in the room `cuttings`.
  cutting text CHECK (cutting ~ '^[0-9a-f]{64}$'),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (note_id, paper, day)
);
