-- Where a conversation stands whose provider brings nothing of it back: its last step, by a key that tells it from others
-- and holds no number. Deleted an hour after its last word.
CREATE TABLE flow_place (
  conversation text PRIMARY KEY,
  step jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flow_place_at ON flow_place (at);
