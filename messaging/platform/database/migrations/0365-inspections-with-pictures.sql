-- An inspection that finds a board counts by its live pictures. One of before that counts by the officer's word, as it did then.
ALTER TABLE board_inspection ADD COLUMN capture uuid, ADD COLUMN by_word boolean NOT NULL DEFAULT true;
ALTER TABLE board_inspection ALTER COLUMN by_word SET DEFAULT false;
