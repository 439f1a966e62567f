-- The licensed service area (circle) that a series was given in, as the operators' lists have it; null where it is not said.
ALTER TABLE number_operator ADD circle text;
ALTER TABLE number_operator_upload ADD circle text;
