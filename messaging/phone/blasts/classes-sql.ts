import type { Pool } from 'pg';
import { alphabet } from '../../../campaigns/links/short-code.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type ClassCount, leastClass } from './classes.ts';

/**
 * Gives each class of a planned blast its mark. Classes of few people have the blast's own link together; where these are
 * few themselves, the smallest of the others goes with them.
 */
export async function writeClasses(tx: Queryable, id: number): Promise<void> {
  await tx.query(
    `WITH sized AS (
       SELECT coalesce(r.district, '') AS district, r.language, count(*)::integer AS recipients
       FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
       WHERE r.blast_id = $1 AND r.status = 'planned' AND b.class_links GROUP BY 1, 2
     ), small AS (
       SELECT coalesce(sum(recipients), 0) AS people FROM sized WHERE recipients < $2
     ), kept AS (
       SELECT *, row_number() OVER (ORDER BY recipients, district, language) AS place FROM sized WHERE recipients >= $2
     ), numbered AS (
       SELECT *, (row_number() OVER (ORDER BY district, language) - 1)::integer AS number FROM kept, small
       WHERE people = 0 OR people >= $2 OR place > 1
     )
     INSERT INTO blast_class (blast_id, district, language, mark, recipients)
     SELECT $1, district, language,
       substr($3, number / $4 + 1, 1) || substr($3, number % $4 + 1, 1), recipients
     FROM numbered WHERE number < $4 * $4 - 1`,
    [id, leastClass, alphabet, alphabet.length],
  );
}

/** The ledger's figures by mark; those without one last. */
export async function readClassCounts(pool: Pool, id: number): Promise<ClassCount[]> {
  const { rows } = await pool.query<ClassCount>(
    `SELECT coalesce(c.mark, '') AS mark, nullif(c.district, '') AS district, c.language,
       count(*)::integer AS recipients,
       count(*) FILTER (WHERE r.status IN ('accepted', 'undelivered', 'delivered'))::integer AS sent,
       count(*) FILTER (WHERE r.status = 'delivered')::integer AS delivered
     FROM blast_recipient AS r LEFT JOIN blast_class AS c ON c.blast_id = r.blast_id
       AND c.district = coalesce(r.district, '') AND c.language = r.language
     WHERE r.blast_id = $1 AND r.status <> 'skipped'
     GROUP BY c.mark, c.district, c.language ORDER BY c.mark NULLS LAST`,
    [id],
  );
  return rows;
}

/** People whom each link of a blast brought, by its mark. */
export async function readMarkVisitors(pool: Pool, code: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ mark: string; people: number }>(
    `SELECT l.mark, sum(s.visitors)::integer AS people
     FROM (SELECT DISTINCT c.mark FROM blast_class AS c JOIN blast AS b ON b.id = c.blast_id
       WHERE b.short_code = $1 UNION SELECT '') AS l JOIN scan_by_code AS s ON s.code = $1 || l.mark GROUP BY 1`,
    [code],
  );
  return new Map(rows.map(({ mark, people }) => [mark, people]));
}
