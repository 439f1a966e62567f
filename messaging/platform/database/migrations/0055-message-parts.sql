-- Parts of messages whose receipts name them by the provider's own ids (SMPP). A receipt may come before the answer to
-- its submission: its row then waits without an owner.
CREATE TABLE message_part (
  gateway text NOT NULL,
  part_id text NOT NULL,
  recipient_id bigint,
  attempt smallint,
  test_id bigint,
  -- Parts of the whole message.
  parts smallint,
  status recipient_status NOT NULL,
  code text,
  -- Whose receipt it is, while nobody knows of which message.
  msisdn bigint,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the provider was last asked about it.
  asked_at timestamptz,
  PRIMARY KEY (gateway, part_id)
);
CREATE INDEX message_part_recipient ON message_part (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX message_part_test ON message_part (test_id) WHERE test_id IS NOT NULL;
CREATE INDEX message_part_ownerless ON message_part (msisdn) WHERE msisdn IS NOT NULL;
CREATE INDEX message_part_open ON message_part (gateway, at) WHERE status = 'accepted';
CREATE INDEX message_part_at ON message_part (at);
