-- WhatsApp is one more channel of a blast.
ALTER TABLE blast DROP CONSTRAINT blast_channel_check,
  ADD CONSTRAINT blast_channel_check CHECK (channel IN ('sms', 'ivr', 'whatsapp')),
  -- The SMS for those who have no WhatsApp: { category, texts, gateway, paisePerSegment }.
  ADD COLUMN fallback jsonb;
ALTER TABLE phone_day DROP CONSTRAINT phone_day_channel_check,
  ADD CONSTRAINT phone_day_channel_check CHECK (channel IN ('sms', 'ivr', 'whatsapp'));
ALTER TABLE opt_out DROP CONSTRAINT opt_out_source_check, ADD CONSTRAINT opt_out_source_check
  CHECK (source IN ('call', 'sms', 'provider', 'officer', 'link', 'missed-call', 'whatsapp'));

-- A blast is tried again once by each channel: its SMS reaches only those whom no retry by WhatsApp takes.
DROP INDEX blast_retry_once;
CREATE UNIQUE INDEX blast_retry_once ON blast (parent_id, channel)
  WHERE status NOT IN ('draft', 'submitted') AND NOT (status = 'stopped' AND started_at IS NULL);

-- Who may be written to by WhatsApp, since when, and where that was said.
CREATE TABLE whatsapp_opt_in (
  msisdn bigint PRIMARY KEY,
  source text NOT NULL CHECK (source <> ''),
  given_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX whatsapp_opt_in_given ON whatsapp_opt_in (given_on);

-- Since when somebody who wrote to us may be answered for 24 hours: one answer in each.
CREATE TABLE whatsapp_window (
  msisdn bigint PRIMARY KEY,
  opened_at timestamptz NOT NULL
);
