-- Numbers that said stop: nothing is ever sent to them again. Bigint, as in an audience.
CREATE TABLE opt_out (
  msisdn bigint PRIMARY KEY,
  source text NOT NULL CHECK (source IN ('call', 'sms', 'provider', 'officer')),
  at timestamptz NOT NULL DEFAULT now()
);
