import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { areTied } from './deputies-sql.ts';
import type { SecondPersonBar } from './second-person-schemas.ts';

/** Facts about two accounts, one of which made what the other decides on. */
export interface Verdict {
  bar: SecondPersonBar | null;
  /** Names of those who opened both. */
  openedBy: string[];
}

/**
 * SQL for the accounts that may hold this one: itself, who invited it, made its password link or reset its second factor,
 * and who may hold those in turn. A third officer's confirmation ends the line.
 */
const holders = (account: string) => `(WITH RECURSIVE holder (id) AS (
    SELECT ${account}::text
    UNION SELECT opener.id FROM holder JOIN person AS opened ON opened.id = holder.id AND opened.confirmed_at IS NULL,
      unnest(ARRAY[opened.invited_by, opened.password_link_by, opened.factor_reset_by]) AS opener (id)
      WHERE opener.id IS NOT NULL
  ) SELECT id FROM holder)`;

const haveOneHolder = (one: string, other: string) =>
  `EXISTS (${holders(one)} INTERSECT ${holders(other)})`;

/** SQL for whether two accounts may be one person's, or one writes for the other: the only place that says it. */
export function mayBeOnePerson(one: string, other: string): string {
  return `(${haveOneHolder(one, other)} OR ${areTied(one, other)})`;
}

/** Whether an officer may decide on something, by each of its makers. */
export async function readVerdicts(
  database: Queryable,
  checkerId: string,
  makers: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  const { rows } = await database.query<Verdict & { maker: string }>(
    `SELECT maker.id AS maker,
       CASE WHEN maker.id = $1 THEN 'own-draft'
         WHEN NOT ${mayBeOnePerson('maker.id', '$1')} THEN NULL
         WHEN $1 IN (${holders('maker.id')}) OR maker.id IN (${holders('$1')}) THEN 'own-guest'
         WHEN ${haveOneHolder('maker.id', '$1')} THEN 'shared-inviter'
         ELSE 'deputy' END AS bar,
       ARRAY(SELECT coalesce(p.name, both_.id) FROM (${holders('maker.id')} INTERSECT ${holders('$1')}) AS both_ (id)
         LEFT JOIN person AS p ON p.id = both_.id WHERE both_.id NOT IN (maker.id, $1) ORDER BY 1) AS "openedBy"
     FROM unnest($2::text[]) AS maker (id)`,
    [checkerId, [...new Set(makers)]],
  );
  return new Map(rows.map(({ maker, ...verdict }) => [maker, verdict]));
}

/** Accounts that took one of these actions on a subject, by the audit log. */
export async function readMakers(
  database: Queryable,
  subject: string,
  actions: readonly string[],
): Promise<string[]> {
  const rows = await queryRows<{ maker: string }>(database)`
    SELECT DISTINCT actor_id AS maker FROM audit_entry
    WHERE subject = ${subject} AND action = ANY (${actions}::text[]) AND actor_id IS NOT NULL`;
  return rows.map(({ maker }) => maker);
}
