import type { z } from 'zod';
import { dayOf } from '../../platform/database/day-sql.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { me } from './accounts-schemas.ts';

/** Days after its end during which a deputy is not a second person to the officer whom they stood in for. */
const tieDays = 30;
const today = dayOf('now()');

/** SQL for whether a row of `deputy` counts today. */
export const isInForce = (row: string) =>
  `${row}.ended_at IS NULL AND ${today} BETWEEN ${row}.first_day AND ${row}.last_day`;

/** SQL for whether one of two accounts stands in for the other, or did so lately: each may have written for the other. */
export const areTied = (one: string, other: string) => `EXISTS (SELECT FROM deputy AS tie
    WHERE (tie.person_id, tie.deputy_id) IN ((${one}, ${other}), (${other}, ${one}))
      AND tie.first_day <= ${today} AND least(tie.last_day, ${dayOf('tie.ended_at')}) > ${today} - ${tieDays}
      AND (tie.ended_at IS NULL OR ${dayOf('tie.ended_at')} >= tie.first_day))`;

/** Somebody for whom an officer may stand in. */
export type StandIn = z.output<typeof me>['mayStandInFor'][number];

/** Those for whom an officer may stand in today, if both are still of the same office. */
export function listStandIns(database: Queryable, deputyId: string): Promise<StandIn[]> {
  return queryRows<StandIn>(database)`
    SELECT DISTINCT ON (d.person_id) d.person_id AS "personId", p.name AS "personName",
      d.last_day::text AS "lastDay"
    FROM deputy AS d JOIN person AS p ON p.id = d.person_id JOIN person AS q ON q.id = d.deputy_id
    WHERE d.deputy_id = ${deputyId} AND ${raw(isInForce('d'))} AND p.role = q.role AND p.area IS NOT DISTINCT
      FROM q.area
    ORDER BY d.person_id, d.last_day DESC`;
}

/** Notes that one officer took over what another one left, so that neither decides on what the other one wrote. */
export async function insertTie(
  tx: Queryable,
  { personId, deputyId, madeBy }: { personId: string; deputyId: string; madeBy: string },
): Promise<void> {
  await execute(tx)`
    INSERT INTO deputy (person_id, deputy_id, first_day, last_day, made_by, ended_at)
    VALUES (${personId}, ${deputyId}, ${raw(today)}, ${raw(today)}, ${madeBy}, now())`;
}

export async function setStandIn(
  tx: Queryable,
  token: string,
  personId: string | null,
): Promise<void> {
  await execute(tx)`UPDATE session SET stands_in_for = ${personId} WHERE token = ${token}`;
}
