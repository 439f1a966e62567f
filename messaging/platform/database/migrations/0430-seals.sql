-- What an approval holds for: most people and rupees, prices, and digests of what may not change; set when a blast is
-- handed in and again when it is approved. `found` is the plan that was larger or other, until an officer decides on it.
ALTER TABLE blast ADD seal jsonb, ADD found jsonb;
