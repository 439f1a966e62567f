-- What headquarters marks on the curve: a film released, a mela, a day on which boards went up. Blasts mark themselves.
CREATE TABLE curve_event (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day date NOT NULL,
  kind text NOT NULL,
  title_hi text NOT NULL CHECK (title_hi <> ''),
  title_en text NOT NULL CHECK (title_en <> ''),
  -- Null for the whole state.
  district text,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now()
);

-- What citizens got from a service in all up to a day, as somebody stated it: never our own count.
CREATE TABLE service_outcome (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Id of a service of the campaign.
  service text NOT NULL,
  count bigint NOT NULL CHECK (count >= 0),
  as_of date NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  url text,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER curve_event_moves_progress AFTER INSERT OR UPDATE OR DELETE ON curve_event
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
CREATE TRIGGER service_outcome_moves_progress AFTER INSERT OR UPDATE OR DELETE ON service_outcome
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
