import type { Channel } from '../../../campaigns/channel.ts';
import type { DetourStatus } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredDetour {
  id: number;
  code: string | null;
  channel: Channel | null;
  target: string;
  from: Date;
  until: Date | null;
  reason: string;
  status: DetourStatus;
  draftedById: string;
  draftedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  remark: string;
  endedBy: string | null;
  madeAt: Date;
}

export type NewDetour = Pick<
  StoredDetour,
  'code' | 'channel' | 'target' | 'from' | 'until' | 'reason'
>;

const columns = `id, code, channel, target, valid_from AS "from", valid_until AS until, reason, status,
  drafted_by_id AS "draftedById", drafted_by AS "draftedBy", decided_by AS "decidedBy", decided_at AS "decidedAt", remark,
  ended_by AS "endedBy", made_at AS "madeAt"`;

/** With what is over, the latest first. */
export async function listDetours(database: Queryable): Promise<StoredDetour[]> {
  const { rows } = await database.query<StoredDetour>(
    `SELECT ${columns} FROM detour ORDER BY id DESC LIMIT 200`,
  );
  return rows;
}

export async function findDetour(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredDetour | undefined> {
  const { rows } = await database.query<StoredDetour>(
    `SELECT ${columns} FROM detour WHERE id = $1 ${lock ? 'FOR UPDATE OF detour' : ''}`,
    [id],
  );
  return rows[0];
}

export async function insertDetour(
  tx: Queryable,
  detour: NewDetour,
  by: { id: string; name: string },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO detour (code, channel, target, valid_from, valid_until, reason, drafted_by_id, drafted_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      detour.code,
      detour.channel,
      detour.target,
      detour.from,
      detour.until,
      detour.reason,
      by.id,
      by.name,
    ],
  );
  return rows[0]?.id ?? 0;
}

export async function decideDetour(
  tx: Queryable,
  id: number,
  { status, by, remark }: { status: 'approved' | 'returned'; by: string; remark: string },
): Promise<void> {
  await tx.query(
    'UPDATE detour SET status = $2, decided_by = $3, decided_at = now(), remark = $4 WHERE id = $1',
    [id, status, by, remark],
  );
}

export async function endDetour(
  tx: Queryable,
  id: number,
  { status, by }: { status: 'withdrawn' | 'ended'; by: string },
): Promise<void> {
  await tx.query('UPDATE detour SET status = $2, ended_by = $3 WHERE id = $1', [id, status, by]);
}
