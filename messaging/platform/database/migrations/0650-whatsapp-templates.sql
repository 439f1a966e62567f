-- Templates of WhatsApp that officers write and the service hands in to Meta. A name is used once: what may have reached
-- Meta is never handed in again.
CREATE TABLE whatsapp_template (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  language text NOT NULL,
  category text NOT NULL,
  body text NOT NULL,
  samples text NOT NULL,
  footer text NOT NULL,
  app_button text NOT NULL,
  stop_button text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  -- Code or word of Meta on it, or what it said where that is not listed.
  said text,
  meta_category text,
  written_by text NOT NULL,
  written_by_id text NOT NULL,
  written_at timestamptz NOT NULL,
  agreed_by text,
  agreed_at timestamptz,
  sent_at timestamptz,
  read_at timestamptz,
  -- Not handed in before, where Meta asked to wait.
  wait_until timestamptz,
  UNIQUE (name, language)
);
