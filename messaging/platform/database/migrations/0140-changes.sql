-- What changed lately, so that every process tells the consoles that are open to it: no names, no numbers, no words.
-- Each statement that changes something leaves one row a district; the processes read it each second and forget it.
CREATE UNLOGGED TABLE change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  -- Number of the one thing that changed; empty where several did.
  subject text NOT NULL,
  -- District; empty for the whole state.
  area text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX change_at ON change (at);

CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, subject, area)
  SELECT TG_ARGV[0], CASE WHEN count(*) = 1 THEN min(id)::text ELSE '' END, coalesce(district, '')
  FROM changed GROUP BY coalesce(district, '');
  RETURN NULL;
END $$;
CREATE FUNCTION tell_state_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, subject, area)
  SELECT TG_ARGV[0], CASE WHEN count(*) = 1 THEN min(id)::text ELSE '' END, ''
  FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE TRIGGER activity_entered AFTER INSERT ON activity REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('activity');
CREATE TRIGGER activity_changed AFTER UPDATE ON activity REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('activity');
CREATE TRIGGER blast_drafted AFTER INSERT ON blast REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('blast');
CREATE TRIGGER blast_changed AFTER UPDATE ON blast REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('blast');
CREATE TRIGGER press_note_written AFTER INSERT ON press_note REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('press-note');
CREATE TRIGGER press_note_changed AFTER UPDATE ON press_note REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_change('press-note');
CREATE TRIGGER report_read AFTER INSERT ON report REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('report');
CREATE TRIGGER report_changed AFTER UPDATE ON report REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('report');
CREATE TRIGGER take_recorded AFTER INSERT ON take REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('take');
CREATE TRIGGER alert_opened AFTER INSERT ON alert REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('alert');
CREATE TRIGGER alert_changed AFTER UPDATE ON alert REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('alert');
