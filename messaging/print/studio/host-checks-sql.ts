import type { z } from 'zod';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { hostCheck } from './studio-schemas.ts';

export type HostCheck = z.output<typeof hostCheck>;

const fields = selectFields(hostCheck);

export function insertHostCheck(
  tx: Queryable,
  check: Omit<HostCheck, 'checkedAt'>,
): Promise<HostCheck> {
  return insertRow(tx, 'link_host_check', check, fields);
}

/** The last check of each host. */
export async function latestHostChecks(database: Queryable): Promise<HostCheck[]> {
  const { rows } = await database.query<HostCheck>(
    `SELECT DISTINCT ON (host) ${fields} FROM link_host_check ORDER BY host, id DESC LIMIT 50`,
  );
  return rows;
}

/** A host stays confirmed for this long after its answer. */
const validDays = 30;

/** When the host last answered as ours; null where its latest answer is another one, or too old. */
export async function lastPassed(database: Queryable, host: string): Promise<Date | null> {
  const { rows } = await database.query<{ passed: boolean; checkedAt: Date }>(
    `SELECT passed, checked_at AS "checkedAt" FROM link_host_check
     WHERE host = $1 AND checked_at > now() - $2::int * interval '1 day' ORDER BY id DESC LIMIT 1`,
    [host, validDays],
  );
  return rows[0]?.passed === true ? rows[0].checkedAt : null;
}
