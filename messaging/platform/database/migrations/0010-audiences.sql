-- Numbers are kept as bigint: 91 and ten digits, without +.
CREATE TABLE audience (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  -- Why these people may be written to, where the list is from, and until when it may be kept.
  consent_basis text NOT NULL CHECK (consent_basis IN ('explicit-consent', 'service-user', 'public-duty')),
  source text NOT NULL CHECK (source <> ''),
  retain_until date NOT NULL,
  district text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Set when the upload is whole; an audience without it is not used.
  ready_at timestamptz,
  rows_read integer NOT NULL DEFAULT 0,
  -- A list whose numbers nobody has: it goes to no real gateway, and is taken away with the other sample data.
  sample boolean NOT NULL DEFAULT false
);

CREATE TABLE audience_member (
  audience_id integer NOT NULL REFERENCES audience ON DELETE CASCADE,
  msisdn bigint NOT NULL,
  district text,
  language text NOT NULL,
  -- On the do-not-disturb list when it was uploaded: kept, but not for promotional messages.
  dnd boolean NOT NULL,
  PRIMARY KEY (msisdn, audience_id)
);
CREATE INDEX audience_member_audience ON audience_member (audience_id);

-- Rows of an upload that were not taken, for the officer to download; gone with the audience.
CREATE TABLE audience_reject (
  audience_id integer NOT NULL REFERENCES audience ON DELETE CASCADE,
  row_number integer NOT NULL,
  reason text NOT NULL,
  value text NOT NULL
);
CREATE INDEX audience_reject_audience ON audience_reject (audience_id, row_number);

-- Where COPY puts an upload, members and rejects alike, before duplicates and opt-outs are taken out of it.
-- Nothing is lost with it.
CREATE UNLOGGED TABLE audience_upload (
  audience_id integer NOT NULL,
  row_number integer NOT NULL,
  msisdn bigint,
  district text,
  language text,
  reason text,
  value text
);
CREATE INDEX audience_upload_audience ON audience_upload (audience_id);
