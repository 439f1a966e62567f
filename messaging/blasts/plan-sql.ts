import type { Pool } from 'pg';
import { unasked } from '../../campaigns/messages/legal-hours.ts';
import type { Queryable } from '../database/transaction.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { Blast } from './blast.ts';
import { textFor } from './blast.ts';
import { applyCommand } from './blasts-sql.ts';

/** Gateways by name, as far as a retry needs them. */
export type RetryingGateways = Readonly<Record<string, Pick<Gateway, 'retryableCodes'>>>;

/** What decides who gets a blast. */
type Selection = Pick<Blast, 'audienceId' | 'districts' | 'category' | 'parentId'>;

/** Recipients of a blast by language, before they are in the ledger: what the cost estimate is made of. */
export async function countRecipients(
  pool: Pool,
  blast: Selection,
  gateways: RetryingGateways,
): Promise<Map<string, number>> {
  const { source, values } = sourceOf(blast, gateways);
  const { rows } = await pool.query<{ language: string; recipients: string }>(
    `SELECT language, count(*) AS recipients FROM (${source}) AS source GROUP BY 1`,
    values,
  );
  return new Map(rows.map((row) => [row.language, Number(row.recipients)]));
}

/**
 * Plans an approved blast: its recipients stand in the ledger together with its new status, whole or not at all.
 * Several workers may try: the first one does it.
 * @returns the number of recipients; null when another one did it
 */
export async function planRecipients(
  pool: Pool,
  { id }: Pick<Blast, 'id'>,
  gateways: RetryingGateways,
): Promise<number | null> {
  let recipients = 0;
  const decision = await applyCommand(
    pool,
    id,
    { kind: 'plan' },
    {
      actor: 'service',
      skipLocked: true,
      async record(tx, blast) {
        recipients = await insertRecipients(tx, blast, gateways);
      },
    },
  );
  if (decision.kind === 'refused') return null;
  await pool.query('ANALYZE blast_recipient');
  return recipients;
}

async function insertRecipients(
  tx: Queryable,
  blast: Blast,
  gateways: RetryingGateways,
): Promise<number> {
  const { source, values } = sourceOf(blast, gateways);
  const at = values.length;
  const { rowCount } = await tx.query(
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
  return rowCount ?? 0;
}

/** Members, or for a retry the parent's failed ones that may still work, without who opted out. */
function sourceOf(
  blast: Selection,
  gateways: RetryingGateways,
): { source: string; values: unknown[] } {
  const free = 'NOT EXISTS (SELECT FROM opt_out WHERE opt_out.msisdn = m.msisdn)';
  const here = '($2::text[] IS NULL OR m.district = ANY ($2))';
  // The list as it is now: it may have come after the audience.
  const undisturbed = unasked(blast.category)
    ? 'NOT EXISTS (SELECT FROM do_not_disturb AS d WHERE d.msisdn = m.msisdn)'
    : 'true';
  if (blast.parentId === null) {
    return {
      source: `SELECT m.msisdn, m.language, m.district FROM audience_member AS m
        WHERE m.audience_id = $1 AND ${here} AND ${free} AND ${undisturbed}`,
      values: [blast.audienceId, blast.districts],
    };
  }
  // Codes are those of the gateway that gave them, which need not be the one that the retry goes through.
  const codes = Object.entries(gateways).map(([name, { retryableCodes }]) => [
    name,
    retryableCodes,
  ]);
  return {
    source: `SELECT m.msisdn, m.language, m.district
      FROM blast_recipient AS m JOIN blast AS parent ON parent.id = m.blast_id
      WHERE m.blast_id = $1 AND ${here} AND m.status IN ('failed', 'undelivered')
        AND m.msisdn IS NOT NULL AND $3::jsonb->parent.gateway ? m.error_code AND ${free} AND ${undisturbed}`,
    values: [blast.parentId, blast.districts, JSON.stringify(Object.fromEntries(codes))],
  };
}
