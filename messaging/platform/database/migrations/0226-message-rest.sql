-- A message of which some parts were taken and the others surely not written: the next submission sends those only.
CREATE TABLE message_rest (
  recipient_id bigint PRIMARY KEY REFERENCES blast_recipient ON DELETE CASCADE,
  -- The submission that sent the parts; the next one goes on from it, and no later one.
  attempt smallint NOT NULL,
  -- By which a phone puts the parts together.
  reference integer NOT NULL,
  places smallint[] NOT NULL,
  ids text[] NOT NULL
);
