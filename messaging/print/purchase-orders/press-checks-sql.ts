import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** One finding of preflight about one file. */
export interface CheckFinding {
  severity: 'fault' | 'warning';
  rule: string;
  expected: string;
  found: string;
}

export async function findChecks(
  database: Queryable,
  hashes: readonly string[],
): Promise<Map<string, CheckFinding[]>> {
  const rows = await queryRows<{ sha256: string; findings: CheckFinding[] }>(database)`
    SELECT sha256, findings FROM print_check WHERE sha256 = ANY (${hashes}::text[])`;
  return new Map(rows.map(({ sha256, findings }) => [sha256, findings]));
}

export async function insertChecks(
  database: Queryable,
  checks: readonly { sha256: string; findings: readonly CheckFinding[] }[],
): Promise<void> {
  await execute(database)`
    INSERT INTO print_check (sha256, findings)
    SELECT sha256, findings::jsonb FROM unnest(${checks.map(({ sha256 }) => sha256)}::text[],
      ${checks.map(({ findings }) => JSON.stringify(findings))}::text[]) AS c (sha256, findings)
    ON CONFLICT (sha256) DO UPDATE SET findings = excluded.findings, checked_at = now()`;
}
