-- A third officer knows who holds this account; void again when somebody is given a key to it.
ALTER TABLE person
  ADD COLUMN confirmed_by text,
  ADD COLUMN confirmed_at timestamptz,
  ADD CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));

-- Two accounts that signed in from one browser, the smaller id first.
CREATE TABLE shared_device (
  person_a text NOT NULL REFERENCES person ON DELETE CASCADE,
  person_b text NOT NULL REFERENCES person ON DELETE CASCADE,
  first_at timestamptz NOT NULL DEFAULT now(),
  last_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_a, person_b)
);
