-- A recording of a script: a radio spot, a prompt of the call, the film's voice. Its files lie in the room `takes` of the store.
CREATE TABLE take (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  script text NOT NULL,
  -- Of the text that was to be said: another text makes the take void. Empty where the script has none.
  text_sha256 text NOT NULL,
  -- Folder of its files; part of public addresses, so that nobody guesses it.
  key uuid NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('refused', 'mastered')),
  -- As the sender calls the file, and its form.
  name text NOT NULL,
  type text NOT NULL CHECK (type IN ('wav', 'mp3', 'mov', 'ogg')),
  figures jsonb NOT NULL,
  findings jsonb NOT NULL,
  -- Loudness, length and files of the master; null where there is none.
  master jsonb,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Taken back: it is played no longer.
  withdrawn_at timestamptz,
  CHECK ((status = 'mastered') = (master IS NOT NULL))
);
CREATE INDEX take_script ON take (script, id DESC);
