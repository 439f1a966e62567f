/** SQL for the mark of the link of a recipient `r`; empty where they have the blast's own. */
export const linkMark = `coalesce((SELECT c.mark FROM blast_class AS c WHERE c.blast_id = r.blast_id
  AND c.district = coalesce(r.district, '') AND c.language = r.language AND c.lot = coalesce(r.lot, '')), '')`;
