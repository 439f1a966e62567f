-- Figures that waited for a second officer are held acts like all others. Those decided on stand in the audit log.
INSERT INTO held_act (kind, subject, input, effect, reason, maker, made_by, made_by_id, made_at)
SELECT 'report', 'figure/' || id, jsonb_build_object('name', name, 'way', way, 'report', report),
  -- As they were kept by other rules, whichever of today's they break was seen by their maker.
  jsonb_build_object(
    'changes', jsonb_build_array(jsonb_build_object(
      'what', '{"hi": "कुल डाउनलोड", "en": "Downloads in all"}'::jsonb, 'before', 0,
      'after', coalesce((SELECT max((r->>'value')::bigint) FROM jsonb_array_elements(report->'readings') AS r), 0))),
    'findings', (SELECT jsonb_agg(jsonb_build_object('code', 'downloads ' || rule,
        'hi', 'कुल डाउनलोड: पिछले योग से कम या असामान्य वृद्धि', 'en', 'Downloads in all: falls, or rises far more than usual'))
      FROM unnest(ARRAY['first', 'share', 'days', 'falls', 'above-later', 'goal']) AS rule)),
  reason,
  CASE WHEN made_by_id IS NULL THEN '"service"'::jsonb
    ELSE jsonb_build_object('id', made_by_id, 'name', made_by, 'role', 'hq') END,
  made_by, made_by_id, made_at
FROM pending_figure WHERE state = 'pending';
DROP TABLE pending_figure;
