-- The second officer who accepted a delivery report that moves a public figure.
ALTER TABLE receipt_file ADD COLUMN accepted_by text;
