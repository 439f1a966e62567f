-- Receipts that name no message: many of them mean that ids are read in the wrong form.
CREATE INDEX message_part_unmatched ON message_part (gateway, at) WHERE recipient_id IS NULL AND test_id IS NULL;
