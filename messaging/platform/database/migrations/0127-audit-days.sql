-- The log is read by day.
CREATE INDEX audit_entry_at ON audit_entry (at);
