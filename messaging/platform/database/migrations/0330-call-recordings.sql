-- Hashes of the recordings that calls play now, by prompt; one that is spoken has none.
CREATE FUNCTION prompt_recordings() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(script, master->'files'->'master'->>'sha256'), '{}') FROM take
  WHERE id IN (SELECT max(id) FROM take
    WHERE withdrawn_at IS NULL AND status = 'mastered' AND script LIKE 'prompt-%' GROUP BY script)
$$;

-- The same as they were when a blast of calls was submitted, or let go on with others; null for all else.
ALTER TABLE blast ADD recordings jsonb;
UPDATE blast SET recordings = prompt_recordings()
WHERE channel = 'ivr' AND status IN ('submitted', 'approved', 'handed-over', 'scheduled', 'running', 'paused');
