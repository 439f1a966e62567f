-- Visitors of a code whom the score counts: each once a day and district, however many codes there. Filled when the day is over
-- and its visitors are forgotten; null before, and for days of earlier versions.
ALTER TABLE scan_by_code ADD COLUMN visits integer;

-- Scans of the board within a minute of its inspection: filled a while after it, when all of them are stored.
ALTER TABLE board_inspection ADD COLUMN code text, ADD COLUMN scans_beside integer;
CREATE INDEX board_inspection_uncounted ON board_inspection (inspected_at) WHERE scans_beside IS NULL;
CREATE INDEX scan_at ON scan USING brin (at) WITH (pages_per_range = 32);
