-- Pictures of cuttings that press notes appeared in. The file is DATA_DIR/cuttings/<first two digits>/<sha256>.jpg; several
-- rows may share it. A row outlives its appearance until the hourly job has deleted its file.
CREATE TABLE press_note_cutting (
  appearance_id integer NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (appearance_id, sha256)
);
CREATE INDEX press_note_cutting_uploaded ON press_note_cutting (uploaded_at);
INSERT INTO press_note_cutting (appearance_id, sha256, uploaded_by, uploaded_at)
  SELECT id, cutting, recorded_by, recorded_at FROM press_note_appearance WHERE cutting IS NOT NULL;
