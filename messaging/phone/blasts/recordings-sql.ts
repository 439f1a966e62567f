import { listActorsSince } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Blast } from './blast.ts';

/** Keeps what calls of a blast play now as what may be played. */
export const stampRecordings =
  "recordings = CASE WHEN channel = 'ivr' THEN prompt_recordings() END";

/** Makers of what is decided on: the drafter and, of other recordings, anybody who changed one since it was submitted. */
export async function listMakers(
  database: Queryable,
  { id, drafterId, pauseReason }: Pick<Blast, 'id' | 'drafterId' | 'pauseReason'>,
): Promise<string[]> {
  if (pauseReason !== 'call-changed') return [drafterId];
  const submitted = { subject: `blast/${id}`, actions: ['blast.submit', 'blast.round'] };
  const changes = ['take.record', 'take.withdraw'];
  return [drafterId, ...(await listActorsSince(database, changes, submitted))];
}

/** Whether calls of a blast would play another recording than was approved, or is to be. */
export async function hasOtherRecordings(database: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await database.query(
    'SELECT FROM blast WHERE id = $1 AND recordings <> prompt_recordings()',
    [id],
  );
  return rowCount === 1;
}
