-- Who accepted a provider's report beside the officer who brought it, where it moved a public figure far.
ALTER TABLE operator_delivery ADD COLUMN accepted_by text;
