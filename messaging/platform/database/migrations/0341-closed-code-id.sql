-- An entry is named by its number, as those of other records are.
ALTER TABLE closed_code ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY UNIQUE;
