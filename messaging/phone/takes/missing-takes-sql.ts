import type { Queryable } from '../../platform/database/transaction.ts';

/** How many of these scripts nobody has recorded yet. */
export async function countMissingTakes(
  database: Queryable,
  scripts: readonly string[],
): Promise<number> {
  const { rows } = await database.query<{ made: number }>(
    `SELECT count(DISTINCT script)::int AS made FROM take
     WHERE script = ANY ($1::text[]) AND status = 'mastered' AND withdrawn_at IS NULL`,
    [scripts],
  );
  return scripts.length - (rows[0]?.made ?? 0);
}
