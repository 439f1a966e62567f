-- An officer who stands in for another one of the same office, both days included.
CREATE TABLE deputy (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Whom the deputy stands in for.
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  deputy_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  first_day date NOT NULL,
  last_day date NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  -- Before its last day; set at once where one officer only took over what another one left.
  ended_at timestamptz,
  CHECK (last_day >= first_day)
);
CREATE INDEX deputy_person ON deputy (person_id);
CREATE INDEX deputy_deputy ON deputy (deputy_id);

-- Whom the officer of this session stands in for now.
ALTER TABLE session ADD COLUMN stands_in_for text REFERENCES person ON DELETE SET NULL;

-- For whom the officer acted, where it was for another one; covered by the row's hash.
ALTER TABLE audit_entry
  ADD COLUMN actor_for_id text,
  ADD COLUMN actor_for_name text;
