-- A district's objection to one of its public figures, and the answer of headquarters. Both stand beside the figure in public, so
-- that they are never changed; who wrote them does not.
CREATE TABLE figure_objection (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district text NOT NULL,
  figure text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  answer text CHECK (answer <> ''),
  answered_by text,
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
-- One at a time of a figure: what is to be said more follows the answer.
CREATE UNIQUE INDEX figure_objection_open ON figure_objection (district, figure) WHERE answer IS NULL;

CREATE TRIGGER figure_objection_moves_progress AFTER INSERT OR UPDATE OR DELETE ON figure_objection
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
