-- Who changed what. Rows are only added; each one's hash covers the one before (messaging/database/audit-chain.ts).
CREATE TABLE audit_entry (
  id bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  -- Null where no officer acted: the role then says service, command-line or citizen.
  actor_id text,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  district text,
  -- json and not jsonb: the hash covers the very text.
  before json,
  after json,
  request_id text,
  previous text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id);

-- Where the chain ends: found by it when rows at the end are missing. Its row lock lets one writer on at a time.
CREATE TABLE audit_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO audit_head (id, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only added to: % on % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_head SET id = NEW.id, hash = NEW.hash
  WHERE id = NEW.id - 1 AND hash = NEW.previous;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Expected the next entry of the audit log, got entry %', NEW.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_append BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_append();
CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_keep BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
-- The head moves with a new entry, which is one trigger further in, and not by itself.
CREATE TRIGGER audit_head_follow BEFORE UPDATE ON audit_head
  FOR EACH STATEMENT WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION audit_refuse();
