import type { NoteMakers } from '../../campaigns/press-notes/readers.ts';
import type { Queryable } from '../database/transaction.ts';
import { makersInvitedBy } from './press-notes-sql.ts';

/** Press notes of districts that wait for a second officer, the oldest first. */
export async function listWaitingNotes(
  database: Queryable,
  districts: readonly string[],
): Promise<(NoteMakers & { district: string; changedAt: Date })[]> {
  const { rows } = await database.query(
    `SELECT district, makers, ${makersInvitedBy}, changed_at AS "changedAt" FROM press_note
     WHERE status = 'waiting' AND district = ANY ($1::text[]) ORDER BY changed_at, id`,
    [districts],
  );
  return rows;
}
