-- What a receipt whose id nobody knows repeats of ours: only by it, beside the number, is it given to a message in doubt.
ALTER TABLE message_part ADD COLUMN sender_reference integer;
