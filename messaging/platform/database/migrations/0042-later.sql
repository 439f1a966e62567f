-- Since when the gateway has answered nothing but "later" to a running blast.
ALTER TABLE blast ADD later_since timestamptz;
