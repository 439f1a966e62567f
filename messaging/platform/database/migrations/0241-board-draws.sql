-- Boards drawn each week for an office above to look at. The hash of a seed is public a week before anything is drawn by it.
CREATE TABLE board_draw (
  -- A Monday.
  week date PRIMARY KEY,
  seed text NOT NULL,
  hash text NOT NULL,
  committed_at timestamptz NOT NULL,
  -- All that it was drawn from, and what was: keys of stations. Null until the week begins.
  fresh text[],
  standing text[],
  drawn text[]
);
