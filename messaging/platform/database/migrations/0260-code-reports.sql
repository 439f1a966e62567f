-- What citizens say of a station's code: something is stuck over it, it is damaged, it hangs elsewhere. The hash tells the
-- visitors of a day apart: its salt dies at midnight, and it is forgotten then. Nothing else is kept of who said it.
CREATE TABLE code_report (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL,
  district text NOT NULL,
  station text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('stuck-over', 'damaged', 'elsewhere')),
  day date NOT NULL,
  visitor bigint,
  resolved_at timestamptz
);
CREATE UNIQUE INDEX code_report_visitor ON code_report (code, day, visitor);
CREATE INDEX code_report_open ON code_report (district, day) WHERE resolved_at IS NULL;
