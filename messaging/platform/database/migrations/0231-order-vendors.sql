-- Without address and GSTIN no accounts office pays on an order. Empty where the office has not written them.
ALTER TABLE purchase_order
  ADD COLUMN vendor_address text NOT NULL DEFAULT '',
  ADD COLUMN vendor_gstin text NOT NULL DEFAULT '';
