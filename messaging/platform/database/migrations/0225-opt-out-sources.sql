-- Two more ways by which people say stop: the link in a message, and a missed call.
ALTER TABLE opt_out DROP CONSTRAINT opt_out_source_check,
  ADD CONSTRAINT opt_out_source_check CHECK (source IN ('call', 'sms', 'provider', 'officer', 'link', 'missed-call'));
