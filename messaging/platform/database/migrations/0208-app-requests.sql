-- An app that an office wants to launch, or has in use: who asked, who supported it, and who approved or refused it.
CREATE TABLE direction_app_request (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  citizen boolean NOT NULL,
  purpose text NOT NULL CHECK (purpose <> ''),
  -- Key of the office that asks.
  office text NOT NULL,
  asked_by text NOT NULL,
  asked_by_id text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'supported', 'approved', 'refused')),
  supported_by text,
  supported_by_id text,
  supported_at timestamptz,
  supported_remark text NOT NULL DEFAULT '',
  decided_by text,
  decided_at timestamptz,
  decided_remark text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  CHECK ((decided_by IS NULL) = (state IN ('asked', 'supported'))),
  CHECK (state NOT IN ('supported', 'approved') OR supported_by IS NOT NULL)
);
CREATE TRIGGER direction_app_asked AFTER INSERT OR UPDATE ON direction_app_request
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
