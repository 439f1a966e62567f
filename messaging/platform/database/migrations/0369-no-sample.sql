-- Sample data and figures were once in one database. What the sample left there goes with what officers entered while it was
-- loaded, which stood as real beside it and stayed when it was taken out. A backup is made before. Stays: whatever reached
-- phones by a real gateway, stopped numbers, accounts, orders and corrections, and the audit log.
CREATE TABLE practised AS
  SELECT at AS since, coalesce((SELECT min(taken.at) FROM audit_entry AS taken
    WHERE taken.action = 'sample.remove' AND taken.id > loaded.id), 'infinity') AS until
  FROM audit_entry AS loaded WHERE action = 'sample.load';
-- A database that was restored without its log.
INSERT INTO practised SELECT '-infinity', 'infinity' FROM progress_version
  WHERE sample_today IS NOT NULL AND NOT EXISTS (SELECT FROM practised);

-- While it was loaded the service lived on its day, the 12.04.2019; some moments are the database's own.
CREATE FUNCTION in_practice(at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM practised
    WHERE at BETWEEN since AND until OR at < timestamptz '2019-04-13 00:00+05:30')
$$;

DELETE FROM press_note_appearance WHERE
  note_id IN (SELECT id FROM press_note WHERE sample OR in_practice(changed_at))
  OR activity_id IN (SELECT id FROM activity WHERE sample OR in_practice(entered_at));
DELETE FROM press_note WHERE sample OR in_practice(changed_at);
DELETE FROM press_note_series AS s WHERE EXISTS (SELECT FROM practised) AND NOT EXISTS (
  SELECT FROM press_note AS n WHERE n.district = s.district AND n.year = s.year);
UPDATE press_note_series AS s SET last = (SELECT max(number) FROM press_note AS n
  WHERE n.district = s.district AND n.year = s.year) WHERE EXISTS (SELECT FROM practised);
DELETE FROM activity WHERE sample OR in_practice(entered_at);
DELETE FROM board_capture WHERE in_practice(issued_at);
DELETE FROM board_inspection WHERE in_practice(inspected_at);
DELETE FROM board_draw WHERE in_practice(committed_at);
DELETE FROM report WHERE way = 'sample' OR in_practice(read_at);
DELETE FROM curve_event WHERE entered_by = 'SAMPLE' OR in_practice(entered_at);
DELETE FROM service_outcome WHERE entered_by = 'SAMPLE' OR in_practice(entered_at);
DELETE FROM figure_objection WHERE in_practice(made_at);
DELETE FROM operator_delivery WHERE sample OR in_practice(recorded_at);
DELETE FROM direction_occurrence WHERE sample OR in_practice(changed_at);
DELETE FROM direction_event WHERE sample OR in_practice(entered_at);
DELETE FROM direction_meeting WHERE sample OR in_practice(entered_at);
DELETE FROM breach WHERE sample;
-- Real ones are counted on real days, which came later.
DELETE FROM scan_by_district WHERE day <= '2019-04-12' AND EXISTS (SELECT FROM practised);
DELETE FROM scan_by_code WHERE day <= '2019-04-12' AND EXISTS (SELECT FROM practised);
DELETE FROM install_by_code WHERE day <= '2019-04-12' AND EXISTS (SELECT FROM practised);
DELETE FROM install_key_day WHERE day <= '2019-04-12' AND EXISTS (SELECT FROM practised);
DELETE FROM phone_day WHERE day <= '2019-04-12' AND EXISTS (SELECT FROM practised);
-- Lists of numbers that nobody has, with the blasts to them.
CREATE TABLE sample_blast AS SELECT b.id FROM blast AS b JOIN audience AS a ON a.id = b.audience_id WHERE a.sample;
DELETE FROM link_request WHERE blast_id IN (SELECT id FROM sample_blast);
DELETE FROM test_message WHERE blast_id IN (SELECT id FROM sample_blast);
DELETE FROM blast_recipient WHERE blast_id IN (SELECT id FROM sample_blast);
DELETE FROM blast_tally WHERE blast_id IN (SELECT id FROM sample_blast);
DELETE FROM blast_minute WHERE blast_id IN (SELECT id FROM sample_blast);
DELETE FROM blast WHERE id IN (SELECT id FROM sample_blast);
DELETE FROM audience WHERE sample;
DELETE FROM opt_out WHERE msisdn BETWEEN 915000000001 AND 915000009999;
-- Else an act of practice would be accepted as a real one.
DO $$ BEGIN
  IF to_regclass('pending_figure') IS NOT NULL THEN
    DELETE FROM pending_figure WHERE state = 'pending' AND in_practice(made_at);
  END IF;
  IF to_regclass('held_act') IS NOT NULL THEN
    DELETE FROM held_act WHERE state = 'waiting' AND in_practice(made_at);
  END IF;
END $$;

UPDATE progress_version SET sample_today = NULL, version = version + 1;
-- The columns `sample` and `sample_today` are empty from here on; a later version takes them away.
DROP TABLE sample_blast;
DROP FUNCTION in_practice;
DROP TABLE practised;
