-- What the registrar said of headers and templates, as officers entered it; the latest word counts. An approval counts
-- once a second officer has confirmed it, what takes one away at once. Rows are only added.
CREATE TABLE registration (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('header', 'template')),
  name text NOT NULL,
  details jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('applied', 'approved', 'refused', 'suspended')),
  since date NOT NULL,
  entered_by text NOT NULL,
  entered_by_id text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  confirmed_by text,
  confirmed_at timestamptz,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX registration_name ON registration (kind, name, id);
