/** SQL for the id of the station of a recipient `r` in its district. */
export const stationId = '(SELECT n.station FROM station_number AS n WHERE n.number = r.station)';

/** SQL for the mark of the link of a recipient `r`; empty where they have the blast's own. */
export const linkMark = `coalesce((SELECT c.mark FROM blast_class AS c WHERE c.blast_id = r.blast_id
  AND c.district = coalesce(r.district, '') AND c.language = r.language AND c.lot = coalesce(r.lot, '')), '')`;

/** SQL for the code of a link of a blast `b` before its mark, by the `lot` of who gets it. */
export const linkCode =
  "CASE lot WHEN 'a' THEN b.trial_codes[1] WHEN 'b' THEN b.trial_codes[2] ELSE b.short_code END";
