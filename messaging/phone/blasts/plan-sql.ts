import type { Pool } from 'pg';
import type { SkipReason } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Blast } from './blast.ts';
import { applyCommand } from './blasts-sql.ts';
import {
  countPlanned,
  cutRanges,
  isPlanned,
  markCanary,
  planNextRange,
  usualRange,
  writeGateway,
} from './plan-ranges-sql.ts';
import { type RetryingGateways, readSource, type Selected } from './selection-sql.ts';

/** Recipients of a blast before they are in the ledger: by language, and who is left out, by reason. */
export interface SelectedCounts {
  /** Those who get it, by gateway and language. */
  shares: { gateway: string; language: string; recipients: number }[];
  languages: Map<string, number>;
  skipped: Partial<Record<SkipReason, number>>;
  /** Of those who get it, how many have a station. */
  stations: number;
}

/** Counts for the cost estimate, and for what the approver sees of the rules. */
export async function countSelected(
  pool: Pool,
  blast: Selected,
  gateways: RetryingGateways,
): Promise<SelectedCounts> {
  const { text, values } = await readSource(pool, blast, gateways);
  const gateway = writeGateway(blast, (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<{
    language: string;
    reason: SkipReason | null;
    gateway: string;
    n: string;
    stations: string;
  }>(
    `SELECT language, reason, ${gateway} AS gateway, count(*) AS n, count(station) AS stations FROM (${text}) AS source GROUP BY 1, 2, 3`,
    values,
  );
  const counts: SelectedCounts = { shares: [], languages: new Map(), skipped: {}, stations: 0 };
  for (const { language, reason, gateway, n, stations } of rows) {
    const recipients = Number(n);
    if (reason === null) {
      counts.stations += Number(stations);
      counts.shares.push({ gateway, language, recipients });
      counts.languages.set(language, (counts.languages.get(language) ?? 0) + recipients);
    } else counts.skipped[reason] = (counts.skipped[reason] ?? 0) + recipients;
  }
  return counts;
}

export interface Planning {
  /** Writes what was done, in the transaction that ends the plan. */
  record?: (tx: Queryable, recipients: number) => Promise<unknown>;
  /** Ranges that this process plans at a time. */
  lanes?: number;
  /** Numbers in a range. */
  rangeSize?: number;
  /** Leaves the ranges that are not begun to the next planner. */
  signal?: AbortSignal;
}

/**
 * Puts an approved blast's recipients into the ledger, range by range, and gives it its new status when all are
 * there. Several workers may do so at once; the next one redoes what a dead one had begun.
 * @returns the number of recipients, without those whom a rule leaves out; null when another one ended it, or will
 */
export async function planRecipients(
  pool: Pool,
  { id }: Pick<Blast, 'id'>,
  gateways: RetryingGateways,
  { record = async () => {}, lanes = 2, rangeSize = usualRange, signal }: Planning = {},
): Promise<number | null> {
  if (!(await cutRanges(pool, id, rangeSize))) return null;
  const lane = async () => {
    while (signal?.aborted !== true && (await planNextRange(pool, id, gateways)));
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  // Those that another process is at are still to be seen here.
  if (!(await isPlanned(pool, id))) return null;
  let recipients: number | null = null;
  await applyCommand(
    pool,
    id,
    { kind: 'plan' },
    {
      actor: 'service',
      skipLocked: true,
      async record(tx, blast) {
        await markCanary(tx, blast);
        recipients = await countPlanned(tx, id);
        await record(tx, recipients);
      },
    },
  );
  if (recipients !== null) await pool.query('ANALYZE blast_recipient');
  return recipients;
}
