-- Consent template of the DLT portal (Digital Consent Acquisition) by which the numbers of a list agreed; null for none.
ALTER TABLE audience ADD COLUMN consent_template text CHECK (consent_template ~ '^([0-9]{12}|[0-9]{19})$');
