import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Takes out what a key counted. Its days stay: the progress looks at them to see that something changed. */
export async function discardInstalls(tx: Queryable, key: string): Promise<void> {
  await tx.query('DELETE FROM install_by_code WHERE key_id = $1', [key]);
  await tx.query('UPDATE progress_version SET version = version + 1');
}

/** A key that may be used, locked against its revocation until the transaction ends. */
export async function findKey(
  tx: Queryable,
  key: string,
): Promise<{ place: 'server' | 'app'; dailyLimit: number } | undefined> {
  const { rows } = await tx.query<{ place: 'server' | 'app'; dailyLimit: number }>(
    `SELECT place, daily_limit AS "dailyLimit" FROM install_key
     WHERE key = $1 AND revoked_at IS NULL FOR SHARE`,
    [key],
  );
  return rows[0];
}

/** False when this install was counted before. */
export async function insertSeen(tx: Queryable, hash: string, today: Day): Promise<boolean> {
  const { rowCount } = await tx.query(
    'INSERT INTO install_seen (hash, taken_on) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [hash, today],
  );
  return rowCount === 1;
}

/** False when the key has brought as many today as it may. */
export async function countForKey(
  tx: Queryable,
  { id, today, dailyLimit }: { id: string; today: Day; dailyLimit: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO install_key_day AS own (key_id, day, taken) VALUES ($1, $2, 1)
     ON CONFLICT (day, key_id) DO UPDATE SET taken = own.taken + 1 WHERE own.taken < $3`,
    [id, today, dailyLimit],
  );
  return rowCount === 1;
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
  await tx.query(
    `INSERT INTO install_by_code AS own (day, code, channel, district, station, version, key_id, installs)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
     ON CONFLICT (code, day, version, key_id) DO UPDATE SET installs = own.installs + 1`,
    [day, code, channel, district, station, version, key],
  );
}

/** Hashes of reports that nothing could be counted twice by any more. */
export async function deleteOldInstallHashes(
  database: Queryable,
  today: string,
  days: number,
): Promise<number> {
  const { rowCount } = await database.query(
    'DELETE FROM install_seen WHERE taken_on < $1::date - $2::int',
    [today, days],
  );
  return rowCount ?? 0;
}
