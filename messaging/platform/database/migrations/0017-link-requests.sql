-- The link that somebody asked for by a key or a missed call: one SMS a day a number. The row is there before the
-- message leaves; one that stays `sending` belongs to a process that died, and is not sent again.
CREATE TABLE link_request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Null when its time is over: the count stays.
  msisdn bigint,
  day date NOT NULL,
  source text NOT NULL CHECK (source IN ('key', 'missed-call')),
  blast_id integer REFERENCES blast,
  status text NOT NULL DEFAULT 'sending' CHECK (status IN ('sending', 'accepted', 'failed', 'unknown')),
  provider_id text,
  paise integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (msisdn, day)
);
CREATE INDEX link_request_numbers ON link_request (at) WHERE msisdn IS NOT NULL;
CREATE INDEX link_request_day ON link_request (day);

-- Requests that were not answered, by the reason (messaging/voice/link-requests-sql.ts); nobody's number.
CREATE TABLE link_refusal (
  day date NOT NULL,
  reason text NOT NULL,
  requests integer NOT NULL,
  PRIMARY KEY (day, reason)
);
