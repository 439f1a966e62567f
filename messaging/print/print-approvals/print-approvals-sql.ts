import type { Queryable } from '../../platform/database/transaction.ts';

export interface Approval {
  path: string;
  sha256: string;
  approvedBy: string;
  approvedAt: Date;
}

/** All approvals of a district, those of earlier versions too. */
export async function listApprovals(database: Queryable, district: string): Promise<Approval[]> {
  const { rows } = await database.query<Approval>(
    `SELECT path, sha256, approved_by AS "approvedBy", approved_at AS "approvedAt"
     FROM print_approval WHERE district = $1`,
    [district],
  );
  return rows;
}

/** Paths whose file was approved with this hash. */
export async function readApproved(
  database: Queryable,
  files: readonly { path: string; sha256: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ path: string }>(
    `SELECT a.path FROM print_approval AS a
     JOIN unnest($1::text[], $2::text[]) AS f (path, sha256) USING (path, sha256)`,
    [files.map(({ path }) => path), files.map(({ sha256 }) => sha256)],
  );
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
  const { rows } = await tx.query<{ path: string }>(
    `INSERT INTO print_approval (path, sha256, district, station, artwork, approved_by)
     SELECT *, $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     ON CONFLICT DO NOTHING RETURNING path`,
    [
      files.map(({ path }) => path),
      files.map(({ sha256 }) => sha256),
      files.map(({ district }) => district),
      files.map(({ station }) => station),
      files.map(({ artwork }) => artwork),
      by,
    ],
  );
  return rows.map(({ path }) => path);
}

export async function isApprovalRequired(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ required: boolean }>(
    'SELECT approval_required AS required FROM print_rule',
  );
  return rows[0]?.required ?? false;
}

/** Sets the rule and returns what it was. */
export async function updateRule(tx: Queryable, required: boolean, by: string): Promise<boolean> {
  const { rows } = await tx.query<{ required: boolean }>(
    'SELECT approval_required AS required FROM print_rule FOR UPDATE',
  );
  await tx.query(
    'UPDATE print_rule SET approval_required = $1, changed_by = $2, changed_at = now()',
    [required, by],
  );
  return rows[0]?.required ?? false;
}
