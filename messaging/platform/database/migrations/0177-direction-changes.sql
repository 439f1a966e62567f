-- What is owed tells its changes by office: consoles that are open read it anew. The register itself (events, base days,
-- later meetings) is everybody's.
CREATE FUNCTION tell_office_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, subject, area)
  SELECT TG_ARGV[0], CASE WHEN count(*) = 1 THEN min(id)::text ELSE '' END, office FROM changed GROUP BY office;
  RETURN NULL;
END $$;

CREATE TRIGGER direction_touched AFTER INSERT ON direction_occurrence REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_office_change('direction');
CREATE TRIGGER direction_changed AFTER UPDATE ON direction_occurrence REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_office_change('direction');
CREATE TRIGGER direction_event_entered AFTER INSERT ON direction_event REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('register');
CREATE TRIGGER direction_event_changed AFTER UPDATE ON direction_event REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('register');
CREATE TRIGGER direction_meeting_entered AFTER INSERT ON direction_meeting REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('register');
CREATE TRIGGER direction_point_changed AFTER UPDATE ON direction_point REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change('register');

-- A base day has no number: it is known by its paper.
CREATE FUNCTION tell_base_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, subject, area) VALUES ('register', '', '');
  RETURN NULL;
END $$;
CREATE TRIGGER direction_base_changed AFTER INSERT OR UPDATE OR DELETE ON direction_base
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
