-- Messages and calls in which somebody said stop, by the provider's id: the same again is a repeated request.
CREATE TABLE stop_heard (
  sid text PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);
