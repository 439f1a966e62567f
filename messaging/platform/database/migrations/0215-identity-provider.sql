-- Sessions that began at an identity provider (OpenID Connect): a sign-out there ends them.
ALTER TABLE session
  -- Issuer and subject, as in `credential.account_id`.
  ADD COLUMN provider_account text,
  -- The provider's own id of its session (`sid`), where it has one.
  ADD COLUMN provider_session text,
  -- The provider asked for a second factor.
  ADD COLUMN provider_factor boolean NOT NULL DEFAULT false;

-- The same of a sign-in that still waits for our second factor.
ALTER TABLE verification
  ADD COLUMN provider_account text,
  ADD COLUMN provider_session text;

-- When the break-glass administrator last signed in by the password that nobody else may use.
ALTER TABLE person ADD COLUMN break_glass_at timestamptz;
