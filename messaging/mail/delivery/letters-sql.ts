import type { LetterState } from '../../contract/values.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { letterColumns, type StoredLetter } from './ledger-sql.ts';
import type { LetterQuery } from './mail-schemas.ts';

const matches = `($1::text IS NULL OR l.state = $1)
  AND ($2::text IS NULL OR l.recipient ILIKE $2 OR l.subject ILIKE $2)`;

/** The latest first, and how many match in all. */
export async function listLetters(
  database: Queryable,
  { state, q, offset, limit }: LetterQuery,
): Promise<{ letters: StoredLetter[]; found: number }> {
  const part = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows: letters } = await database.query<StoredLetter>(
    `SELECT ${letterColumns} FROM letter AS l WHERE ${matches}
     ORDER BY l.id DESC OFFSET $3 LIMIT $4`,
    [state ?? null, part, offset, limit],
  );
  const { rows } = await database.query<{ found: number }>(
    `SELECT count(*)::int AS found FROM letter AS l WHERE ${matches}`,
    [state ?? null, part],
  );
  return { letters, found: rows[0]?.found ?? 0 };
}

/** Counts the letters in each state, of one mailing or of all. */
export async function countStates(
  database: Queryable,
  mailing: string | null = null,
): Promise<Partial<Record<LetterState, number>>> {
  const rows = await queryRows<{ state: LetterState; letters: number }>(database)`
    SELECT state, count(*)::int AS letters FROM letter WHERE ${mailing}::text IS NULL OR mailing = ${mailing}
    GROUP BY state`;
  return Object.fromEntries(rows.map(({ state, letters }) => [state, letters]));
}

export function findLetter(database: Queryable, id: number): Promise<StoredLetter | undefined> {
  return queryRow<StoredLetter>(database)`
    SELECT ${raw(letterColumns)} FROM letter AS l WHERE l.id = ${id}`;
}

/** A letter, held until the transaction ends. */
export function lockLetter(tx: Queryable, id: number): Promise<StoredLetter | undefined> {
  return queryRow<StoredLetter>(tx)`
    SELECT ${raw(letterColumns)} FROM letter AS l WHERE l.id = ${id} FOR UPDATE`;
}

/** It arrived, as an officer knows. The claim goes: a late answer changes nothing any more. */
export async function noteArrived(tx: Queryable, id: number, by: string): Promise<void> {
  await execute(tx)`
    UPDATE letter SET state = 'sent', claim = NULL, decided_by = ${by}, sealed_link = NULL,
    settled_at = clock_timestamp() WHERE id = ${id}`;
}

/** Puts a letter into the row again, with the same Message-ID. */
export async function queueAgain(
  tx: Queryable,
  id: number,
  { by, recipient }: { by: string; recipient: string },
): Promise<void> {
  await execute(tx)`
    UPDATE letter SET state = 'queued', claim = NULL, handed_over_at = NULL, tries = 0,
      recipient = ${recipient},
      decided_by = ${by}, next_try_at = clock_timestamp(), due_since = clock_timestamp(), settled_at = NULL
    WHERE id = ${id}`;
}
