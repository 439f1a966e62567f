import type { Pool } from 'pg';
import { twilioCodesOf } from '../gateways/twilio-codes.ts';
import type { Blast } from './blast.ts';
import { textFor } from './blast.ts';

/** Recipients of a blast by language, before they are in the ledger: what the cost estimate is made of. */
export async function countRecipients(
  pool: Pool,
  blast: Pick<Blast, 'audienceId' | 'districts' | 'category' | 'parentId'>,
): Promise<Map<string, number>> {
  const { source, values } = sourceOf(blast);
  const { rows } = await pool.query<{ language: string; recipients: string }>(
    `SELECT language, count(*) AS recipients FROM (${source}) AS source GROUP BY 1`,
    values,
  );
  return new Map(rows.map((row) => [row.language, Number(row.recipients)]));
}

/**
 * Writes an approved blast's recipients into the ledger, whole or not at all, and its status with them. Several
 * workers may try: the first one does it.
 * @returns the number of recipients; null when another one did it
 */
export async function planRecipients(pool: Pool, blast: Blast): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const locked = await client.query(
      `SELECT id FROM blast WHERE id = $1 AND status = 'approved' FOR NO KEY UPDATE SKIP LOCKED`,
      [blast.id],
    );
    if (locked.rowCount === 0) {
      await client.query('ROLLBACK');
      return null;
    }
    const { source, values } = sourceOf(blast);
    const at = values.length;
    const { rowCount } = await client.query(
      // The canary is a sample by hash and goes first; then in the order of numbers, so that the index grows at its end.
      `WITH source AS MATERIALIZED (${source}),
       sample AS (SELECT msisdn FROM source ORDER BY hashint8(msisdn), msisdn LIMIT $${at + 4}::integer)
       INSERT INTO blast_recipient (msisdn, blast_id, place, segments, canary, language, district)
       SELECT msisdn, $${at + 1}::integer, row_number() OVER (ORDER BY canary DESC, msisdn),
         CASE WHEN language = 'en' THEN $${at + 2}::smallint ELSE $${at + 3}::smallint END,
         canary, language, district
       FROM (SELECT *, msisdn IN (SELECT msisdn FROM sample) AS canary FROM source) AS marked
       ORDER BY canary DESC, msisdn`,
      [
        ...values,
        blast.id,
        textFor(blast.texts, 'en').segments,
        textFor(blast.texts, 'hi').segments,
        blast.policy.canarySize,
      ],
    );
    await client.query(
      `UPDATE blast SET status = 'scheduled', planned_at = now(), canary_passed = $2 WHERE id = $1`,
      [blast.id, blast.policy.canarySize === 0],
    );
    await client.query('COMMIT');
    await pool.query('ANALYZE blast_recipient');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Members, or for a retry the parent's failed ones that may still work, without who opted out. */
function sourceOf(blast: Pick<Blast, 'audienceId' | 'districts' | 'category' | 'parentId'>): {
  source: string;
  values: unknown[];
} {
  const free = 'NOT EXISTS (SELECT FROM opt_out WHERE opt_out.msisdn = m.msisdn)';
  const here = '($2::text[] IS NULL OR m.district = ANY ($2))';
  // The list as it is now: it may have come after the audience.
  const undisturbed =
    blast.category === 'promotional' || blast.category === 'service-explicit'
      ? 'NOT EXISTS (SELECT FROM do_not_disturb AS d WHERE d.msisdn = m.msisdn)'
      : 'true';
  if (blast.parentId === null) {
    return {
      source: `SELECT m.msisdn, m.language, m.district FROM audience_member AS m
        WHERE m.audience_id = $1 AND ${here} AND ${free} AND ${undisturbed}`,
      values: [blast.audienceId, blast.districts],
    };
  }
  return {
    source: `SELECT m.msisdn, m.language, m.district FROM blast_recipient AS m
      WHERE m.blast_id = $1 AND ${here} AND m.status IN ('failed', 'undelivered')
        AND m.msisdn IS NOT NULL AND m.error_code = ANY ($3) AND ${free} AND ${undisturbed}`,
    values: [blast.parentId, blast.districts, retryableCodes],
  };
}

/** Codes after which the same number may work another day; busy and no-answer are those of calls. */
const retryableCodes = [...twilioCodesOf('later'), 'busy', 'no-answer'];
