-- Every request for a registered code, once. `id` is given by the spool.
CREATE TABLE scan (
  id bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  platform smallint NOT NULL,     -- place in scanPlatforms, messaging/scans/scan.ts
  visitor_kind smallint NOT NULL, -- place in visitorKinds; 0 is a person, and alone is counted
  code text NOT NULL
);

-- Who was counted for a code on a day; hashes with the day's salt, dropped when the day is over.
CREATE TABLE scan_visitor (
  day date NOT NULL,
  visitor bigint NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (day, code, visitor)
);

CREATE TABLE scan_by_code (
  day date NOT NULL,
  code text NOT NULL,
  channel text NOT NULL,
  district text NOT NULL, -- empty for a code of the whole state or of a blast
  scans integer NOT NULL DEFAULT 0,
  visitors integer NOT NULL DEFAULT 0,
  not_counted integer NOT NULL DEFAULT 0,
  PRIMARY KEY (code, day)
);
CREATE INDEX scan_by_code_district ON scan_by_code (district, day);

CREATE TABLE scan_by_district (
  day date NOT NULL,
  district text NOT NULL,
  channel text NOT NULL,
  scans integer NOT NULL DEFAULT 0,
  visitors integer NOT NULL DEFAULT 0,
  android integer NOT NULL DEFAULT 0,
  ios integer NOT NULL DEFAULT 0,
  PRIMARY KEY (day, district, channel)
);
