-- Papers of activities: screening and broadcast certificates, cuttings. The file is
-- DATA_DIR/attachments/<activity>/<field>-<sha256>.jpg, a picture of the paper without anything else that was in the file.
-- A row outlives its activity until the hourly job has deleted its file.
CREATE TABLE activity_attachment (
  activity_id bigint NOT NULL,
  field text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (activity_id, field, sha256)
);
CREATE INDEX activity_attachment_uploaded ON activity_attachment (uploaded_at);

-- Overlapping entries of a cinema are looked for by their last day.
CREATE INDEX activity_cinema ON activity (day) WHERE kind = 'film';
