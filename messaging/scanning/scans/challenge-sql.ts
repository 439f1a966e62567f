import type { Queryable } from '../../platform/database/transaction.ts';

/** Keeps a key unless there is one, and returns the one that is kept. */
export async function keepChallengeKey(
  database: Queryable,
  key: string,
): Promise<string | undefined> {
  await database.query(
    'INSERT INTO challenge_key (value) VALUES ($1) ON CONFLICT (one) DO NOTHING',
    [key],
  );
  const { rows } = await database.query<{ value: string }>('SELECT value FROM challenge_key');
  return rows[0]?.value;
}
