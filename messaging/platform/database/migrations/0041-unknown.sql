-- When the provider's listing first did not show a message whose answer was lost: by the provider's clock, and by ours.
-- Only a later listing, by both clocks, proves that it was never taken.
ALTER TABLE blast_recipient ADD absent_provider_at timestamptz, ADD absent_at timestamptz;
-- A gateway that says "later" for days is asked more than 32,767 times.
ALTER TABLE blast_recipient ALTER attempt TYPE integer;

-- One retry of a blast at most: a second one would send again to those whom the first has reached. One that was stopped
-- before it began has reached nobody.
CREATE UNIQUE INDEX blast_retry_once ON blast (parent_id)
  WHERE status NOT IN ('draft', 'submitted') AND NOT (status = 'stopped' AND started_at IS NULL);
