-- Purchase orders of a district's prints; money in paise.
CREATE TABLE purchase_order (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  -- One series a district and year.
  year smallint NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  vendor text NOT NULL CHECK (vendor <> ''),
  due_on date,
  gst_percent smallint CHECK (gst_percent BETWEEN 0 AND 28),
  ordered_by text NOT NULL,
  ordered_at timestamptz NOT NULL DEFAULT now(),
  ordered_on date NOT NULL,
  held_by text,
  held_reason text NOT NULL DEFAULT '',
  cancelled_by text,
  cancelled_reason text NOT NULL DEFAULT '',
  UNIQUE (district, year, number)
);
CREATE TABLE purchase_order_series (
  district text NOT NULL,
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (district, year)
);

-- What goes to one station in one piece. The code on its label opens its page.
CREATE TABLE parcel (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id integer NOT NULL REFERENCES purchase_order,
  district text NOT NULL,
  station text NOT NULL,
  code text NOT NULL UNIQUE,
  dispatched_at timestamptz,
  -- An officer's name, or empty for the vendor.
  dispatched_by text,
  received_at timestamptz,
  received_by text
);
CREATE INDEX parcel_order ON parcel (order_id);
CREATE INDEX parcel_station ON parcel (district, station);

CREATE TABLE purchase_order_line (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id integer NOT NULL REFERENCES purchase_order,
  parcel_id integer NOT NULL REFERENCES parcel,
  station text NOT NULL,
  artwork text NOT NULL,
  -- The file as it was ordered.
  path text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
  place text NOT NULL DEFAULT '',
  unit text NOT NULL CHECK (unit IN ('sq-ft', 'piece')),
  rate_paise integer NOT NULL CHECK (rate_paise BETWEEN 0 AND 10000000),
  area_centi_sq_ft integer NOT NULL CHECK (area_centi_sq_ft >= 0),
  -- The line whose print is made once more, and why.
  reprint_of integer REFERENCES purchase_order_line,
  reprint_reason text CHECK (reprint_reason IN ('torn', 'stolen', 'renamed', 'other')),
  reprint_words text NOT NULL DEFAULT '',
  added_by text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX purchase_order_line_order ON purchase_order_line (order_id);
