-- Officers' own numbers, to which they may send a test. One that was proven over the training emulator, which reaches
-- no phone, counts there only.
CREATE TABLE test_number (
  person_id text NOT NULL,
  training boolean NOT NULL,
  msisdn bigint NOT NULL,
  verified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (person_id, training)
);
CREATE INDEX test_number_msisdn ON test_number (msisdn);

-- Codes that were sent to prove a number; the latest one of an officer counts. They stay for a day, to count them.
CREATE TABLE test_number_code (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id text NOT NULL,
  training boolean NOT NULL,
  -- Null once the number was deleted.
  msisdn bigint,
  code_hash text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  used boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX test_number_code_person ON test_number_code (person_id, id);
CREATE INDEX test_number_code_msisdn ON test_number_code (msisdn);
