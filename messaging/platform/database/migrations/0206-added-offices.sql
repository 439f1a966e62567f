-- Offices at headquarters and apps that later papers name, beside those of the campaign's data.
CREATE TABLE direction_office (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  added_by text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE direction_app (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  -- For citizens, not for officers.
  citizen boolean NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER direction_office_added AFTER INSERT ON direction_office
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
CREATE TRIGGER direction_app_added AFTER INSERT ON direction_app
  FOR EACH STATEMENT EXECUTE FUNCTION tell_base_change();
