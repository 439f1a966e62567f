-- The day on which the register of directions was taken over: what is repeated is owed from then on. Until headquarters has set
-- one it is the day on which the installation was made.
CREATE TABLE direction_takeover (
  id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  installed_on date NOT NULL,
  day date,
  set_by text,
  set_at timestamptz,
  CHECK ((day IS NULL) = (set_by IS NULL) AND (day IS NULL) = (set_at IS NULL))
);
INSERT INTO direction_takeover (installed_on)
  SELECT coalesce(min(applied_at AT TIME ZONE 'Asia/Kolkata'), now() AT TIME ZONE 'Asia/Kolkata')::date FROM migration;
CREATE TRIGGER direction_taken_over AFTER UPDATE ON direction_takeover
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
CREATE TRIGGER direction_takeover_moves_progress AFTER UPDATE ON direction_takeover
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();

-- Nothing more is awaited of it.
ALTER TABLE direction_occurrence DROP CONSTRAINT direction_occurrence_status_check;
ALTER TABLE direction_occurrence ADD CONSTRAINT direction_occurrence_status_check
  CHECK (status IN ('in-progress', 'submitted', 'accepted', 'returned', 'not-applicable', 'closed'));
ALTER TABLE direction_step DROP CONSTRAINT direction_step_action_check;
ALTER TABLE direction_step ADD CONSTRAINT direction_step_action_check
  CHECK (action IN ('submit', 'forward', 'accept', 'return', 'set-aside', 'close', 'reopen'));

-- A point orders something or changes what an earlier one ordered; when it is owed is said as in the campaign's data.
UPDATE direction_point SET terms = (terms - 'day' - 'monthDay') || jsonb_build_object('kind', 'order', 'rhythm',
  CASE terms->>'rhythm'
    WHEN 'by-day' THEN jsonb_build_object('kind', 'once', 'by', terms->'day')
    WHEN 'monthly' THEN jsonb_build_object('kind', 'every', 'period', 'month', 'day', terms->'monthDay', 'month', 1,
      'dated', true, 'chosenDay', false, 'reports', 'month-before', 'openDays', 4)
    ELSE jsonb_build_object('kind', terms->>'rhythm')
  END)
  WHERE terms IS NOT NULL;
-- What an amended direction has to move: points that hold count for the score.
CREATE TRIGGER direction_point_moves_progress AFTER UPDATE ON direction_point
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
