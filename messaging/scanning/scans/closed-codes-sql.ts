import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export async function readClosedReasons(database: Queryable): Promise<Map<string, ClosingReason>> {
  const { rows } = await database.query<{ code: string; reason: ClosingReason }>(
    'SELECT code, reason FROM closed_code',
  );
  return new Map(rows.map(({ code, reason }) => [code, reason]));
}
