-- Two pictures of a board, near and far, that the console's camera takes for a challenge of the service. A row begins with
-- the challenge and is filled as the phone tells what it took, and hands it in.
CREATE TABLE board_capture (
  id uuid PRIMARY KEY,
  district text NOT NULL,
  station text NOT NULL,
  -- The code that the board bears; the pictures must show it.
  code text NOT NULL,
  person_id text NOT NULL,
  taken_by text NOT NULL,
  issued_at timestamptz NOT NULL,
  -- When the phone told the SHA-256 of both files, by the service's clock: the pictures are no younger.
  told_at timestamptz,
  near_source text,
  far_source text,
  lon double precision,
  lat double precision,
  accuracy_m double precision,
  handed_in_at timestamptz,
  -- Kept copies of the pictures.
  near text,
  far text,
  -- Told in time, handed in as told, and the code fills the first one.
  live boolean NOT NULL DEFAULT false,
  -- Why it is not, or what somebody who looks at it should know.
  remarks text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX board_capture_station ON board_capture (district, station, told_at DESC) WHERE live;
CREATE INDEX board_capture_unfinished ON board_capture (issued_at) WHERE handed_in_at IS NULL;

-- What is known of boards is part of the progress. Scans of the public move it by themselves.
CREATE TRIGGER board_capture_moves_progress AFTER UPDATE OR DELETE ON board_capture
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
CREATE TRIGGER board_inspection_moves_progress AFTER INSERT OR UPDATE OR DELETE ON board_inspection
  FOR EACH STATEMENT EXECUTE FUNCTION progress_move();
