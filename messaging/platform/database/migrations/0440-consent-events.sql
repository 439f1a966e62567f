-- One history of consent for a number: what its owner said, and officers on their behalf, by every way. `opt_out` and
-- `whatsapp_opt_in` hold what follows from it now, by which sending asks.
CREATE TABLE consent_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  msisdn bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('stop', 'stop-ended', 'consent')),
  channel text NOT NULL CHECK (channel IN
    ('call', 'sms', 'link', 'missed-call', 'whatsapp', 'provider', 'officer', 'list', 'dca')),
  -- When it happened; it may have arrived later.
  said_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Officers who entered it; null for the number's owner.
  entered_by text,
  -- Id of the message, paper, place where consent was given, consent template.
  evidence text,
  -- List of a consent that was given for it alone: it goes with the list.
  audience_id integer REFERENCES audience (id) ON DELETE CASCADE
);
CREATE INDEX consent_event_number ON consent_event (msisdn, id);
CREATE INDEX consent_event_audience ON consent_event (audience_id) WHERE audience_id IS NOT NULL;

INSERT INTO consent_event (msisdn, kind, channel, said_at, recorded_at, evidence)
SELECT msisdn, 'consent', CASE source WHEN 'whatsapp' THEN 'whatsapp' ELSE 'list' END,
  given_on::timestamp AT TIME ZONE 'Asia/Kolkata', recorded_at, nullif(source, 'whatsapp')
FROM whatsapp_opt_in ORDER BY recorded_at;
INSERT INTO consent_event (msisdn, kind, channel, said_at, recorded_at)
SELECT msisdn, 'stop', source, at, at FROM opt_out ORDER BY at;
INSERT INTO consent_event (msisdn, kind, channel, said_at, recorded_at, evidence, audience_id)
SELECT m.msisdn, 'consent', 'dca', a.created_at, a.created_at, a.consent_template, a.id
FROM audience AS a JOIN audience_member AS m ON m.audience_id = a.id WHERE a.consent_template IS NOT NULL;

-- A stop by whichever way ends the consent before it, too.
DELETE FROM whatsapp_opt_in AS w USING opt_out AS o WHERE o.msisdn = w.msisdn AND w.recorded_at <= o.at;
