-- A number by which an open invitation is named: its token is a secret, and the token's hash stands for it.
ALTER TABLE invitation ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
