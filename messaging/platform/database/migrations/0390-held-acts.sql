-- Acts that one officer alone does not do: they change nothing until a second officer accepts them.
CREATE TABLE held_act (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  -- Noun and id, as the audit log names it.
  subject text NOT NULL,
  -- Null for what belongs to no district.
  district text,
  input jsonb NOT NULL,
  -- What it would change, as its maker saw it: campaigns/held-acts/effect.ts.
  effect jsonb NOT NULL,
  reason text NOT NULL,
  -- The officer with the office of that day; 'service' or 'command-line' where none brought it.
  maker jsonb NOT NULL,
  made_by text NOT NULL,
  made_by_id text,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  decided_reason text NOT NULL DEFAULT '',
  CHECK ((state = 'waiting') = (decided_at IS NULL))
);
-- One of a kind waits for each thing.
CREATE UNIQUE INDEX held_act_waiting ON held_act (kind, subject) WHERE state = 'waiting';
