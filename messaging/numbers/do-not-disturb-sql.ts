import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { DoNotDisturbMode } from '../contract/values.ts';
import { copyInto } from '../database/copy.ts';
import { inTransaction, type Queryable, type RecordDone } from '../database/transaction.ts';

export interface DoNotDisturb {
  numbers: number;
  /** When a list was last taken; null for never. */
  changedAt: Date | null;
}

const dayMs = 24 * 3_600_000;

/**
 * Takes a list of numbers that want no promotional messages, in constant memory.
 * @param batches consumed once; when it throws, the list stays as it was
 */
export async function storeDoNotDisturb(
  pool: Pool,
  batches: AsyncIterable<readonly number[]>,
  {
    mode,
    record,
  }: { mode: DoNotDisturbMode; record: RecordDone<{ before: number; after: number }> },
): Promise<number> {
  const upload = uploadId(Date.now());
  await deleteUnfinishedDoNotDisturb(pool, 1);
  try {
    await copyInto(pool, 'do_not_disturb_upload (upload, msisdn)', copyText(upload, batches));
    return await inTransaction(pool, (client) => takeOver(client, upload, { mode, record }));
  } finally {
    await pool.query('DELETE FROM do_not_disturb_upload WHERE upload = $1', [upload]);
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
function uploadId(atMs: number): string {
  const hex = atMs.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function* copyText(
  upload: string,
  batches: AsyncIterable<readonly number[]>,
): AsyncGenerator<Buffer> {
  for await (const batch of batches) {
    if (batch.length > 0) {
      yield Buffer.from(batch.map((msisdn) => `${upload}\t${msisdn}\n`).join(''));
    }
  }
}

async function takeOver(
  client: PoolClient,
  upload: string,
  {
    mode,
    record,
  }: { mode: DoNotDisturbMode; record: RecordDone<{ before: number; after: number }> },
): Promise<number> {
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
  const added = await client.query(
    `INSERT INTO do_not_disturb (msisdn) SELECT DISTINCT msisdn FROM do_not_disturb_upload WHERE upload = $1
     ON CONFLICT DO NOTHING`,
    [upload],
  );
  after += added.rowCount ?? 0;
  await client.query('UPDATE do_not_disturb_state SET numbers = $1, changed_at = now()', [after]);
  await record(client, { before, after });
  return after;
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
