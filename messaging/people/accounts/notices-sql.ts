import type { z } from 'zod';
import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { notice } from './accounts-schemas.ts';

/** A notice to the owner of an account that somebody else changed it. */
type Notice = z.output<typeof notice>;

const reported = [
  'person.make-password-link',
  'person.reset-second-factor',
  'person.ask-password-link',
  'person.ask-second-factor',
  'person.unlink-provider',
  'person.name-deputy',
  'person.transfer-work',
  'person.change-office',
  'person.deactivate',
  'person.reactivate',
];
const latest = 20;

/** The latest first. The audit log holds them: an attacker who took the account over cannot remove them. */
export function listNotices(database: Queryable, personId: string): Promise<Notice[]> {
  return queryRows<Notice>(database)`
    SELECT a.id::float8 AS id, a.at, a.actor_name AS by, a.action, a.id <= p.notices_seen_id AS seen
    FROM person AS p JOIN audit_entry AS a ON a.subject = 'person/' || p.id
    WHERE p.id = ${personId} AND a.actor_id IS DISTINCT FROM p.id AND a.action = ANY (${reported}::text[])
    ORDER BY a.id DESC LIMIT ${latest}`;
}

/** Takes note that the owner saw what happened up to this number. */
export async function markNoticesSeen(
  database: Queryable,
  personId: string,
  untilId: number,
): Promise<void> {
  await execute(database)`
    UPDATE person SET notices_seen_id = greatest(notices_seen_id, ${untilId}) WHERE id = ${personId}`;
}
