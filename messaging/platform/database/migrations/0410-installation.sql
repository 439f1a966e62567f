-- Which installation this database belongs to; its data folders note the same id. One row, written at the first start.
CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);

-- Why a backup is not what it should be; null for one that continues those before it.
ALTER TABLE backup_made ADD COLUMN fault text;
