-- Papers of the register whose rows are gone, with what they lay under: the hourly job of messaging/retention/ deletes their files.
-- A row goes with its occurrence too (sample data), and no statement that deletes one has the files at hand.
CREATE TABLE direction_file_gone (
  occurrence_id integer NOT NULL,
  sha256 text NOT NULL,
  gone_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (occurrence_id, sha256)
);
CREATE FUNCTION direction_file_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO direction_file_gone (occurrence_id, sha256) VALUES (OLD.occurrence_id, OLD.sha256) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER direction_file_leaves AFTER DELETE ON direction_file FOR EACH ROW EXECUTE FUNCTION direction_file_leaves();
