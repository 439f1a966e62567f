-- A database with a row here is one of practice, for ever: its data folder says so too.
CREATE TABLE practice (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  since timestamptz NOT NULL DEFAULT now()
);
