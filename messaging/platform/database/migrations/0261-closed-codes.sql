-- Codes whose scans lead to a page that says why, and not to the app. Who closed and opened one stands in the audit log.
CREATE TABLE closed_code (
  code text PRIMARY KEY,
  -- Empty for a code of the whole state.
  district text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('misused', 'gone', 'misprinted')),
  remark text NOT NULL,
  -- The office that may open it again, with its district.
  role text NOT NULL,
  closed_by text NOT NULL,
  closed_at timestamptz NOT NULL
);
