import type { Office } from '../../../campaigns/offices/office.ts';
import { execute, queryRow, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** A one-time link as it is kept; of its token only the hash. */
export interface StoredInvitation extends Office {
  email: string;
  /** For an account that exists; null for a new one. */
  personId: string | null;
  /** Null for the command on the server. */
  invitedBy: string | null;
  expiresAt: Date;
}

const columns =
  'email, role, area, person_id AS "personId", invited_by AS "invitedBy", expires_at AS "expiresAt"';
const isOpen = 'token_hash = $1 AND used_at IS NULL AND expires_at > now()';

export async function insertInvitation(
  tx: Queryable,
  tokenHash: string,
  { email, role, area, personId, expiresAt, invitedBy }: StoredInvitation,
): Promise<void> {
  await execute(tx)`
    INSERT INTO invitation (token_hash, person_id, role, area, email, invited_by, expires_at)
    VALUES (${tokenHash}, ${personId}, ${role}, ${area}, ${email}, ${invitedBy}, ${expiresAt})`;
}

/** A link that was neither used nor ran out. */
export async function findOpenInvitation(
  database: Queryable,
  tokenHash: string,
): Promise<StoredInvitation | undefined> {
  const { rows } = await database.query<StoredInvitation>(
    `SELECT ${columns} FROM invitation WHERE ${isOpen}`,
    [tokenHash],
  );
  return rows[0];
}

/** Uses a link up and returns it; undefined when it is not open any more. */
export async function useInvitation(
  tx: Queryable,
  tokenHash: string,
): Promise<StoredInvitation | undefined> {
  const { rows } = await tx.query<StoredInvitation>(
    `UPDATE invitation SET used_at = now() WHERE ${isOpen} RETURNING ${columns}`,
    [tokenHash],
  );
  return rows[0];
}

/** Uses up the open invitation of an address, where its holder proved the address in another way than by the link. */
export function useInvitationTo(
  tx: Queryable,
  email: string,
): Promise<StoredInvitation | undefined> {
  return queryRow<StoredInvitation>(tx)`
    UPDATE invitation SET used_at = now()
    WHERE email = ${email} AND person_id IS NULL AND used_at IS NULL AND expires_at > now()
      RETURNING ${raw(columns)}`;
}

/** Earlier links to an address are void. */
export async function voidInvitationsTo(tx: Queryable, email: string): Promise<void> {
  await execute(tx)`
    UPDATE invitation SET expires_at = now() WHERE email = ${email} AND used_at IS NULL`;
}

/** Links that a person made, and those to the person, are void. */
export async function voidInvitations(tx: Queryable, personId: string): Promise<void> {
  await execute(tx)`
    UPDATE invitation SET expires_at = now()
    WHERE (invited_by = ${personId} OR person_id = ${personId}) AND used_at IS NULL`;
}

/** Takes the address out of links that were used, or ran out, so many days ago. */
export async function deleteInvitationAddresses(
  database: Queryable,
  days: number,
): Promise<number> {
  return execute(database)`
    UPDATE invitation SET email = NULL
    WHERE email IS NOT NULL AND least(used_at, expires_at) < now() - ${days}::int * interval '1 day'`;
}
