-- Each office has a share of the short codes that an installation gives out, by what they are for (messaging/short-codes/).
ALTER TABLE short_code
  -- Of a blast: how it is sent. Its district is that of the drafter, empty for the state's own offices.
  ADD COLUMN channel text NOT NULL DEFAULT '',
  -- Since when it may be given to another blast: it was reserved, and neither printed nor sent.
  ADD COLUMN returned_at timestamptz;
CREATE INDEX short_code_returned ON short_code (returned_at) WHERE returned_at IS NOT NULL;

-- How many serials of the database's own range were drawn, in the order of the campaign's blocks. One row.
CREATE TABLE drawn_codes (drawn integer NOT NULL CHECK (drawn >= 0));
CREATE UNIQUE INDEX drawn_codes_once ON drawn_codes ((true));
INSERT INTO drawn_codes (drawn) SELECT coalesce(max(serial) / 31 - 19999, 0) FROM short_code WHERE serial >= 20000 * 31;

-- Where HQ gave more than the usual share; the district is empty for the state's own offices.
CREATE TABLE code_share (
  district text NOT NULL,
  code_use text NOT NULL CHECK (code_use IN ('station', 'sms', 'ivr')),
  share integer NOT NULL CHECK (share > 0),
  PRIMARY KEY (district, code_use)
);

-- A blast has no code before it is approved, tried on a phone or packed for an operator; its texts say 000000 until then.
ALTER TABLE blast ALTER COLUMN short_code DROP NOT NULL;

-- Whose the codes of earlier blasts are.
CREATE TEMPORARY TABLE earlier_code ON COMMIT DROP AS
  SELECT b.id, b.short_code, coalesce(b.district, '') AS district, b.channel, c.serial,
    b.status = 'draft' AND b.pack_taken_at IS NULL
      AND NOT EXISTS (SELECT FROM test_message AS t WHERE t.blast_id = b.id) AS unsent
  FROM blast AS b JOIN short_code AS c ON c.scope = 'blast' AND c.serial = (
    SELECT sum((strpos('0123456789BCDFGHJKLMNPQRSTVWXYZ', substr(b.short_code, at, 1)) - 1) * (31 ^ (4 - at))::integer)
    FROM generate_series(1, 4) AS at)
  WHERE c.serial >= 20000 * 31;
UPDATE short_code AS c SET district = e.district, channel = e.channel,
  returned_at = CASE WHEN e.unsent THEN now() END
  FROM earlier_code AS e WHERE e.serial = c.serial;
UPDATE blast AS b SET short_code = NULL,
  texts = replace(b.texts::text, '/q/' || b.short_code, '/q/000000')::jsonb
  FROM earlier_code AS e WHERE e.id = b.id AND e.unsent;
