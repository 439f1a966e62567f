-- The salt of the day, made by the first process that needs it and shared by all: with it one visitor's requests have one
-- hash. It goes when its day is over. Unlogged, so that no write-ahead log, replica or archive keeps it longer; after a crash
-- the processes that have it in memory put it back.
CREATE UNLOGGED TABLE day_salt (
  day date PRIMARY KEY,
  salt bytea NOT NULL CHECK (octet_length(salt) = 32),
  made_at timestamptz NOT NULL DEFAULT now()
);
