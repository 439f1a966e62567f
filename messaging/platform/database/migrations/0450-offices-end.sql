-- An office that headquarters added has accounts, gets another name and ends. Its word in accounts and in what it owed is
-- never another office's, so a row stays.
ALTER TABLE direction_office RENAME COLUMN id TO area;
ALTER TABLE direction_office DROP CONSTRAINT direction_office_pkey;
ALTER TABLE direction_office
  ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended')),
  ADD COLUMN ended_by text,
  ADD COLUMN ended_at timestamptz,
  ADD CONSTRAINT direction_office_area UNIQUE (area),
  ADD CONSTRAINT direction_office_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL AND ended_by IS NOT NULL));
CREATE TRIGGER direction_office_changed AFTER UPDATE ON direction_office
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
