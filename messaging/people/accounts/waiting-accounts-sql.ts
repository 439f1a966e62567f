import type { Waiting } from '../../contract/waiting.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface AccountsWaiting {
  /** One-time links that are open and that nobody has used. */
  invitations: Waiting;
  /** Accounts that failed attempts have locked. */
  locked: Waiting;
  /** Requests that wait for a second administrator. */
  requests: Waiting;
}

export async function countWaitingAccounts(database: Queryable): Promise<AccountsWaiting> {
  const { rows } = await database.query<{ name: keyof AccountsWaiting } & Waiting>(
    `SELECT 'invitations' AS name, count(*)::int AS count, min(created_at) AS since FROM invitation
       WHERE used_at IS NULL AND expires_at > now()
     UNION ALL
     SELECT 'locked', count(*)::int, min(at) FROM (
       SELECT last_at AS at FROM sign_in_attempt WHERE locked_until > now()
       UNION ALL SELECT locked_until FROM two_factor WHERE locked_until > now()
     ) AS locked
     UNION ALL
     SELECT 'requests', count(*)::int, min(asked_at) FROM account_request WHERE decided_at IS NULL`,
  );
  const of = (what: keyof AccountsWaiting): Waiting => {
    const { count = 0, since = null } = rows.find(({ name }) => name === what) ?? {};
    return { count, since };
  };
  return { invitations: of('invitations'), locked: of('locked'), requests: of('requests') };
}
