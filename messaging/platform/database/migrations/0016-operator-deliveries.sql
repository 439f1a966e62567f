-- Totals that an operator reports for a pack that it sent itself.
CREATE TABLE operator_delivery (
  operator text NOT NULL,
  day date NOT NULL,
  district text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'ivr')),
  sent integer NOT NULL CHECK (sent >= 0),
  delivered integer NOT NULL CHECK (delivered BETWEEN 0 AND sent),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (operator, day, district, channel)
);
