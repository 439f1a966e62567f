-- Messages that the provider has taken, in the order in which receipts that do not come are looked up.
CREATE INDEX blast_recipient_awaited ON blast_recipient (blast_id, id) WHERE status = 'accepted';
