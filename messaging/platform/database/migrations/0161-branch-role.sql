-- A branch of headquarters is an office with an area of its own: campaigns/offices/role.ts.
ALTER TABLE person DROP CONSTRAINT person_check;
ALTER TABLE person ADD CONSTRAINT person_area
  CHECK ((role IN ('district', 'range', 'zone', 'branch')) = (area IS NOT NULL));
