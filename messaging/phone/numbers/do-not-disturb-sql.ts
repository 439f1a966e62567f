import type { Pool, PoolClient } from 'pg';
import type { DoNotDisturbMode } from '../../contract/values.ts';
import type { Database } from '../../platform/database/database.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable, RecordDone } from '../../platform/database/transaction.ts';
import type { ListRejects } from './list-lines.ts';
import { storeList } from './list-uploads-sql.ts';

/** Numbers before and after, with what the reading of the list came to. */
type DoNotDisturbCounts = { before: number; after: number } & ListRejects;

/** Takes a list of numbers that want no promotional messages. @param readLines as `storeList` has it */
export function storeDoNotDisturb(
  pools: Pick<Database, 'pool' | 'uploads'>,
  readLines: Parameters<typeof storeList>[2],
  { mode, record }: { mode: DoNotDisturbMode; record: RecordDone<DoNotDisturbCounts> },
): Promise<DoNotDisturbCounts> {
  return storeList(pools, 'do_not_disturb_upload', readLines, async (tx, upload, rejects) => {
    const taken = { ...(await takeOver(tx, upload, mode)), ...rejects };
    await record(tx, taken);
    return taken;
  });
}

async function takeOver(
  client: PoolClient,
  upload: string,
  mode: DoNotDisturbMode,
): Promise<{ before: number; after: number }> {
  // Two lists at once come one after the other.
  const rows = await queryRows<{ numbers: string }>(client)`
    SELECT numbers FROM do_not_disturb_state FOR UPDATE`;
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
  await execute(client)`
    UPDATE do_not_disturb AS d SET classes = ${raw(said)}
    FROM (SELECT msisdn, bit_or(classes) AS classes FROM do_not_disturb_upload
      WHERE upload = ${upload} GROUP BY 1) AS u
    WHERE u.msisdn = d.msisdn AND ${raw(said)} <> d.classes`;
  const added = await client.query(
    `INSERT INTO do_not_disturb (msisdn, classes)
     SELECT msisdn, bit_or(classes) FROM do_not_disturb_upload WHERE upload = $1 GROUP BY 1
     ON CONFLICT DO NOTHING`,
    [upload],
  );
  after += added.rowCount ?? 0;
  await execute(client)`UPDATE do_not_disturb_state SET numbers = ${after}, changed_at = now()`;
  return { before, after };
}

/** `changedAt`: when a list was last taken; null for never. */
export async function readDoNotDisturb(
  pool: Pool,
): Promise<{ numbers: number; changedAt: Date | null }> {
  const row = await queryRow<{ numbers: string; changedAt: Date | null }>(pool)`
    SELECT numbers, changed_at AS "changedAt" FROM do_not_disturb_state`;
  return { numbers: Number(row?.numbers ?? 0), changedAt: row?.changedAt ?? null };
}

/** Takes one number off the list. @returns how many rows held it */
export async function deleteDoNotDisturb(client: Queryable, msisdn: string): Promise<number> {
  const changed = await execute(client)`DELETE FROM do_not_disturb WHERE msisdn = ${msisdn}`;
  const held = changed;
  if (held > 0) {
    await execute(client)`UPDATE do_not_disturb_state SET numbers = numbers - ${held}`;
  }
  return held;
}
