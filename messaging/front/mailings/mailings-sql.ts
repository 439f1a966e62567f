import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredMailing {
  key: string;
  sentAt: Date;
  sentBy: string;
  letters: number;
}

/** Notes that something goes to many; false when this key went already, from whichever process. */
export async function beginMailing(
  tx: Queryable,
  { key, kind, sentBy }: { key: string; kind: string; sentBy: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO mailing (key, kind, sent_by, letters) VALUES ($1, $2, $3, 0) ON CONFLICT (key) DO NOTHING`,
    [key, kind, sentBy],
  );
  return rowCount === 1;
}

export async function addLetters(tx: Queryable, key: string, letters: number): Promise<void> {
  await tx.query('UPDATE mailing SET letters = letters + $2 WHERE key = $1', [key, letters]);
}

export async function latestMailing(
  database: Queryable,
  kind: string,
): Promise<StoredMailing | undefined> {
  const { rows } = await database.query<StoredMailing>(
    `SELECT key, sent_at AS "sentAt", sent_by AS "sentBy", letters FROM mailing WHERE kind = $1
     ORDER BY sent_at DESC LIMIT 1`,
    [kind],
  );
  return rows[0];
}

/** Picks the keys that the ledger has. */
export async function knownKeys(
  database: Queryable,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ key: string }>(
    'SELECT key FROM letter WHERE key = ANY ($1::text[])',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Entries that wait for an approval, by district; an empty one for the whole state. */
export async function countOpenEntries(
  database: Queryable,
  statuses: readonly string[],
): Promise<{ district: string; count: number }[]> {
  const { rows } = await database.query<{ district: string; count: number }>(
    `SELECT district, count(*)::int AS count FROM activity WHERE status = ANY ($1::text[]) GROUP BY district`,
    [statuses],
  );
  return rows;
}
