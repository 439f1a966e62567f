import type { Pool } from 'pg';
import { alphabet } from '../../../campaigns/links/short-code.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { linkCode } from '../ledger/link-mark-sql.ts';
import { type ClassCount, leastClass } from './classes.ts';

/**
 * Gives each class of a planned blast its mark. Classes of few people have the blast's own link together; where these are
 * few themselves, the smallest of the others goes with them.
 */
export async function writeClasses(tx: Queryable, id: number): Promise<void> {
  await tx.query(
    `WITH sized AS (
       SELECT coalesce(r.district, '') AS district, r.language, coalesce(r.lot, '') AS lot, count(*)::integer AS recipients
       FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
       WHERE r.blast_id = $1 AND r.status = 'planned' AND b.class_links GROUP BY 1, 2, 3
     ), small AS (
       SELECT lot, coalesce(sum(recipients) FILTER (WHERE recipients < $2), 0) AS people FROM sized GROUP BY lot
     ), kept AS (
       SELECT *, row_number() OVER (PARTITION BY lot ORDER BY recipients, district, language) AS place FROM sized WHERE recipients >= $2
     ), numbered AS (
       SELECT *, (row_number() OVER (ORDER BY lot, district, language) - 1)::integer AS number FROM kept JOIN small USING (lot)
       WHERE people = 0 OR people >= $2 OR place > 1
     )
     INSERT INTO blast_class (blast_id, district, language, lot, mark, recipients)
     SELECT $1, district, language, lot,
       substr($3, number / $4 + 1, 1) || substr($3, number % $4 + 1, 1), recipients
     FROM numbered WHERE number < $4 * $4 - 1`,
    [id, leastClass, alphabet, alphabet.length],
  );
}

/** The ledger's figures by mark; those without one last. */
export async function readClassCounts(pool: Pool, id: number): Promise<ClassCount[]> {
  const { rows } = await pool.query<ClassCount>(
    `SELECT coalesce(c.mark, '') AS mark, nullif(c.district, '') AS district, c.language, r.lot,
       count(*)::integer AS recipients,
       count(*) FILTER (WHERE r.status IN ('accepted', 'undelivered', 'delivered'))::integer AS sent,
       count(*) FILTER (WHERE r.status = 'delivered')::integer AS delivered
     FROM blast_recipient AS r LEFT JOIN blast_class AS c ON c.blast_id = r.blast_id
       AND c.district = coalesce(r.district, '') AND c.language = r.language AND c.lot = coalesce(r.lot, '')
     WHERE r.blast_id = $1 AND r.status <> 'skipped'
     GROUP BY c.mark, c.district, c.language, r.lot ORDER BY c.mark NULLS LAST`,
    [id],
  );
  return rows;
}

/** People whom each link of a blast brought, by its code with its mark. */
export async function readLinkVisitors(pool: Pool, id: number): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ code: string; people: number }>(
    `SELECT s.code, sum(s.visitors)::integer AS people
     FROM blast AS b CROSS JOIN LATERAL (
       SELECT ${linkCode} || mark AS code FROM blast_class WHERE blast_id = b.id
       UNION SELECT unnest(array_append(b.trial_codes, b.short_code))) AS link
     JOIN scan_by_code AS s USING (code) WHERE b.id = $1 GROUP BY 1`,
    [id],
  );
  return new Map(rows.map(({ code, people }) => [code, people]));
}
