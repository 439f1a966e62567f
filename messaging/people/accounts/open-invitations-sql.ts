import type { z } from 'zod';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { openInvitation } from './people-schemas.ts';

/** An invitation that can still be used, without its link: of that only the hash is kept. */
export type OpenInvitationRow = Omit<z.output<typeof openInvitation>, 'office' | 'mayChange'>;

const columns = `i.id::float8 AS id, i.email, i.role, i.area, p.name AS "invitedBy",
  i.created_at AS "createdAt", i.expires_at AS "expiresAt"`;
const open = `i.person_id IS NULL AND i.used_at IS NULL AND i.expires_at > now() AND i.email IS NOT NULL`;

/** Invitations of new accounts that are open, those that run out first before the others. */
export function listOpenInvitations(database: Queryable): Promise<OpenInvitationRow[]> {
  return queryRows<OpenInvitationRow>(database)`
    SELECT ${raw(columns)} FROM invitation AS i LEFT JOIN person AS p ON p.id = i.invited_by
    WHERE ${raw(open)} ORDER BY i.expires_at, i.id`;
}

/** One that is open, held until the transaction ends. */
export function lockOpenInvitation(
  tx: Queryable,
  id: number,
): Promise<OpenInvitationRow | undefined> {
  return queryRow<OpenInvitationRow>(tx)`
    SELECT ${raw(columns)} FROM invitation AS i LEFT JOIN person AS p ON p.id = i.invited_by
    WHERE ${raw(open)} AND i.id = ${id} FOR UPDATE OF i`;
}

/** Ends an invitation: its link does not open any more. */
export async function endInvitation(tx: Queryable, id: number): Promise<void> {
  await execute(tx)`UPDATE invitation SET expires_at = now() WHERE id = ${id}`;
}
