-- A blast may have a link of its own for each district and language of its recipients: its code with a mark of two symbols.
ALTER TABLE blast ADD class_links boolean NOT NULL DEFAULT false;

-- The classes of a planned blast that have one. A class of few people has none, so that no link is anybody's.
CREATE TABLE blast_class (
  blast_id integer NOT NULL REFERENCES blast ON DELETE CASCADE,
  -- Empty for those of no known district.
  district text NOT NULL,
  language text NOT NULL,
  mark text NOT NULL,
  recipients integer NOT NULL,
  PRIMARY KEY (blast_id, district, language),
  UNIQUE (blast_id, mark)
);
