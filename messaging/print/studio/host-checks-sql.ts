import type { HostFault } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface HostCheck {
  host: string;
  passed: boolean;
  asked: string;
  expected: string;
  found: string;
  fault: HostFault | null;
  checkedBy: string;
  checkedAt: Date;
}

const columns = `host, passed, asked, expected, found, fault, checked_by AS "checkedBy", checked_at AS "checkedAt"`;

export async function insertHostCheck(
  tx: Queryable,
  check: Omit<HostCheck, 'checkedAt'>,
): Promise<HostCheck> {
  const { rows } = await tx.query<HostCheck>(
    `INSERT INTO link_host_check (host, passed, asked, expected, found, fault, checked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${columns}`,
    [
      check.host,
      check.passed,
      check.asked,
      check.expected,
      check.found,
      check.fault,
      check.checkedBy,
    ],
  );
  return rows[0] as HostCheck;
}

/** The last check of each host. */
export async function latestHostChecks(database: Queryable): Promise<HostCheck[]> {
  const { rows } = await database.query<HostCheck>(
    `SELECT DISTINCT ON (host) ${columns} FROM link_host_check ORDER BY host, id DESC LIMIT 50`,
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
