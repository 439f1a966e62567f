-- Named selections of a list, for blasts to come. Who is in one is asked anew each time; nobody's number stands here.
CREATE TABLE target_group (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  audience_id integer NOT NULL REFERENCES audience ON DELETE CASCADE,
  -- Null for all.
  districts text[],
  language text,
  -- Only those whom an earlier blast reached, or only the others.
  reached boolean,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX target_group_audience ON target_group (audience_id);
