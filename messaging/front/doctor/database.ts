import { verifyAudit } from '../../platform/database/audit-log-sql.ts';
import { listApplied, readMigrations } from '../../platform/database/migrations-fs.ts';
import { act, type DoctorContext, expectPool, good, unset } from './finding.ts';

const oldestVersion = 150_000;

/** PostgreSQL's version, and whether its tables are those of this program. */
export async function checkDatabase({ database }: DoctorContext) {
  if (database instanceof Error) return act('away', database.message);
  const { rows } = await database.pool.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  const name = `PostgreSQL ${version.split(' ')[0]}`;
  const here = readMigrations().map((migration) => migration.name);
  const there = await listApplied(database.pool);
  const foreign = there.find((each) => !here.includes(each));
  if (foreign !== undefined) return act('newer', foreign);
  const missing = here.filter((each) => !there.includes(each));
  if (missing.length > 0) return act('behind', String(missing.length));
  if (number < oldestVersion) return act('old', name);
  return database.engine === 'embedded' ? unset('embedded', name) : good(name);
}

/** Settings without which an answered request may be gone after a power cut. */
export async function checkFsync(context: DoctorContext) {
  const pool = expectPool(context);
  if (!(context.database instanceof Error) && context.database.engine === 'embedded')
    return unset('embedded');
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`,
  );
  return rows.length > 0 ? act('off', rows.map(({ name }) => name).join(', ')) : good('fsync');
}

export async function checkAuditLog(context: DoctorContext) {
  const verdict = await verifyAudit(expectPool(context));
  return verdict.kind === 'whole'
    ? good(String(verdict.head.id))
    : act('broken', firstFault(verdict));
}

function firstFault({ faults, count }: { faults: readonly { id: number }[]; count: number }) {
  return count > 1 ? `${faults[0]?.id} +${count - 1}` : String(faults[0]?.id);
}
