-- An entry is named by its number, as those of other records are; the app's team names a key by its twelve signs.
ALTER TABLE install_key RENAME COLUMN id TO key;
ALTER TABLE install_key ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY UNIQUE;
