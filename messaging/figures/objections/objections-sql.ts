import type { Objection } from '../../../campaigns/tracker/objections.ts';
import type { Waiting } from '../../contract/waiting.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

type Row = Omit<Objection, 'answer'> & { answeredOn: string | null; answer: string | null };

const columns = `id, district, figure, (made_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day, value, text, answer,
  (answered_at AT TIME ZONE 'Asia/Kolkata')::date::text AS "answeredOn"`;

function toObjection({ answer, answeredOn, ...row }: Row): Objection {
  return {
    ...row,
    answer: answer === null || answeredOn === null ? null : { day: answeredOn, text: answer },
  };
}

/** Those without an answer first, then the latest. @param district left out for all */
export async function readObjections(
  database: Queryable,
  district: string | null = null,
): Promise<Objection[]> {
  const { rows } = await database.query<Row>(
    `SELECT ${columns} FROM figure_objection WHERE $1::text IS NULL OR district = $1
     ORDER BY answer IS NULL DESC, id DESC LIMIT 500`,
    [district],
  );
  return rows.map(toObjection);
}

/** @returns undefined while one of the same figure waits for its answer */
export async function insertObjection(
  tx: Queryable,
  { district, figure, value, text }: Pick<Objection, 'district' | 'figure' | 'value' | 'text'>,
  { by, at }: { by: string; at: Date },
): Promise<Objection | undefined> {
  const { rows } = await tx.query<Row>(
    `INSERT INTO figure_objection (district, figure, value, text, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (district, figure) WHERE answer IS NULL DO NOTHING RETURNING ${columns}`,
    [district, figure, value, text, by, at],
  );
  return rows.map(toObjection)[0];
}

/** @returns undefined where there is none, or it has an answer */
export async function insertAnswer(
  tx: Queryable,
  { id, text }: { id: number; text: string },
  { by, at }: { by: string; at: Date },
): Promise<Objection | undefined> {
  const { rows } = await tx.query<Row>(
    `UPDATE figure_objection SET answer = $2, answered_by = $3, answered_at = $4
     WHERE id = $1 AND answer IS NULL RETURNING ${columns}`,
    [id, text, by, at],
  );
  return rows.map(toObjection)[0];
}

/** Objections that wait for an answer of headquarters. */
export async function countOpenObjections(database: Queryable): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    'SELECT count(*)::int AS count, min(made_at) AS since FROM figure_objection WHERE answer IS NULL',
  );
  return rows[0] ?? { count: 0, since: null };
}

/** Answers of the latest weeks, for the district to read. */
export async function countAnsweredObjections(
  database: Queryable,
  district: string,
  since: Date,
): Promise<Waiting> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM figure_objection WHERE district = $1 AND answered_at > $2',
    [district, since],
  );
  return { count: rows[0]?.count ?? 0, since: null };
}
