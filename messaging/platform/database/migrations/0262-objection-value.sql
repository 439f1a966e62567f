-- A figure moves on: what it was when the district objected stands with the objection.
ALTER TABLE figure_objection ADD COLUMN value double precision;
