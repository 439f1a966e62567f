import type { PauseReason } from '../../contract/values.ts';
import { listActorsSince } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Blast } from './blast.ts';

/** Keeps what calls of a blast play now as what may be played. */
export const stampRecordings =
  "recordings = CASE WHEN channel = 'ivr' THEN prompt_recordings() END";

/** Acts that make another recording, or may make a plan larger. */
const changing: Partial<Record<PauseReason, string[]>> = {
  'call-changed': ['take.record', 'take.withdraw'],
  'plan-changed': ['audience.opt-in', 'opt-out.remove', 'number.delete'],
};

/** Makers of what is decided on: the drafter and anybody who changed since it was submitted what it pauses for. */
export async function listMakers(
  database: Queryable,
  { id, drafterId, pauseReason }: Pick<Blast, 'id' | 'drafterId' | 'pauseReason'>,
): Promise<string[]> {
  const changes = pauseReason === null ? undefined : changing[pauseReason];
  if (changes === undefined) return [drafterId];
  const submitted = { subject: `blast/${id}`, actions: ['blast.submit', 'blast.round'] };
  return [drafterId, ...(await listActorsSince(database, changes, submitted))];
}

/**
 * A digest of why a blast is paused and of what going on would approve: the plan that was found, the recordings of a call. It
 * goes to the page, and back with the approval.
 */
export async function readPause(database: Queryable, id: number): Promise<string | null> {
  const row = await queryRow<{ pause: string }>(database)`
    SELECT encode(sha256(convert_to(concat_ws('|', pause_reason, halting_code, found,
      CASE WHEN channel = 'ivr' THEN prompt_recordings()::text END), 'UTF8')), 'hex') AS pause
    FROM blast WHERE id = ${id} AND status = 'paused'`;
  return row?.pause ?? null;
}

/** Whether calls of a blast would play another recording than was approved, or is to be. */
export async function hasOtherRecordings(database: Queryable, id: number): Promise<boolean> {
  const changed = await execute(database)`
    SELECT FROM blast WHERE id = ${id} AND recordings <> prompt_recordings()`;
  return changed === 1;
}
