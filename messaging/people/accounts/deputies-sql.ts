import { dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Days after its end for which a deputy is no second person beside the one whom they stood in for. */
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

export interface Deputy {
  id: number;
  personId: string;
  personName: string;
  deputyId: string;
  deputyName: string;
  /** YYYY-MM-DD */
  firstDay: string;
  lastDay: string;
}

const columns = `d.id, d.person_id AS "personId", p.name AS "personName", d.deputy_id AS "deputyId", q.name AS "deputyName",
  d.first_day::text AS "firstDay", d.last_day::text AS "lastDay"`;
const from =
  'deputy AS d JOIN person AS p ON p.id = d.person_id JOIN person AS q ON q.id = d.deputy_id';

/** Those that count today or later, the first to begin before. */
export async function listDeputies(database: Queryable): Promise<Deputy[]> {
  const { rows } = await database.query<Deputy>(
    `SELECT ${columns} FROM ${from} WHERE d.ended_at IS NULL AND d.last_day >= ${today}
     ORDER BY d.first_day, d.id`,
  );
  return rows;
}

/** Those for whom an officer may stand in today, of the same office still. */
export async function listStandIns(database: Queryable, deputyId: string): Promise<Deputy[]> {
  const { rows } = await database.query<Deputy>(
    `SELECT DISTINCT ON (d.person_id) ${columns} FROM ${from}
     WHERE d.deputy_id = $1 AND ${isInForce('d')} AND p.role = q.role AND p.area IS NOT DISTINCT FROM q.area
     ORDER BY d.person_id, d.last_day DESC`,
    [deputyId],
  );
  return rows;
}

type NewDeputy = Pick<Deputy, 'personId' | 'deputyId' | 'firstDay' | 'lastDay'> & {
  madeBy: string;
};

export async function insertDeputy(tx: Queryable, deputy: NewDeputy): Promise<Deputy> {
  const { personId, deputyId, firstDay, lastDay, madeBy } = deputy;
  const { rows } = await tx.query<Deputy>(
    `WITH d AS (INSERT INTO deputy (person_id, deputy_id, first_day, last_day, made_by)
       VALUES ($1, $2, $3, $4, $5) RETURNING *)
     SELECT ${columns} FROM ${from.replace('deputy AS d', 'd')}`,
    [personId, deputyId, firstDay, lastDay, madeBy],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('Expected the deputy that was made, got none');
  return made;
}

/** Notes that one officer took over what another one left, so that neither decides on what the other one wrote. */
export async function insertTie(
  tx: Queryable,
  { personId, deputyId, madeBy }: Omit<NewDeputy, 'firstDay' | 'lastDay'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO deputy (person_id, deputy_id, first_day, last_day, made_by, ended_at)
     VALUES ($1, $2, ${today}, ${today}, $3, now())`,
    [personId, deputyId, madeBy],
  );
}

/** Ends one that counts today or later; undefined where there is none. */
export async function endDeputy(tx: Queryable, id: number): Promise<Deputy | undefined> {
  const { rows } = await tx.query<Deputy>(
    `WITH d AS (UPDATE deputy SET ended_at = now() WHERE id = $1 AND ended_at IS NULL AND last_day >= ${today} RETURNING *)
     SELECT ${columns} FROM ${from.replace('deputy AS d', 'd')}`,
    [id],
  );
  return rows[0];
}

export async function setStandIn(
  tx: Queryable,
  token: string,
  personId: string | null,
): Promise<void> {
  await tx.query('UPDATE session SET stands_in_for = $2 WHERE token = $1', [token, personId]);
}

/** The present day where the campaign is. */
export async function readToday(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ day: string }>(`SELECT ${today}::text AS day`);
  return rows[0]?.day ?? '';
}
