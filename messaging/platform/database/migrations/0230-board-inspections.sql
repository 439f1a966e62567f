-- A board at which an officer stood: it hangs, hangs damaged, or is not there. The code was scanned from it or typed.
CREATE TABLE board_inspection (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  station text NOT NULL,
  state text NOT NULL CHECK (state IN ('hangs', 'damaged', 'missing')),
  remark text NOT NULL DEFAULT '',
  inspected_by text NOT NULL,
  -- The office: a second one's word weighs more than that of the district which hung it.
  role text NOT NULL,
  inspected_at timestamptz NOT NULL
);
CREATE INDEX board_inspection_latest ON board_inspection (district, station, inspected_at DESC);
