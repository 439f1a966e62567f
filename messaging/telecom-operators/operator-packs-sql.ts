import type { Pool } from 'pg';

/** What taking a pack for a service provider is called in the audit log. */
export const packTaken = 'operator-pack.take';

/** When a blast's pack was last taken for a service provider, who may be sending it by now; null for never. */
export async function readPackTaken(pool: Pool, blastId: number): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'SELECT max(at) AS at FROM audit_entry WHERE subject = $1 AND action = $2',
    [`blast/${blastId}`, packTaken],
  );
  return rows[0]?.at ?? null;
}
