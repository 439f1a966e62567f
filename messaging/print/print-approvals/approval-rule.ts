import type { Pool } from 'pg';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { isApprovalRequired, readApproved } from './print-approvals-sql.ts';

/** Decides which files may be printed from, for print files, orders and vendor links alike. */
export interface ApprovalRule {
  /** Whether files need an approval now. */
  required(): Promise<boolean>;
  /** Paths of those files that go out with the stamp only. */
  stampedOf(files: readonly ManifestFile[]): Promise<ReadonlySet<string>>;
  /** The rule was changed here. */
  changed(): void;
}

/** A machine trusts the rule that it read for this long. */
const trustMs = 2_000;

/**
 * The rule is in the database. While that is unreachable, the rule read last holds, but approvals cannot be read: then an
 * unapproved file is not told from an approved one, and the request fails as others do.
 */
export function createApprovalRule(pool: Pool): ApprovalRule {
  let last: { required: boolean; at: number } | undefined;

  async function required(): Promise<boolean> {
    if (last !== undefined && performance.now() - last.at < trustMs) return last.required;
    try {
      last = { required: await isApprovalRequired(pool), at: performance.now() };
      return last.required;
    } catch (error) {
      if (last === undefined) throw error;
      return last.required;
    }
  }

  return {
    required,
    async stampedOf(files) {
      const press = files.filter(({ format, station }) => format === 'pdf' && station !== null);
      if (press.length === 0 || !(await required())) return new Set();
      const approved = await readApproved(pool, press);
      return new Set(press.map(({ path }) => path).filter((path) => !approved.has(path)));
    },
    changed() {
      last = undefined;
    },
  };
}
