-- When the process that takes a list in last said that it is at it: the rows of one that is silent go within the hour.
ALTER TABLE audience ADD COLUMN upload_seen_at timestamptz NOT NULL DEFAULT now();
