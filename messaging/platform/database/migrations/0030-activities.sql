-- Pictures of boards. The file is DATA_DIR/photos/<first two digits>/<sha256>.jpg, stripped of what the phone wrote in.
CREATE TABLE activity_photo (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- Of the file as it was handed in: the same one again is known by it.
  source_sha256 text NOT NULL UNIQUE,
  district text NOT NULL,
  station text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  -- Where and when it was taken, as the phone says.
  taken_at timestamptz,
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  codes text[] NOT NULL,
  -- campaigns/activities/fingerprint.ts
  hash bytea NOT NULL CHECK (length(hash) = 32),
  core_hash bytea NOT NULL CHECK (length(core_hash) = 32),
  thumb bytea NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE activity (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  -- Empty for the whole state.
  district text NOT NULL,
  station text,
  day date NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  remark text NOT NULL DEFAULT '',
  status text NOT NULL CHECK (status IN ('entered', 'waiting', 'verified', 'approved', 'rejected', 'withdrawn')),
  -- Status before it was withdrawn.
  restores_to text,
  reason text NOT NULL DEFAULT '',
  photo text REFERENCES activity_photo,
  version integer NOT NULL DEFAULT 1,
  sample boolean NOT NULL DEFAULT false,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((kind = 'board') = (station IS NOT NULL))
);
CREATE UNIQUE INDEX activity_one_board ON activity (district, station) WHERE kind = 'board' AND status <> 'withdrawn';
CREATE INDEX activity_district ON activity (district, kind, day);
CREATE INDEX activity_open ON activity (district, id) WHERE status IN ('entered', 'waiting');

-- Every state of an activity, the first and the last included.
CREATE TABLE activity_version (
  activity_id bigint NOT NULL REFERENCES activity ON DELETE CASCADE,
  version integer NOT NULL,
  action text NOT NULL,
  state jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (activity_id, version)
);
