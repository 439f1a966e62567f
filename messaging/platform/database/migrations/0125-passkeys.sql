-- Keys of officers' devices (WebAuthn). better-auth's passkey plugin reads and writes this table (messaging/accounts/schema.ts).
CREATE TABLE passkey (
  id text PRIMARY KEY,
  -- As its owner calls it.
  name text,
  public_key text NOT NULL,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE,
  counter bigint NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  -- Model of the authenticator.
  aaguid text,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz
);
CREATE INDEX passkey_person ON passkey (person_id);
