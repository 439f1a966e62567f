import type { Proof } from '../../../campaigns/activities/proof.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** An entry that a phone has sent, by the key that the phone drew for it. */
export interface EntryKey {
  /** Id of the officer. */
  person: string;
  /** A UUID. */
  key: string;
}

/** The activity that came of it. */
export interface KeptEntry {
  activity: number;
  proof: Proof | null;
}

export async function findEntry(
  database: Queryable,
  { person, key }: EntryKey,
): Promise<KeptEntry | undefined> {
  const { rows } = await database.query<KeptEntry>(
    `SELECT activity_id::int AS activity, proof FROM entry_key
     WHERE person_id = $1 AND key = $2 AND activity_id IS NOT NULL`,
    [person, key],
  );
  return rows[0];
}

/** Takes a key for this transaction; false when it is used, also by one that was under way and has been waited for. */
export async function takeKey(tx: Queryable, { person, key }: EntryKey): Promise<boolean> {
  const { rows } = await tx.query(
    'INSERT INTO entry_key (person_id, key) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key',
    [person, key],
  );
  return rows.length > 0;
}

export async function keepEntry(
  tx: Queryable,
  { person, key }: EntryKey,
  { activity, proof }: KeptEntry,
): Promise<void> {
  await tx.query(
    'UPDATE entry_key SET activity_id = $3, proof = $4 WHERE person_id = $1 AND key = $2',
    [person, key, activity, proof === null ? null : JSON.stringify(proof)],
  );
}
