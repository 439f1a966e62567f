-- The picture of each version of a board's artwork, by which photographs of the board are judged; null for other artwork.
ALTER TABLE artwork_version ADD COLUMN picture bytea;
-- What a photograph with the own code says of the board around it; null where it was not compared.
ALTER TABLE activity_photo ADD COLUMN likeness text;
