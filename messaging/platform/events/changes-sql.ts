import { changeKinds } from '../../contract/change-kinds.ts';
import type { Queryable } from '../database/transaction.ts';
import type { Change } from './events-schemas.ts';

export interface StoredChange extends Change {
  /** Id of the row: the same one again is known by it. */
  row: string;
}

/** Changes of the last two minutes; a transaction that took longer is told with the next change of its kind. */
export async function readChanges(database: Queryable): Promise<StoredChange[]> {
  const { rows } = await database.query<StoredChange>(
    `SELECT id::text AS row, kind, subject AS id, area FROM change
     WHERE at > clock_timestamp() - interval '2 minutes' AND kind = ANY ($1::text[]) ORDER BY change.id`,
    [changeKinds],
  );
  return rows;
}

/** Nobody asks for them any more. */
export async function forgetChanges(database: Queryable): Promise<void> {
  await database.query(`DELETE FROM change WHERE at < clock_timestamp() - interval '10 minutes'`);
}
