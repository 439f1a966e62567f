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
  const { rows } = await database.query<{ sha256: string; findings: CheckFinding[] }>(
    'SELECT sha256, findings FROM print_check WHERE sha256 = ANY ($1::text[])',
    [hashes],
  );
  return new Map(rows.map(({ sha256, findings }) => [sha256, findings]));
}

export async function insertChecks(
  database: Queryable,
  checks: readonly { sha256: string; findings: readonly CheckFinding[] }[],
): Promise<void> {
  await database.query(
    `INSERT INTO print_check (sha256, findings)
     SELECT sha256, findings::jsonb FROM unnest($1::text[], $2::text[]) AS c (sha256, findings)
     ON CONFLICT (sha256) DO UPDATE SET findings = excluded.findings, checked_at = now()`,
    [checks.map(({ sha256 }) => sha256), checks.map(({ findings }) => JSON.stringify(findings))],
  );
}
