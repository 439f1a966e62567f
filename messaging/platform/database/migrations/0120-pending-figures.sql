-- Totals that one officer alone does not put before the public: a fall, or a rise far above the usual. Nothing here is
-- read by the progress; what a second officer accepts becomes a report.
CREATE TABLE pending_figure (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  -- The report as it would be stored: messaging/reports/report-figures.ts.
  report jsonb NOT NULL,
  -- Why it waits: campaigns/tracker/figure-check.ts.
  findings jsonb NOT NULL,
  reason text NOT NULL,
  way text NOT NULL,
  -- Null where no officer brought it: the inbox folder, the command on the server.
  made_by_id text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'accepted', 'refused')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text NOT NULL DEFAULT '',
  report_id integer REFERENCES report ON DELETE SET NULL,
  CHECK ((state = 'pending') = (decided_at IS NULL))
);
-- The same content waits once.
CREATE UNIQUE INDEX pending_figure_content ON pending_figure ((report->>'contentHash')) WHERE state = 'pending';

-- Who accepted a report that one officer alone could not store, and why it was brought.
ALTER TABLE report ADD COLUMN accepted_by text;
ALTER TABLE report ADD COLUMN reason text NOT NULL DEFAULT '';
