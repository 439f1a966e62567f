-- A district's word on its stations: one row a station, as it shall be. What HQ holds is not published.
CREATE TABLE station_correction (
  district text NOT NULL,
  station text NOT NULL,
  action text NOT NULL CHECK (action IN ('checked', 'rename', 'add', 'remove')),
  name_hi text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  remark text NOT NULL DEFAULT '',
  held boolean NOT NULL DEFAULT false,
  -- Why HQ holds it.
  held_remark text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  by_id text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (district, station)
);
CREATE INDEX station_correction_latest ON station_correction (at DESC);

-- What a station fills in on its artwork, by the artwork's own fields.
CREATE TABLE station_own_field (
  district text NOT NULL,
  station text NOT NULL,
  field text NOT NULL CHECK (field ~ '^[a-z0-9-]+$'),
  value text NOT NULL,
  PRIMARY KEY (district, station, field)
);

-- What citizens say of a name. Nothing is kept of who said it.
CREATE TABLE name_report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  station text NOT NULL,
  -- The name as it stood then, and as it ought to be.
  shown text NOT NULL,
  suggested text NOT NULL,
  note text NOT NULL DEFAULT '',
  reported_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dismissed')),
  decided_by text,
  decided_at timestamptz
);
CREATE INDEX name_report_open ON name_report (district, reported_at) WHERE state = 'open';
