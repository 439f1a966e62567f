-- The process that submitted a message, while it has no answer: after a kill its own marks on the disk say what had left.
ALTER TABLE blast_recipient ADD sender integer;
