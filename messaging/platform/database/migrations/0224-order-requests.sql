-- What a district wants printed while HQ holds printing. HQ lifts the hold for it or does not.
CREATE TABLE order_request (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  -- Vendor, day of delivery, GST and lines, as the order is placed by it.
  content jsonb NOT NULL,
  asked_by text NOT NULL,
  asked_on date NOT NULL,
  -- HQ's answer, which it may change until the order is placed; null until there is one.
  lifted boolean,
  answered_by text,
  answer_reason text NOT NULL DEFAULT '',
  withdrawn_by text,
  order_id integer UNIQUE REFERENCES purchase_order
);
CREATE INDEX order_request_open ON order_request (district) WHERE order_id IS NULL AND withdrawn_by IS NULL;

-- Who lifted the hold for an order, and why; null where none was in force.
ALTER TABLE purchase_order
  ADD COLUMN lifted_by text,
  ADD COLUMN lifted_reason text NOT NULL DEFAULT '';
