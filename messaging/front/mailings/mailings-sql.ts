import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
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
  const changed = await execute(tx)`
    INSERT INTO mailing (key, kind, sent_by, letters) VALUES (${key}, ${kind}, ${sentBy}, 0)
      ON CONFLICT (key) DO NOTHING`;
  return changed === 1;
}

export async function addLetters(tx: Queryable, key: string, letters: number): Promise<void> {
  await execute(tx)`UPDATE mailing SET letters = letters + ${letters} WHERE key = ${key}`;
}

export function latestMailing(
  database: Queryable,
  kind: string,
): Promise<StoredMailing | undefined> {
  return queryRow<StoredMailing>(database)`
    SELECT key, sent_at AS "sentAt", sent_by AS "sentBy", letters FROM mailing WHERE kind = ${kind}
    ORDER BY sent_at DESC LIMIT 1`;
}

/** Picks the keys that the ledger has. */
export async function knownKeys(
  database: Queryable,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await queryRows<{ key: string }>(database)`
    SELECT key FROM letter WHERE key = ANY (${keys}::text[])`;
  return new Set(rows.map(({ key }) => key));
}

/** Entries that wait for an approval, by district; an empty one for the whole state. */
export function countOpenEntries(
  database: Queryable,
  statuses: readonly string[],
): Promise<{ district: string; count: number }[]> {
  return queryRows<{ district: string; count: number }>(database)`
    SELECT district, count(*)::int AS count FROM activity
      WHERE status = ANY (${statuses}::text[]) GROUP BY district`;
}
