-- A blast has one link, and a trial one for each of its texts: those by district and language are gone.
DROP TABLE blast_class;
ALTER TABLE blast DROP class_links;
