import type { Actor } from '../../campaigns/offices/actor.ts';
import type { Waiting } from '../contract/home.ts';
import type { Queryable } from '../database/transaction.ts';

/**
 * Drafts, ways back and destinations of codes that wait for this very officer: neither the own nor those of an account that
 * the officer made or opened, and an administrator's only where no account of HQ could decide.
 */
export async function countWaitingDrafts(
  database: Queryable,
  { id, role }: Pick<Actor, 'id' | 'role'>,
): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `WITH waiting AS (
       SELECT author_id AS by, submitted_at AS since FROM campaign_draft WHERE status = 'submitted'
       UNION ALL SELECT drafted_by_id, made_at FROM detour WHERE status = 'submitted'),
     barred AS (
       SELECT waiting.*, array_remove(ARRAY[waiting.by, p.invited_by, p.password_link_by, p.factor_reset_by], NULL) AS officers
       FROM waiting LEFT JOIN person AS p ON p.id = waiting.by)
     SELECT count(*)::int AS count, min(since) AS since FROM barred
     WHERE $1 <> ALL (officers) AND ($2 <> 'admin' OR NOT EXISTS (
       SELECT 1 FROM person WHERE role = 'hq' AND deactivated_at IS NULL AND id <> ALL (officers)))`,
    [id, role],
  );
  return rows[0] as Waiting;
}
