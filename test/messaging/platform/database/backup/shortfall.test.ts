import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordAudit } from '../../../../../messaging/platform/database/audit-log-sql.ts';
import { backUp, restore } from '../../../../../messaging/platform/database/backup/backup.ts';
import { findLastBackup } from '../../../../../messaging/platform/database/backup/backups-sql.ts';
import { holdDrill } from '../../../../../messaging/platform/database/backup/drill.ts';
import {
  type Database,
  openDatabase,
} from '../../../../../messaging/platform/database/database.ts';
import { noteHead } from '../../../../../messaging/platform/database/identity/identity-sql.ts';
import { readNote } from '../../../../../messaging/platform/database/identity/note-fs.ts';
import { openFolder } from '../../../../folders.ts';
import { borrow } from '../../../../servers/borrow.ts';
import { runBackupCommand } from './backup-command.ts';

const folder = openFolder('shortfall-');

async function open(dataDir: string, url: string): Promise<Database> {
  const database = await openDatabase({ url, dataDir });
  onTestFinished(() => database.close());
  return database;
}

async function write({ pool }: Database, entries: number): Promise<void> {
  for (let one = 0; one < entries; one += 1)
    await recordAudit(pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
}

/** An installation with twelve entries in its log and a picture, and a backup of it at noon. */
async function installation(name: string) {
  const dataDir = mkdtempSync(join(folder, `${name}-`));
  mkdirSync(join(dataDir, 'photos'), { recursive: true });
  writeFileSync(join(dataDir, 'photos', 'one.jpg'), 'at noon');
  const env = { DATA_DIR: dataDir, DATABASE_URL: await borrow('database') };
  const database = await open(dataDir, env.DATABASE_URL);
  await write(database, 12);
  const backups = join(dataDir, 'backups');
  const backUpAt = (day: string) =>
    runBackupCommand('back-up', env, join(backups, day), '--keep-days', '30');
  await backUpAt('noon');
  return { env, dataDir, database, backups, backUp: backUpAt };
}

test('a backup that is much less than the one before it deletes nothing and says so', async () => {
  const { database, backups, backUp, env, dataDir } = await installation('less');
  const { pool } = database;
  await pool.query(
    `INSERT INTO scan (id, at, platform, visitor_kind, code)
     SELECT id, now(), 0, 0, 'BRD001' FROM generate_series(1, 1000) AS id`,
  );
  await backUp('evening');
  await pool.query('DELETE FROM scan');
  await expect(backUp('next')).rejects.toThrow(
    /next is less than it should be: it has \d+ rows, the one before, of \S+, has 1\d{3}\. No older/,
  );
  expect(readdirSync(backups).sort()).toEqual(['evening', 'next', 'noon']);
  expect(await findLastBackup(pool)).toMatchObject({
    folder: join(backups, 'next'),
    fault: expect.stringContaining(' rows, the one before'),
  });
  const place = { dataDir, databaseUrl: env.DATABASE_URL };
  const drill = await holdDrill(pool, place, {
    folder: join(backups, 'next'),
    passphrase: undefined,
  });
  expect(drill.fault).toContain(' rows, the one before');
  // A large list was deleted: the next one is as large as this.
  await backUp('last');
  expect(await findLastBackup(pool)).toMatchObject({ fault: null });
});

test('a backup of another log than that of the running database is no whole backup', async () => {
  const mine = await installation('mine');
  const theirs = await installation('theirs');
  const place = { dataDir: mine.dataDir, databaseUrl: mine.env.DATABASE_URL };
  const drilled = { folder: join(theirs.backups, 'noon'), passphrase: undefined };
  expect((await holdDrill(mine.database.pool, place, drilled)).fault).toBe(
    'its audit log is not that of this installation',
  );
});

test('an older backup goes only if what it has is in the new one', async () => {
  const { database, backups, backUp } = await installation('older');
  const age = async (name: string) => {
    const path = join(backups, name, 'backup.json');
    const backup = JSON.parse(readFileSync(path, 'utf8'));
    const createdAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    writeFileSync(path, JSON.stringify({ ...backup, createdAt }));
    return { path, backup: { ...backup, createdAt } };
  };
  const { path, backup } = await age('noon');
  const other = { ...backup.installation.audit, hash: 'f'.repeat(64) };
  writeFileSync(
    path,
    JSON.stringify({ ...backup, installation: { ...backup.installation, audit: other } }),
  );
  await write(database, 3);
  const { stdout } = await backUp('next');
  expect(stdout).toContain('noon: kept');
  writeFileSync(path, JSON.stringify(backup));
  await backUp('last');
  expect(readdirSync(backups).sort()).toEqual(['last', 'next']);
});

test('a backup without entries that were noted is restored only on purpose, beside the files that are there', async () => {
  const { dataDir, database, backups } = await installation('lost');
  const noon = join(backups, 'noon');
  await write(database, 2);
  const { id } = await noteHead(database.pool, dataDir);
  writeFileSync(join(dataDir, 'photos', 'one.jpg'), 'later');
  writeFileSync(join(dataDir, 'photos', 'two.jpg'), 'later');
  const target = { dataDir, databaseUrl: await borrow('empty-database') };
  await expect(restore(noon, target)).rejects.toThrow(
    'Expected 14 audit entries, as the data folder notes, got a backup with 12: 2 would be missing. With --with-loss',
  );
  await restore(noon, target, { withLoss: true });
  const { pool } = await open(dataDir, target.databaseUrl);
  expect((await pool.query('SELECT id FROM installation')).rows).toEqual([{ id }]);
  const { rows } = await pool.query('SELECT action FROM audit_entry ORDER BY id DESC LIMIT 1');
  expect(rows).toEqual([{ action: 'backup.restore' }]);
  expect(readNote(dataDir)).toMatchObject({ id, audit: { id: 13 } });
  expect(readdirSync(join(dataDir, 'photos')).sort()).toEqual(['one.jpg', 'two.jpg']);
});

test('a backup whose own log lacks entries is restored only on purpose', async () => {
  const { database, dataDir, env } = await installation('lacking');
  await database.pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
    DELETE FROM audit_entry WHERE id > 10`);
  const lacking = join(dataDir, 'lacking');
  await backUp(database, { dataDir }, lacking);
  const place = { dataDir, databaseUrl: env.DATABASE_URL };
  const drill = await holdDrill(database.pool, place, { folder: lacking, passphrase: undefined });
  expect(drill.fault).toBe('the audit log in it is broken');
  const target = { dataDir: join(dataDir, 'empty'), databaseUrl: await borrow('empty-database') };
  await expect(restore(lacking, target)).rejects.toThrow(
    'Expected 12 audit entries in the backup, got 10',
  );
  const other = { ...target, databaseUrl: await borrow('empty-database') };
  await restore(lacking, other, { withLoss: true });
});
