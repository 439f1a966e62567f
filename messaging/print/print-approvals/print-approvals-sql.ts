import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface Approval {
  path: string;
  sha256: string;
  approvedBy: string;
  approvedAt: Date;
}

/** All approvals of a district, those of earlier versions too. */
export function listApprovals(database: Queryable, district: string): Promise<Approval[]> {
  return queryRows<Approval>(database)`
    SELECT path, sha256, approved_by AS "approvedBy", approved_at AS "approvedAt"
    FROM print_approval WHERE district = ${district}`;
}

/** Paths whose file was approved with this hash. */
export async function readApproved(
  database: Queryable,
  files: readonly { path: string; sha256: string }[],
): Promise<ReadonlySet<string>> {
  const rows = await queryRows<{ path: string }>(database)`
    SELECT a.path FROM print_approval AS a
    JOIN unnest(${files.map(({ path }) => path)}::text[],
      ${files.map(({ sha256 }) => sha256)}::text[]) AS f (path, sha256) USING (path, sha256)`;
  return new Set(rows.map(({ path }) => path));
}

/** Stores approvals and returns the paths that were not approved before. */
export async function insertApprovals(
  tx: Queryable,
  files: readonly {
    path: string;
    sha256: string;
    district: string;
    station: string;
    artwork: string;
  }[],
  by: string,
): Promise<string[]> {
  const rows = await queryRows<{ path: string }>(tx)`
    INSERT INTO print_approval (path, sha256, district, station, artwork, approved_by)
    SELECT *, ${by} FROM unnest(${files.map(({ path }) => path)}::text[],
      ${files.map(({ sha256 }) => sha256)}::text[], ${files.map(({ district }) => district)}::text[],
      ${files.map(({ station }) => station)}::text[], ${files.map(({ artwork }) => artwork)}::text[])
    ON CONFLICT DO NOTHING RETURNING path`;
  return rows.map(({ path }) => path);
}

export async function isApprovalRequired(database: Queryable): Promise<boolean> {
  const row = await queryRow<{ required: boolean }>(database)`
    SELECT approval_required AS required FROM print_rule`;
  return row?.required ?? false;
}

/** Sets the rule and returns what it was. */
export async function updateRule(tx: Queryable, required: boolean, by: string): Promise<boolean> {
  const row = await queryRow<{ required: boolean }>(tx)`
    SELECT approval_required AS required FROM print_rule FOR UPDATE`;
  await execute(tx)`
    UPDATE print_rule SET approval_required = ${required}, changed_by = ${by}, changed_at = now()`;
  return row?.required ?? false;
}
