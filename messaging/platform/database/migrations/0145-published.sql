-- What the installation published over the repository's data, file by file: 'campaign', 'emblem', 'stations/<district>',
-- 'own-fields/<district>'. An empty content stands for a file that is no more. Revisions only grow.
CREATE SEQUENCE published_revision;
CREATE TABLE published (
  part text PRIMARY KEY CHECK (part ~ '^(campaign|emblem|(stations|own-fields)/[a-z0-9-]+)$'),
  content text NOT NULL,
  revision bigint NOT NULL DEFAULT nextval('published_revision'),
  published_at timestamptz NOT NULL DEFAULT now()
);

-- Press files as they were made: the one of a station's artwork that is not superseded is the present one.
CREATE TABLE artwork_version (
  district text NOT NULL,
  station text NOT NULL,
  artwork text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  PRIMARY KEY (district, station, artwork, sha256)
);
CREATE UNIQUE INDEX artwork_version_present ON artwork_version (district, station, artwork) WHERE superseded_at IS NULL;
