-- The day from which a visitor without a cookie is a network of a day; before it was a device for two minutes. Null where nobody
-- was counted before.
ALTER TABLE progress_version ADD COLUMN networks_from date;
UPDATE progress_version SET networks_from = (SELECT max(day) + 1 FROM scan_by_code WHERE visitors > 0);

-- Visitors of a district, each once a day there: as in scan_by_code filled when the day is over.
ALTER TABLE scan_by_district ADD COLUMN visits integer;
UPDATE scan_by_district AS known SET visits = own.visits
FROM (
  SELECT day, district, channel, sum(coalesce(visits, visitors))::int AS visits FROM scan_by_code
  WHERE NOT EXISTS (SELECT FROM scan_visitor WHERE scan_visitor.day = scan_by_code.day) GROUP BY day, district, channel
) AS own
WHERE known.day = own.day AND known.district = own.district AND known.channel = own.channel;
