-- Officers with an account. better-auth reads and writes these tables (messaging/accounts/schema.ts).
CREATE TABLE person (
  id text PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  role text NOT NULL,
  -- Id of the district, range or zone; null for the whole state.
  area text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  -- Asked for by better-auth, not used here.
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  deactivated_at timestamptz,
  -- Who had the key to the account in hand last: none of them approves what it drafts.
  invited_by text,
  password_link_by text,
  factor_reset_by text,
  -- Up to here the owner has seen what others did to the account; a number of the audit log.
  notices_seen_id bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((role IN ('district', 'range', 'zone')) = (area IS NOT NULL))
);

CREATE TABLE credential (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  password text,
  -- Asked for by better-auth for sign-in through others, not used here.
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX credential_person ON credential (person_id);

CREATE TABLE session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  -- Stays empty: addresses are not kept.
  ip_address text,
  user_agent text,
  -- Written at most once a minute.
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_person ON session (person_id);

-- Second factors that are asked for, with the number of attempts.
CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

-- Secret and backup codes are encrypted with the service's secret.
CREATE TABLE two_factor (
  id text PRIMARY KEY,
  person_id text NOT NULL UNIQUE REFERENCES person ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);

-- Addresses of callers for the length of a window.
CREATE UNLOGGED TABLE rate_limit (
  id text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);

-- Failed attempts in a row: `subject` is a purpose and the hash of an e-mail address, registered or not.
CREATE TABLE sign_in_attempt (
  subject text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);

-- One-time links; only the hash of their token is kept.
CREATE TABLE invitation (
  token_hash text PRIMARY KEY,
  -- For an account that exists: sets a new password instead.
  person_id text REFERENCES person ON DELETE CASCADE,
  role text NOT NULL,
  area text,
  -- Null some time after it was used or ran out.
  email text CHECK (email = lower(email)),
  invited_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

-- What one administrator alone may not do: the second half of taking an account over. Another one confirms it.
CREATE TABLE account_request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('reset-second-factor', 'password-link')),
  asked_by text NOT NULL REFERENCES person ON DELETE CASCADE,
  asked_at timestamptz NOT NULL DEFAULT now(),
  decided_by text,
  decided_at timestamptz,
  confirmed boolean
);
CREATE UNIQUE INDEX account_request_open ON account_request (person_id, kind) WHERE decided_at IS NULL;
