-- A recording waits until a second officer has heard it; those that are played stay so.
ALTER TABLE take DROP CONSTRAINT take_status_check, DROP CONSTRAINT take_check;
ALTER TABLE take ADD CHECK (status IN ('refused', 'waiting', 'mastered')), ADD CHECK ((status = 'refused') = (master IS NULL));
-- Accounts to which one that waits was sent.
ALTER TABLE take ADD COLUMN heard_by text[] NOT NULL DEFAULT '{}';
