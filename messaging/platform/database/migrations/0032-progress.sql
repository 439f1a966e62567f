-- Moves with every change of what the progress shows, except scans. Every process looks at it.
CREATE TABLE progress_version (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint NOT NULL,
  -- Set while the installation holds sample data: the day that its clock shows.
  sample_today date
);
INSERT INTO progress_version (version) VALUES (1);

CREATE FUNCTION progress_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE progress_version SET version = version + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER activity_moves_progress AFTER INSERT OR UPDATE OR DELETE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
CREATE TRIGGER report_moves_progress AFTER INSERT OR UPDATE OR DELETE ON report
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
-- An operator's totals count as soon as they are taken. Reports are few, so that the one row is no bottleneck.
CREATE TRIGGER operator_delivery_moves_progress AFTER INSERT OR UPDATE OR DELETE ON operator_delivery
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
