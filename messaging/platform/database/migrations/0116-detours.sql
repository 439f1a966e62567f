-- Codes that lead elsewhere for a while: all of a channel, or one. What is approved holds from its first to its last moment.
CREATE TABLE detour (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text,
  channel text,
  target text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'submitted' CHECK (status IN ('submitted', 'approved', 'returned', 'withdrawn', 'ended')),
  drafted_by_id text NOT NULL,
  drafted_by text NOT NULL,
  decided_by text,
  decided_at timestamptz,
  remark text NOT NULL DEFAULT '',
  ended_by text,
  made_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((code IS NULL) <> (channel IS NULL)),
  CHECK (valid_until > valid_from)
);
CREATE INDEX detour_approved ON detour (id) WHERE status = 'approved';
