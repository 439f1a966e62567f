-- The second officer who accepted a new name; null for a correction of spelling, and for names of before there was one.
ALTER TABLE station_correction ADD COLUMN checked_by text;
