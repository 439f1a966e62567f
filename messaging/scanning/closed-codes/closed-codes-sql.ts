import type { Role } from '../../../campaigns/offices/role.ts';
import type { ClosedCodeAnswer } from '../../contract/scanning/closed-codes.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export type ClosedCode = Omit<ClosedCodeAnswer, 'mayOpen'> & { role: Role };

const columns = 'code, district, reason, remark, role, closed_by AS by, closed_at AS at';

/** The latest first. @param district left out for all */
export async function readClosedCodes(
  database: Queryable,
  district: string | null,
): Promise<ClosedCode[]> {
  const { rows } = await database.query<ClosedCode>(
    `SELECT ${columns} FROM closed_code WHERE $1::text IS NULL OR district = $1
     ORDER BY closed_at DESC, code LIMIT 500`,
    [district],
  );
  return rows;
}

/** @returns false where it is closed already */
export async function insertClosedCode(
  tx: Queryable,
  { code, district, reason, remark, role, by, at }: ClosedCode,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO closed_code (code, district, reason, remark, role, closed_by, closed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [code, district, reason, remark, role, by, at],
  );
  return rowCount === 1;
}

export async function lockClosedCode(tx: Queryable, code: string): Promise<ClosedCode | undefined> {
  const { rows } = await tx.query<ClosedCode>(
    `SELECT ${columns} FROM closed_code WHERE code = $1 FOR UPDATE`,
    [code],
  );
  return rows[0];
}

export async function deleteClosedCode(tx: Queryable, code: string): Promise<void> {
  await tx.query('DELETE FROM closed_code WHERE code = $1', [code]);
}
