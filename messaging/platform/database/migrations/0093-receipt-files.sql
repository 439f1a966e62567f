-- Delivery reports that came as files, for blasts over gateways that send no receipts. Only counts stay of them.
CREATE TABLE receipt_file (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  blast_id integer NOT NULL REFERENCES blast ON DELETE CASCADE,
  file_name text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'read', 'applying', 'applied', 'discarded')),
  rows_read integer NOT NULL DEFAULT 0,
  faulty integer NOT NULL DEFAULT 0,
  not_ours integer NOT NULL DEFAULT 0,
  -- Recipients of the blast that it tells of, and those of them whose status it changes.
  recipients integer NOT NULL DEFAULT 0,
  changes integer NOT NULL DEFAULT 0,
  -- [{ status, code, recipients }] of the changes
  outcomes jsonb NOT NULL DEFAULT '[]',
  -- How far it is applied, in the order of recipients, and how many have changed by it.
  applied_to bigint NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  applied_by text,
  applied_at timestamptz
);
CREATE INDEX receipt_file_blast ON receipt_file (blast_id, id);

-- Where COPY puts a file. When it is read, only rows that were not taken stay, without a number. Nothing is lost with it.
CREATE UNLOGGED TABLE receipt_file_row (
  file_id integer NOT NULL,
  row_number integer NOT NULL,
  msisdn bigint,
  provider_id text,
  status recipient_status,
  code text,
  at timestamptz,
  -- Why it is not taken, and the cell, masked.
  fault text,
  found text,
  recipient_id bigint
);
CREATE INDEX receipt_file_row_file ON receipt_file_row (file_id);

-- What a file that was read will change, until it is applied.
CREATE UNLOGGED TABLE receipt_file_update (
  file_id integer NOT NULL,
  recipient_id bigint NOT NULL,
  status recipient_status NOT NULL,
  provider_id text,
  code text,
  PRIMARY KEY (file_id, recipient_id)
);
