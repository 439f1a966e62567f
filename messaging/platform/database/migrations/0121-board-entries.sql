-- A phone sends an entry again when the answer to it was lost: the same key of the same officer is the same entry.
CREATE TABLE entry_key (
  person_id text NOT NULL,
  key uuid NOT NULL,
  -- Null only inside the transaction that enters it.
  activity_id bigint REFERENCES activity ON DELETE CASCADE,
  -- What was answered, to be answered again: the proof of its picture.
  proof jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key)
);
CREATE INDEX entry_key_at ON entry_key (at);

-- Place and time that a phone sent beside a picture which it had made smaller: its word, where the file itself has none.
ALTER TABLE activity_photo ADD COLUMN claimed boolean NOT NULL DEFAULT false;

-- `appealed`: its picture was refused, and the office asks the zone all the same. It counts for nothing until then.
ALTER TABLE activity DROP CONSTRAINT activity_status_check;
ALTER TABLE activity ADD CONSTRAINT activity_status_check
  CHECK (status IN ('entered', 'waiting', 'appealed', 'verified', 'approved', 'rejected', 'withdrawn'));
-- Why its picture does not stand by itself, and why the office hands it in all the same: PhotoDoubt of
-- campaigns/activities/proof.ts. The zone sees the other picture beside it.
ALTER TABLE activity ADD COLUMN doubt jsonb;
CREATE INDEX activity_doubt_photo ON activity ((doubt->>'photo')) WHERE doubt IS NOT NULL;
DROP INDEX activity_open;
CREATE INDEX activity_open ON activity (district, id) WHERE status IN ('entered', 'waiting', 'appealed');

-- Whom a picture of another station was named to as the same as theirs: they may see it.
CREATE TABLE photo_match (
  person_id text NOT NULL,
  sha256 text NOT NULL REFERENCES activity_photo ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, sha256)
);
