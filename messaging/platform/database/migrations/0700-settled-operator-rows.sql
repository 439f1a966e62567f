-- A row that one officer replaces keeps what two had accepted, or what had stood for eight weeks.
ALTER TABLE operator_delivery ADD COLUMN settled_sent integer, ADD COLUMN settled_delivered integer,
  ADD COLUMN accepted_at timestamptz;
UPDATE operator_delivery SET accepted_at = recorded_at WHERE accepted_by IS NOT NULL;
