-- Serials of short codes that belong to an installation: drawn for its blasts, or taken over from the codes.csv of one of its
-- machines. The campaign's own are committed in its codes.csv and never stand here (messaging/short-codes/).
CREATE TABLE short_code (
  serial integer PRIMARY KEY,
  -- Grows in the order of commits, since whoever adds a row holds a lock until then: readers ask for what came after.
  place bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  scope text NOT NULL CHECK (scope IN ('state', 'district', 'station', 'blast')),
  district text NOT NULL DEFAULT '',
  station text NOT NULL DEFAULT '',
  -- Of a blast: what App Store Connect counts it under.
  id text NOT NULL DEFAULT '',
  drawn_at timestamptz NOT NULL DEFAULT now()
);
