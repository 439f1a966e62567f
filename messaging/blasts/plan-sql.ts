import type { Pool } from 'pg';
import type { SkipReason } from '../contract/values.ts';
import type { Queryable } from '../database/transaction.ts';
import type { Blast } from './blast.ts';
import { textFor } from './blast.ts';
import { applyCommand } from './blasts-sql.ts';
import { type RetryingGateways, type Selected, sourceOf } from './selection-sql.ts';

/** Recipients of a blast before they are in the ledger: by language, and who is left out, by reason. */
export interface SelectedCounts {
  languages: Map<string, number>;
  skipped: Partial<Record<SkipReason, number>>;
}

/** What the cost estimate is made of, and what the approver sees of the rules. */
export async function countSelected(
  pool: Pool,
  blast: Selected,
  gateways: RetryingGateways,
): Promise<SelectedCounts> {
  const { text, values } = await sourceOf(pool, blast, gateways);
  const { rows } = await pool.query<{ language: string; reason: SkipReason | null; n: string }>(
    `SELECT language, reason, count(*) AS n FROM (${text}) AS source GROUP BY 1, 2`,
    values,
  );
  const counts: SelectedCounts = { languages: new Map(), skipped: {} };
  for (const { language, reason, n } of rows) {
    if (reason === null) counts.languages.set(language, Number(n));
    else counts.skipped[reason] = (counts.skipped[reason] ?? 0) + Number(n);
  }
  return counts;
}

/** Recipients of a blast by language, before they are in the ledger. */
export async function countRecipients(
  pool: Pool,
  blast: Selected,
  gateways: RetryingGateways,
): Promise<Map<string, number>> {
  return (await countSelected(pool, blast, gateways)).languages;
}

/**
 * Plans an approved blast: its recipients stand in the ledger together with its new status, whole or not at all.
 * Several workers may try: the first one does it.
 * @param record writes what was done, in the same transaction
 * @returns the number of recipients, without those whom a rule leaves out; null when another one did it
 */
export async function planRecipients(
  pool: Pool,
  { id }: Pick<Blast, 'id'>,
  gateways: RetryingGateways,
  record: (tx: Queryable, recipients: number) => Promise<unknown> = async () => {},
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
        await record(tx, recipients);
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
  // Two blasts to one number must see each other: the later one plans when the earlier one stands.
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('blast.plan'))");
  const { text, values } = await sourceOf(tx, blast, gateways);
  const at = values.length;
  await tx.query(
    // The canary is a sample by hash and goes first; then in the order of numbers, so that the index grows at its end.
    // Who is left out stands behind them, with the reason.
    `WITH source AS MATERIALIZED (${text}),
     sample AS (SELECT msisdn FROM source WHERE reason IS NULL
       ORDER BY hashint8(msisdn), msisdn LIMIT $${at + 4}::integer)
     INSERT INTO blast_recipient
       (msisdn, blast_id, place, status, segments, canary, language, district, error_code)
     SELECT msisdn, $${at + 1}::integer, row_number() OVER (ORDER BY left_out, canary DESC, msisdn),
       CASE WHEN left_out THEN 'skipped' ELSE 'planned' END::recipient_status,
       CASE WHEN language = 'en' THEN $${at + 2}::smallint ELSE $${at + 3}::smallint END,
       canary, language, district, reason
     FROM (SELECT *, reason IS NOT NULL AS left_out, msisdn IN (SELECT msisdn FROM sample) AS canary
       FROM source) AS marked
     ORDER BY left_out, canary DESC, msisdn`,
    [
      ...values,
      blast.id,
      textFor(blast.texts, 'en').segments,
      textFor(blast.texts, 'hi').segments,
      blast.policy.canarySize,
    ],
  );
  const { rows } = await tx.query<{ planned: string | null }>(
    "SELECT sum(recipients) AS planned FROM blast_tally WHERE blast_id = $1 AND status = 'planned'",
    [blast.id],
  );
  return Number(rows[0]?.planned ?? 0);
}
