-- Copies of live pictures by which the comparison with the artwork is tuned, kept where the officer agreed; all but the board
-- itself is blurred in them.
CREATE TABLE board_specimen (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  station text NOT NULL,
  likeness text NOT NULL,
  kept_by text NOT NULL,
  kept_at timestamptz NOT NULL,
  picture bytea NOT NULL
);
-- Whether the officer agreed to it before the pictures were taken.
ALTER TABLE board_capture ADD COLUMN may_keep boolean NOT NULL DEFAULT false;
