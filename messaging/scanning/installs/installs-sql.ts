import type { Day } from '../../../campaigns/tracker/clock.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Takes out what a key counted. Its days stay: the progress looks at them to see that something changed. */
export async function discardInstalls(tx: Queryable, key: string): Promise<void> {
  await execute(tx)`DELETE FROM install_by_code WHERE key_id = ${key}`;
  await tx.query('UPDATE progress_version SET version = version + 1');
}

/** A key that may be used, locked against its revocation until the transaction ends. */
export function findKey(
  tx: Queryable,
  key: string,
): Promise<{ place: 'server' | 'app'; dailyLimit: number } | undefined> {
  return queryRow<{ place: 'server' | 'app'; dailyLimit: number }>(tx)`
    SELECT place, daily_limit AS "dailyLimit" FROM install_key
    WHERE key = ${key} AND revoked_at IS NULL FOR SHARE`;
}

/** False when this install was counted before. */
export async function insertSeen(tx: Queryable, hash: string, today: Day): Promise<boolean> {
  const changed = await execute(tx)`
    INSERT INTO install_seen (hash, taken_on) VALUES (${hash}, ${today}) ON CONFLICT DO NOTHING`;
  return changed === 1;
}

/** False when the key has brought as many today as it may. */
export async function countForKey(
  tx: Queryable,
  { id, today, dailyLimit }: { id: string; today: Day; dailyLimit: number },
): Promise<boolean> {
  const changed = await execute(tx)`
    INSERT INTO install_key_day AS own (key_id, day, taken) VALUES (${id}, ${today}, 1)
    ON CONFLICT (day, key_id) DO UPDATE SET taken = own.taken + 1 WHERE own.taken < ${dailyLimit}`;
  return changed === 1;
}

export async function countForCode(
  tx: Queryable,
  install: {
    day: Day;
    code: string;
    channel: string;
    district: string;
    station: string;
    version: string;
    key: string;
  },
): Promise<void> {
  const { day, code, channel, district, station, version, key } = install;
  await execute(tx)`
    INSERT INTO install_by_code AS own (day, code, channel, district, station, version, key_id, installs)
    VALUES (${day}, ${code}, ${channel}, ${district}, ${station}, ${version}, ${key}, 1)
    ON CONFLICT (code, day, version, key_id) DO UPDATE SET installs = own.installs + 1`;
}

/** Hashes of reports that nothing could be counted twice by any more. */
export async function deleteOldInstallHashes(
  database: Queryable,
  today: string,
  days: number,
): Promise<number> {
  return execute(database)`DELETE FROM install_seen WHERE taken_on < ${today}::date - ${days}::int`;
}
