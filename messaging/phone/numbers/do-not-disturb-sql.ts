import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { dayMs } from '../../../campaigns/durations.ts';
import type { DoNotDisturbMode } from '../../contract/values.ts';
import { clearAway } from '../../platform/database/clear-away.ts';
import { copyInSlices } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  inTransaction,
  type Queryable,
  type RecordDone,
} from '../../platform/database/transaction.ts';
import type { DoNotDisturbRejects } from './do-not-disturb.ts';

export interface DoNotDisturb {
  numbers: number;
  /** When a list was last taken; null for never. */
  changedAt: Date | null;
}

/** Numbers before and after, with what the reading of the list came to. */
export type DoNotDisturbCounts = { before: number; after: number } & DoNotDisturbRejects;

/**
 * Takes a list of numbers that want no promotional messages, in constant memory.
 * @param readLines lines of `do_not_disturb_upload` for the upload with this id, consumed once; when it throws, the list
 * stays as it was
 */
export async function storeDoNotDisturb(
  { pool, uploads }: Pick<Database, 'pool' | 'uploads'>,
  readLines: (upload: string) => AsyncGenerator<Uint8Array, DoNotDisturbRejects>,
  { mode, record }: { mode: DoNotDisturbMode; record: RecordDone<DoNotDisturbCounts> },
): Promise<DoNotDisturbCounts> {
  const upload = uploadId(Date.now());
  await deleteUnfinishedDoNotDisturb(pool, 1);
  try {
    const rejects = await copyInSlices(
      uploads,
      'do_not_disturb_upload (upload, msisdn, classes)',
      readLines(upload),
    );
    return await inTransaction(uploads, async (client) => {
      const taken = { ...(await takeOver(client, upload, mode)), ...rejects };
      await record(client, taken);
      return taken;
    });
  } finally {
    await clearAway(() =>
      pool.query('DELETE FROM do_not_disturb_upload WHERE upload = $1', [upload]),
    );
  }
}

/** Deletes what uploads left whose process died. */
export async function deleteUnfinishedDoNotDisturb(
  database: Queryable,
  days: number,
): Promise<number> {
  const { rowCount } = await database.query('DELETE FROM do_not_disturb_upload WHERE upload < $1', [
    uploadId(Date.now() - days * dayMs),
  ]);
  return rowCount ?? 0;
}

/** A UUID that begins with its time, as version 7 has it: a later one is the greater. */
export function uploadId(atMs: number): string {
  const hex = atMs.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function takeOver(
  client: PoolClient,
  upload: string,
  mode: DoNotDisturbMode,
): Promise<{ before: number; after: number }> {
  // Two lists at once come one after the other.
  const { rows } = await client.query<{ numbers: string }>(
    'SELECT numbers FROM do_not_disturb_state FOR UPDATE',
  );
  const before = Number(rows[0]?.numbers ?? 0);
  await client.query('ANALYZE do_not_disturb_upload');
  let after = before;
  if (mode === 'replace') {
    const gone = await client.query(
      `DELETE FROM do_not_disturb AS d WHERE NOT EXISTS
         (SELECT FROM do_not_disturb_upload AS u WHERE u.upload = $1 AND u.msisdn = d.msisdn)`,
      [upload],
    );
    after -= gone.rowCount ?? 0;
  }
  // What is added never takes away what a number blocks already.
  const said = mode === 'add' ? 'd.classes | u.classes' : 'u.classes';
  // A number that is there more than once blocks what all its rows say.
  await client.query(
    `UPDATE do_not_disturb AS d SET classes = ${said}
     FROM (SELECT msisdn, bit_or(classes) AS classes FROM do_not_disturb_upload WHERE upload = $1 GROUP BY 1) AS u
     WHERE u.msisdn = d.msisdn AND ${said} <> d.classes`,
    [upload],
  );
  const added = await client.query(
    `INSERT INTO do_not_disturb (msisdn, classes)
     SELECT msisdn, bit_or(classes) FROM do_not_disturb_upload WHERE upload = $1 GROUP BY 1
     ON CONFLICT DO NOTHING`,
    [upload],
  );
  after += added.rowCount ?? 0;
  await client.query('UPDATE do_not_disturb_state SET numbers = $1, changed_at = now()', [after]);
  return { before, after };
}

export async function readDoNotDisturb(pool: Pool): Promise<DoNotDisturb> {
  const { rows } = await pool.query<{ numbers: string; changedAt: Date | null }>(
    'SELECT numbers, changed_at AS "changedAt" FROM do_not_disturb_state',
  );
  return { numbers: Number(rows[0]?.numbers ?? 0), changedAt: rows[0]?.changedAt ?? null };
}

/** Takes one number off the list. @returns how many rows held it */
export async function deleteDoNotDisturb(client: PoolClient, msisdn: string): Promise<number> {
  const { rowCount } = await client.query('DELETE FROM do_not_disturb WHERE msisdn = $1', [msisdn]);
  const held = rowCount ?? 0;
  if (held > 0) {
    await client.query('UPDATE do_not_disturb_state SET numbers = numbers - $1', [held]);
  }
  return held;
}
