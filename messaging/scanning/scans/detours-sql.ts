import type { Channel } from '../../../campaigns/channel.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Codes that lead elsewhere for a while: one of `code` and `channel` is set. */
export interface Detour {
  id: number;
  code: string | null;
  channel: Channel | null;
  /** Id of one of `listTargets`. */
  target: string;
  from: Date;
  /** null: until somebody ends it. */
  until: Date | null;
}

/** Those that are approved, the latest first. */
export async function readDetours(database: Queryable): Promise<Detour[]> {
  const { rows } = await database.query<Detour>(
    `SELECT id, code, channel, target, valid_from AS "from", valid_until AS until FROM detour
     WHERE status = 'approved' ORDER BY id DESC`,
  );
  return rows;
}
