-- Links by which a printer works without an account: for one order, or for all of a district. The secret itself is kept nowhere.
CREATE TABLE vendor_link (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  order_id integer REFERENCES purchase_order,
  token_sha256 text NOT NULL UNIQUE CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_by text,
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX vendor_link_district ON vendor_link (district);

-- How often a file was taken by a link, each version for itself.
CREATE TABLE vendor_download (
  link_id integer NOT NULL REFERENCES vendor_link,
  path text NOT NULL,
  sha256 text NOT NULL,
  count integer NOT NULL DEFAULT 0,
  last_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (link_id, path, sha256)
);
