import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readAudit,
  recordAudit,
} from '../../../../../messaging/platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../../../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { restore } from '../../../../../messaging/platform/database/backup/backup.ts';
import { openDatabase } from '../../../../../messaging/platform/database/database.ts';
import {
  type Migration,
  readMigrations,
} from '../../../../../messaging/platform/database/migrations-fs.ts';
import { openFolder } from '../../../../folders.ts';
import { borrow } from '../../../../servers/borrow.ts';

const folder = openFolder('migrating-');

const entry = { actor: 'service', action: 'sample.add', subject: 'sample' } as const;
const next: Migration = {
  name: '9000-next.sql',
  sha256: '',
  sql: 'CREATE TABLE next (id integer)',
};
const later = [...readMigrations(), next];

async function place(name: string, passphrase?: string) {
  const dataDir = join(folder, name);
  const databaseUrl = await borrow('database');
  const settings = { dataDir, databaseUrl, backupPassphrase: passphrase };
  const backups = () =>
    existsSync(join(dataDir, 'backups')) ? list(join(dataDir, 'backups')) : [];
  return { settings, backups };
}
const list = (path: string) => readdirSync(path).filter((name) => !name.startsWith('.'));

async function openTwice(settings: Parameters<typeof openInstalledDatabase>[0], told: string[]) {
  const options = { migrations: later, tell: (where: string) => void told.push(where) };
  const both = await Promise.all([
    openInstalledDatabase(settings, options),
    openInstalledDatabase(settings, options),
  ]);
  for (const database of both) await database.close();
}

test('where data is to be migrated, one backup is made before, and it is the way back', async () => {
  const { settings, backups } = await place('data', 'twelve letters');
  const before = await openInstalledDatabase(settings);
  await recordAudit(before.pool, entry);
  await before.close();
  expect(backups()).toEqual([]);
  const told: string[] = [];
  await openTwice(settings, told);
  expect(backups()).toHaveLength(1);
  expect(told).toEqual([join(settings.dataDir, 'backups', String(backups()[0]))]);
  // Once more: nothing is left to migrate.
  await openTwice(settings, told);
  expect(told).toHaveLength(1);
  // The version before refuses the database that was migrated, and says what to do.
  await expect(openInstalledDatabase(settings)).rejects.toThrow(
    /got 9000-next\.sql: it belongs to a newer version\. Install that one again, or restore the backup/,
  );
  const back = { dataDir: settings.dataDir, databaseUrl: await borrow('empty-database') };
  await restore(String(told[0]), back, { passphrase: 'twelve letters' });
  const restored = await openDatabase({ url: back.databaseUrl, dataDir: back.dataDir });
  expect(await readAudit(restored.pool, {}, 10)).toMatchObject([{ action: 'sample.add' }]);
  await restored.close();
});

test('no backup is made of a database without data, nor of a new one', async () => {
  for (const kind of ['database', 'empty-database'] as const) {
    const databaseUrl = await borrow(kind);
    const { settings, backups } = await place(`none-${kind}`);
    const told: string[] = [];
    await openTwice({ ...settings, databaseUrl }, told);
    expect([...told, ...backups()]).toEqual([]);
  }
});

test('what cannot be backed up is not migrated', async () => {
  const { settings } = await place('locked');
  const before = await openInstalledDatabase(settings);
  await recordAudit(before.pool, entry);
  writeFileSync(join(folder, 'file'), '');
  const failing = { ...settings, dataDir: join(folder, 'file') };
  await expect(openInstalledDatabase(failing, { migrations: later })).rejects.toThrow();
  const { rows } = await before.pool.query(`SELECT to_regclass('next') AS found`);
  expect(rows).toEqual([{ found: null }]);
  await before.close();
});
