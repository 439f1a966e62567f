-- The station of a number's owner, as a list says it: a number of two bytes, so that a row of millions hardly grows.
CREATE TABLE station_number (
  number smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  station text NOT NULL,
  UNIQUE (district, station)
);

ALTER TABLE audience_upload ADD station text;
ALTER TABLE audience_member ADD station smallint;
-- Null once the number was deleted, as the number is.
ALTER TABLE blast_recipient ADD station smallint;
