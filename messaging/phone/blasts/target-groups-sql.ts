import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** A named selection of a list. */
export interface TargetGroup {
  id: number;
  name: string;
  audienceId: number;
  districts: string[] | null;
  onlyLanguage: MessageLanguage | null;
  onlyReached: boolean | null;
  createdAt: Date;
}

const columns = `g.id, g.name, g.audience_id AS "audienceId", g.districts, g.language AS "onlyLanguage",
  g.reached AS "onlyReached", g.created_at AS "createdAt"`;

/** By name. */
export async function listTargetGroups(
  database: Queryable,
  district: string | null,
): Promise<TargetGroup[]> {
  const { rows } = await database.query<TargetGroup>(
    `SELECT ${columns} FROM target_group AS g JOIN audience AS a ON a.id = g.audience_id
     WHERE $1::text IS NULL OR a.district = $1 ORDER BY g.name, g.id LIMIT 500`,
    [district],
  );
  return rows;
}

export async function findTargetGroup(
  database: Queryable,
  id: number,
): Promise<(TargetGroup & { district: string | null }) | null> {
  const { rows } = await database.query<TargetGroup & { district: string | null }>(
    `SELECT ${columns}, a.district FROM target_group AS g JOIN audience AS a ON a.id = g.audience_id WHERE g.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function insertTargetGroup(
  tx: Queryable,
  { name, audienceId, districts, onlyLanguage, onlyReached }: Omit<TargetGroup, 'id' | 'createdAt'>,
  createdBy: string,
): Promise<TargetGroup> {
  const { rows } = await tx.query<TargetGroup>(
    `INSERT INTO target_group AS g (name, audience_id, districts, language, reached, created_by)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
    [name, audienceId, districts, onlyLanguage, onlyReached, createdBy],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected the target group that was kept, got none');
  return row;
}

export async function deleteTargetGroup(tx: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM target_group WHERE id = $1', [id]);
  return rowCount === 1;
}
