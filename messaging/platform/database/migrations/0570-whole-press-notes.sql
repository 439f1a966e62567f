-- Notes of before there were languages, wordings, days and services say what they then left out.
UPDATE press_note SET fields = jsonb_build_object('language', 'hi', 'wording', 0)
  || CASE kind WHEN 'story' THEN '{"day": null}' WHEN 'appeal' THEN '{"service": null}' ELSE '{}' END::jsonb
  || fields
WHERE NOT fields ?& ARRAY['language', 'wording'] OR (kind = 'story' AND NOT fields ? 'day')
  OR (kind = 'appeal' AND NOT fields ? 'service');
