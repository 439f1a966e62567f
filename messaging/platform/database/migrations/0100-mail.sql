-- Letters by e-mail. The ledger is the truth: the queue only wakes whoever sends.
CREATE TABLE letter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- What the letter is, once: who asks for the same twice gets one letter.
  key text NOT NULL UNIQUE CHECK (key <> ''),
  kind text NOT NULL,
  -- What went to many at once, as `kit/2019-04-12`.
  mailing text,
  person_id text REFERENCES person ON DELETE SET NULL,
  district text,
  -- Null when the time of the letter is over (campaigns/privacy/retention.ts); so are its words.
  recipient text,
  language text NOT NULL CHECK (language IN ('hi', 'en')),
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  -- Address by which the recipient ends letters of this topic.
  unsubscribe text,
  -- A one-time link, encrypted; it stands in no body and goes when the letter is settled.
  sealed_link text,
  -- Goes out at night too.
  urgent boolean NOT NULL DEFAULT false,
  message_id text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'bounced', 'refused', 'unknown')),
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Who sends it at the moment, and since when; `handed_over_at` from the moment in which it may have arrived.
  claim uuid,
  claimed_at timestamptz,
  handed_over_at timestamptz,
  -- The server's last answer, or why none came; addresses are masked in it.
  last_answer text,
  -- The officer who decided about it last.
  decided_by text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  due_since timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz
);
CREATE INDEX letter_due ON letter (next_try_at) WHERE state IN ('queued', 'deferred');
CREATE INDEX letter_sending ON letter (claimed_at) WHERE state = 'sending';
CREATE INDEX letter_mailing ON letter (mailing) WHERE mailing IS NOT NULL;

CREATE TABLE letter_attachment (
  letter_id bigint NOT NULL REFERENCES letter ON DELETE CASCADE,
  place smallint NOT NULL,
  name text NOT NULL,
  content_type text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (letter_id, place)
);

-- What an officer chose; without a row the default holds.
CREATE TABLE mail_choice (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  topic text NOT NULL,
  wanted boolean NOT NULL,
  PRIMARY KEY (person_id, topic)
);
CREATE TABLE mail_language (
  person_id text PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  language text NOT NULL CHECK (language IN ('hi', 'en'))
);

-- Up to which entry of the audit log letters were made of what officers did. Begins where the log ends now.
CREATE TABLE mail_follow (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  audit_id bigint NOT NULL
);
INSERT INTO mail_follow (audit_id) SELECT id FROM audit_head;

-- What went to many at once: each key once, over all processes.
CREATE TABLE mailing (
  key text PRIMARY KEY,
  kind text NOT NULL,
  sent_by text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  letters integer NOT NULL
);
