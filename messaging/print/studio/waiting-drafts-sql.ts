import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { mayBeOnePerson } from '../../people/accounts/second-person-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { isApprover } from './studio-sql.ts';

/**
 * Drafts, ways back and destinations of codes that wait for this very officer as a second person; for an administrator only
 * where no account of HQ could decide.
 */
export async function countWaitingDrafts(
  database: Queryable,
  { id, role }: Pick<Actor, 'id' | 'role'>,
): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `WITH waiting AS (
       SELECT author_id AS by, submitted_at AS since FROM campaign_draft WHERE status = 'submitted'
       UNION ALL SELECT drafted_by_id, made_at FROM detour WHERE status = 'submitted')
     SELECT count(*)::int AS count, min(since) AS since FROM waiting
     WHERE NOT ${mayBeOnePerson('waiting.by', '$1')}
       AND ($2 <> 'admin' OR NOT EXISTS (SELECT FROM person WHERE ${isApprover('waiting.by')}))`,
    [id, role],
  );
  return rows[0] as Waiting;
}
