-- "Print this one": an officer's word on one file as it was. A file that is made anew has another hash and no approval.
CREATE TABLE print_approval (
  path text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  district text NOT NULL,
  station text NOT NULL,
  artwork text NOT NULL,
  approved_by text NOT NULL,
  approved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (path, sha256)
);
CREATE INDEX print_approval_district ON print_approval (district);

-- One row: whether files that nobody approved go out with the stamp.
CREATE TABLE print_rule (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  approval_required boolean NOT NULL DEFAULT false,
  changed_by text,
  changed_at timestamptz
);
INSERT INTO print_rule DEFAULT VALUES;

-- What preflight said of a file, by its hash: asked once.
CREATE TABLE print_check (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  findings jsonb NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT now()
);
