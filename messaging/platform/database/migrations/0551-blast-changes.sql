-- Status changes of blasts that the webhook is still to be told, each with what the blast was then.
CREATE TABLE blast_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  blast_id integer NOT NULL REFERENCES blast ON DELETE CASCADE,
  status text NOT NULL,
  pause_reason text,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX blast_change_of ON blast_change (blast_id, id);
CREATE FUNCTION note_blast_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blast_change (blast_id, status, pause_reason) VALUES (NEW.id, NEW.status, NEW.pause_reason);
  RETURN NULL;
END $$;
CREATE TRIGGER blast_tells_new AFTER INSERT ON blast FOR EACH ROW EXECUTE FUNCTION note_blast_change();
CREATE TRIGGER blast_tells_change AFTER UPDATE OF status, pause_reason ON blast FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.pause_reason IS DISTINCT FROM NEW.pause_reason)
  EXECUTE FUNCTION note_blast_change();
