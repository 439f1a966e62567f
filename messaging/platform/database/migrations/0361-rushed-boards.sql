-- Boards of which more is drawn: live pictures taken in a rush, or among the first of an account.
ALTER TABLE board_draw ADD COLUMN rushed text[] NOT NULL DEFAULT '{}';
