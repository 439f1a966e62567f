-- What districts enter of their stations is read from its own tables: 'words/<district>' has no content and says that it
-- changed. Processes of the version before go on with 'stations/<district>' and 'own-fields/<district>' until they are
-- upgraded; a later version deletes those.
ALTER TABLE published DROP CONSTRAINT published_part_check;
ALTER TABLE published ADD CONSTRAINT published_part_check
  CHECK (part ~ '^(campaign|emblem|(stations|own-fields|words)/[a-z0-9-]+)$');
