-- Drafts of the campaign: top-level fields that replace what is published. One open draft an officer and kind; a rollback is
-- a draft that takes an earlier version back. An emblem of null is the one of the version that the draft was made from, an
-- empty one the repository's.
CREATE TABLE campaign_draft (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('edit', 'rollback')),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'published', 'discarded')),
  author_id text NOT NULL,
  author_name text NOT NULL,
  base int NOT NULL,
  rolled_back_to int,
  fields jsonb NOT NULL DEFAULT '{}',
  emblem text,
  -- What the author says to the officer who approves, and what that officer says back.
  remark text NOT NULL DEFAULT '',
  returned_remark text NOT NULL DEFAULT '',
  returned_by text,
  revision int NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  submitted_at timestamptz
);
CREATE UNIQUE INDEX campaign_draft_open ON campaign_draft (author_id, kind) WHERE status IN ('draft', 'submitted');
CREATE INDEX campaign_draft_submitted ON campaign_draft (submitted_at) WHERE status = 'submitted';

-- What was published. Version 1 is the repository's own and has no row.
CREATE TABLE campaign_version (
  number int PRIMARY KEY CHECK (number > 1),
  fields jsonb NOT NULL,
  emblem text NOT NULL,
  artwork_version text NOT NULL,
  artwork_date date NOT NULL,
  changes jsonb NOT NULL,
  remark text NOT NULL,
  drafted_by text NOT NULL,
  approved_by text NOT NULL,
  rolled_back_to int,
  published_at timestamptz NOT NULL DEFAULT now()
);

-- What hosts of printed links answered when they were asked for a code.
CREATE TABLE link_host_check (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  host text NOT NULL,
  passed boolean NOT NULL,
  asked text NOT NULL,
  expected text NOT NULL,
  found text NOT NULL,
  fault text,
  checked_by text NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX link_host_check_host ON link_host_check (host, checked_at DESC);

-- By this key a service proves that a host leads to its own installation.
CREATE TABLE challenge_key (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  value text NOT NULL
);
