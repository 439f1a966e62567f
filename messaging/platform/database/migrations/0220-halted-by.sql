-- Codes that have halted a blast: whom one of them refused was no fault of the number, and a retry reaches them.
ALTER TABLE blast ADD COLUMN halted_by text[] NOT NULL DEFAULT '{}';
