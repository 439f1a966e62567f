import type { z } from 'zod';
import type { Waiting } from '../../contract/waiting.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { accountRequest } from './people-schemas.ts';
import { mayBeOnePerson } from './second-person-sql.ts';

/** A key that an administrator asked a second one to confirm. */
export type AccountRequest = z.output<typeof accountRequest>;
/** The two keys of an account: one alone opens nothing, both together do. */
export type KeyKind = AccountRequest['kind'];

/** A key counts for so long as a link to it can be open. */
const memory = "interval '7 days'";
const keyActions: Record<KeyKind, string> = {
  'reset-second-factor': 'person.reset-second-factor',
  'password-link': 'person.make-password-link',
};
const columns = selectFields(accountRequest, {
  id: 'r.id::int',
  personName: 'p.name',
  askedByName: 'asker.name',
});
/** The asker still has to be an administrator. */
const from = `account_request AS r JOIN person AS p ON p.id = r.person_id JOIN person AS asker
  ON asker.id = r.asked_by AND asker.role = 'admin' AND asker.deactivated_at IS NULL`;
const isOpen = `r.decided_at IS NULL AND r.asked_at > now() - ${memory}`;

/** The latest last. */
export function listOpenRequests(database: Queryable): Promise<AccountRequest[]> {
  return queryRows<AccountRequest>(database)`
    SELECT ${raw(columns)} FROM ${raw(from)} WHERE ${raw(isOpen)} ORDER BY r.id`;
}

/** Holds the account that a request is about until the transaction ends. */
export async function lockPersonOfRequest(tx: Queryable, id: number): Promise<void> {
  await execute(tx)`
    SELECT FROM person WHERE id = (SELECT person_id FROM account_request WHERE id = ${id}) FOR UPDATE`;
}

/** A request that waits, held until the transaction ends. */
export function lockOpenRequest(tx: Queryable, id: number): Promise<AccountRequest | undefined> {
  return queryRow<AccountRequest>(tx)`
    SELECT ${raw(columns)} FROM ${raw(from)} WHERE r.id = ${id} AND ${raw(isOpen)} FOR UPDATE OF r`;
}

/** Asks; an earlier request for the same is void by it. */
export async function insertRequest(
  tx: Queryable,
  { personId, kind, askedBy }: Pick<AccountRequest, 'personId' | 'kind' | 'askedBy'>,
): Promise<AccountRequest> {
  await execute(tx)`
    UPDATE account_request SET decided_at = now(), confirmed = false
    WHERE person_id = ${personId} AND kind = ${kind} AND decided_at IS NULL`;
  const made = await queryRow<AccountRequest>(tx)`
    WITH r AS (INSERT INTO account_request (person_id, kind, asked_by)
      VALUES (${personId}, ${kind}, ${askedBy}) RETURNING *)
    SELECT ${raw(columns)} FROM ${raw(from.replace('account_request AS r', 'r'))}`;
  if (made === undefined) throw new Error('Expected a request by an administrator, got none');
  return made;
}

export async function closeRequest(
  tx: Queryable,
  { id, by, confirmed }: { id: number; by: string; confirmed: boolean },
): Promise<void> {
  await execute(tx)`
    UPDATE account_request SET decided_by = ${by}, decided_at = now(), confirmed = ${confirmed} WHERE id = ${id}`;
}

/** Whether this officer gave the account such a key lately. Asked of the audit log: a later one by others hides none. */
export async function gaveKeyLately(
  tx: Queryable,
  { personId, kind, by }: { personId: string; kind: KeyKind; by: string },
): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT 1 FROM audit_entry WHERE subject = $1 AND action = $2 AND actor_id = $3
       AND at > now() - ${memory} LIMIT 1`,
    [`person/${personId}`, keyActions[kind], by],
  );
  return rows.length > 0;
}

/** Whether there is an administrator who could be the second person. */
export async function isOtherAdministrator(
  tx: Queryable,
  { askedBy, personId }: Pick<AccountRequest, 'askedBy' | 'personId'>,
): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT 1 FROM person WHERE role = 'admin' AND deactivated_at IS NULL AND id <> $2
       AND NOT ${mayBeOnePerson('person.id', '$1')} LIMIT 1`,
    [askedBy, personId],
  );
  return rows.length > 0;
}

interface AccountsWaiting {
  /** One-time links that are open and that nobody has used. */
  invitations: Waiting;
  /** Accounts that failed attempts have locked. */
  locked: Waiting;
  /** Requests that wait for a second administrator. */
  requests: Waiting;
}

export async function countWaitingAccounts(database: Queryable): Promise<AccountsWaiting> {
  const rows = await queryRows<{ name: keyof AccountsWaiting } & Waiting>(database)`
    SELECT 'invitations' AS name, count(*)::int AS count, min(created_at) AS since FROM invitation
      WHERE used_at IS NULL AND expires_at > now()
    UNION ALL
    SELECT 'locked', count(*)::int, min(at) FROM (
      SELECT locked_until AS at FROM attempt WHERE scope = 'account' AND locked_until > now()
    ) AS locked
    UNION ALL
    SELECT 'requests', count(*)::int, min(asked_at) FROM account_request WHERE decided_at IS NULL`;
  const of = (what: keyof AccountsWaiting): Waiting => {
    const { count = 0, since = null } = rows.find(({ name }) => name === what) ?? {};
    return { count, since };
  };
  return { invitations: of('invitations'), locked: of('locked'), requests: of('requests') };
}
