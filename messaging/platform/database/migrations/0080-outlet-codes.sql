-- Codes of a platform, of a newspaper and of one vehicle, beside those of places and blasts.
ALTER TABLE short_code DROP CONSTRAINT short_code_scope_check;
ALTER TABLE short_code ADD CONSTRAINT short_code_scope_check
  CHECK (scope IN ('state', 'district', 'station', 'outlet', 'vehicle', 'blast'));
