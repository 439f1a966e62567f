import type { Queryable } from '../../platform/database/transaction.ts';
import type { Answer } from './report-rows.ts';

/** The last submissions for occurrences of these offices, and the last remark on each; nobody's name. */
export async function readAnswers(
  database: Queryable,
  offices: readonly string[],
): Promise<Map<string, Answer>> {
  const { rows } = await database.query<{ key: string } & Answer>(
    `SELECT o.obligation || '/' || o.office || '/' || o.period AS key,
       coalesce((SELECT details FROM direction_step WHERE occurrence_id = o.id AND action = 'submit'
         ORDER BY id DESC LIMIT 1), '') AS details,
       coalesce((SELECT figures FROM direction_step WHERE occurrence_id = o.id AND action = 'submit'
         ORDER BY id DESC LIMIT 1), '{}') AS figures,
       coalesce((SELECT remark FROM direction_step WHERE occurrence_id = o.id AND remark <> ''
         ORDER BY id DESC LIMIT 1), '') AS remark
     FROM direction_occurrence AS o WHERE o.office = ANY ($1::text[])`,
    [offices],
  );
  return new Map(rows.map(({ key, ...answer }) => [key, answer]));
}
