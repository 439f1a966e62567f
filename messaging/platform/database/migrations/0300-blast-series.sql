-- How a blast comes again, as it was drafted: its rhythm, its end, and the texts of later days.
ALTER TABLE blast ADD repeat jsonb;

-- Rounds of a blast that comes again, written when it is approved: the first is the blast itself, each later one becomes a
-- blast of its own on its day. Nobody's number stands here.
CREATE TABLE blast_round (
  -- The blast that was approved with all of them.
  series_id integer NOT NULL REFERENCES blast ON DELETE CASCADE,
  number smallint NOT NULL,
  at timestamptz NOT NULL,
  -- What has not begun by then is missed.
  start_before timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'waiting'
    CHECK (status IN ('waiting', 'begun', 'held', 'missed', 'skipped', 'stopped')),
  -- Only those whom the first round reached.
  after_first boolean NOT NULL,
  most_recipients integer NOT NULL,
  most_paise bigint NOT NULL,
  -- Why it is held, as [{ hi, en }].
  reasons jsonb NOT NULL DEFAULT '[]',
  blast_id integer UNIQUE REFERENCES blast ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (series_id, number)
);
CREATE INDEX blast_round_waiting ON blast_round (at) WHERE status = 'waiting';
