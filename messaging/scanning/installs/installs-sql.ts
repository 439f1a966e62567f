import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { InstallKey } from './installs-schemas.ts';

export type StoredKey = Omit<InstallKey, 'madeAt' | 'revokedAt'> & {
  madeAt: Date;
  revokedAt: Date | null;
};

export async function listKeys(database: Queryable, today: Day, id?: string): Promise<StoredKey[]> {
  const { rows } = await database.query<StoredKey>(
    `SELECT id, place, daily_limit AS "dailyLimit", made_by AS "madeBy", made_at AS "madeAt",
       revoked_by AS "revokedBy", revoked_at AS "revokedAt",
       (SELECT coalesce(sum(installs), 0)::int FROM install_by_code WHERE key_id = id) AS installs,
       coalesce((SELECT taken FROM install_key_day WHERE key_id = id AND day = $1), 0) AS today
     FROM install_key WHERE $2::text IS NULL OR id = $2 ORDER BY made_at DESC, id LIMIT 200`,
    [today, id ?? null],
  );
  return rows;
}

export async function insertKey(
  tx: Queryable,
  key: { id: string; place: 'server' | 'app'; dailyLimit: number; by: string },
): Promise<void> {
  await tx.query(
    'INSERT INTO install_key (id, place, daily_limit, made_by) VALUES ($1, $2, $3, $4)',
    [key.id, key.place, key.dailyLimit, key.by],
  );
}

/** False when there is no such key; one that is revoked already stays as it is. */
export async function updateRevoked(
  tx: Queryable,
  id: string,
  { by, discard }: { by: string; discard: boolean },
): Promise<boolean> {
  const { rows } = await tx.query('SELECT FROM install_key WHERE id = $1 FOR UPDATE', [id]);
  if (rows.length === 0) return false;
  await tx.query(
    'UPDATE install_key SET revoked_by = $2, revoked_at = now() WHERE id = $1 AND revoked_at IS NULL',
    [id, by],
  );
  // The days stay: the progress looks at them to see that something changed.
  if (discard) {
    await tx.query('DELETE FROM install_by_code WHERE key_id = $1', [id]);
    await tx.query('UPDATE progress_version SET version = version + 1');
  }
  return true;
}

/** A key that may be used, locked against its revocation until the transaction ends. */
export async function useKey(
  tx: Queryable,
  id: string,
): Promise<{ place: 'server' | 'app'; dailyLimit: number } | undefined> {
  const { rows } = await tx.query<{ place: 'server' | 'app'; dailyLimit: number }>(
    `SELECT place, daily_limit AS "dailyLimit" FROM install_key
     WHERE id = $1 AND revoked_at IS NULL FOR SHARE`,
    [id],
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
