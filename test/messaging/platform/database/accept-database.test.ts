import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { noteHead } from '../../../../messaging/platform/database/identity/identity-sql.ts';
import { openFolder } from '../../../folders.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';
import { inherited } from '../../fixtures/inherited-env.ts';

const folder = join(import.meta.dirname, '../../../../messaging/platform/database/identity');

test('a service that waits goes on by itself once a command has taken another database on', async () => {
  const dataDir = openFolder('accepted-');
  await placeTestDatabase(dataDir);
  const installation = { dataDir, databaseUrl: undefined, backupPassphrase: undefined };
  const first = await openInstalledDatabase(installation);
  await recordAudit(first.pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
  await noteHead(first.pool, dataDir);
  await first.close();
  rmSync(join(dataDir, 'postgres', 'database'), { recursive: true });

  const { pool, ready, close } = await openInstalledDatabase(installation, { waitForIt: true });
  onTestFinished(close);
  await expect(pool.query('SELECT 1')).rejects.toThrow();
  const env = { ...inherited(), DATA_DIR: dataDir, DATABASE_URL: '' };
  const program = join(folder, 'accept-main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  expect(stdout).toContain('goes on with the database');
  await ready;
  const actions = () => pool.query('SELECT action FROM audit_entry').then(({ rows }) => rows);
  await expect
    .poll(() => actions().catch(() => []), { timeout: 60_000 })
    .toEqual([{ action: 'database.accept' }]);
});
