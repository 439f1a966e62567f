import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordAudit } from '../../../../../messaging/platform/database/audit-log-sql.ts';
import { backUp } from '../../../../../messaging/platform/database/backup/backup.ts';
import { findLastDrill } from '../../../../../messaging/platform/database/backup/backups-sql.ts';
import { holdDrill } from '../../../../../messaging/platform/database/backup/drill.ts';
import {
  type Database,
  openDatabase,
} from '../../../../../messaging/platform/database/database.ts';
import { openFolder } from '../../../../folders.ts';
import { borrow } from '../../../../servers/borrow.ts';

const folder = openFolder('drill-');

/** An installation with an entry in its log and a picture, and an encrypted backup of it. */
async function installation(name: string) {
  const dataDir = join(folder, name);
  mkdirSync(join(dataDir, 'photos'), { recursive: true });
  writeFileSync(join(dataDir, 'photos', 'one.jpg'), 'a picture');
  const databaseUrl = await borrow('database');
  const database = await openDatabase({ url: databaseUrl, dataDir });
  await recordAudit(database.pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
  const backup = { folder: join(folder, `${name}-backup`), passphrase: 'twelve letters' };
  await backUp(database, { dataDir }, backup.folder, backup);
  return { place: { dataDir, databaseUrl }, database, backup };
}

/** Nothing of a drill is left. */
async function expectGone(dataDir: string, { pool }: Database): Promise<void> {
  expect(readdirSync(join(dataDir, 'cache'))).toEqual([]);
  const { rows } = await pool.query(`SELECT FROM pg_database WHERE datname ~ '^outreach_drill'`);
  expect(rows).toEqual([]);
}

test('a backup is restored beside the running installation, counted and thrown away', async () => {
  const { place, database, backup } = await installation('whole');
  const drill = await holdDrill(database.pool, place, backup);
  expect(drill).toMatchObject({ files: 1, fault: null });
  expect(drill.rows).toBeGreaterThan(1);
  expect(await findLastDrill(database.pool)).toMatchObject({
    backupOf: drill.backupOf,
    rows: drill.rows,
    fault: null,
  });
  await expectGone(place.dataDir, database);
  await database.close();
});

test('a damaged backup, another passphrase and a log that was changed are noted as faults', async () => {
  const { place, database, backup } = await installation('faults');
  const other = await holdDrill(database.pool, place, { ...backup, passphrase: 'another phrase' });
  expect(other.fault).toContain('Expected the passphrase');
  const tampered = join(folder, 'tampered');
  await database.pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
    UPDATE audit_entry SET action = 'other'`);
  await backUp(database, place, tampered);
  const broken = await holdDrill(database.pool, place, { folder: tampered, passphrase: undefined });
  expect(broken.fault).toBe('the audit log in it is broken');
  appendFileSync(join(backup.folder, 'files', 'photos', 'one.jpg'), 'x');
  const damaged = await holdDrill(database.pool, place, backup);
  expect(damaged).toMatchObject({ backupOf: null, rows: 0 });
  expect(damaged.fault).toMatch(/^Expected sha256 \w+ of files\/photos\/one\.jpg/);
  expect(await findLastDrill(database.pool)).toMatchObject({ fault: damaged.fault });
  await expectGone(place.dataDir, database);
  await database.close();
});

test('a role that may make no databases drills into an embedded one', async () => {
  const owner = await openDatabase({ url: await borrow('empty-database'), dataDir: folder });
  const { rows } = await owner.pool.query<{ name: string }>('SELECT current_database() AS name');
  const role = `drill_${process.pid}`;
  await owner.pool.query(`CREATE ROLE ${role} LOGIN; GRANT pg_read_all_data TO ${role};
    GRANT INSERT ON restore_drill TO ${role}; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  const { backup, database: source } = await installation('allowed');
  await source.close();
  const url = new URL(await borrow('empty-database'));
  url.username = role;
  url.pathname = `/${rows[0]?.name}`;
  const limited = await openDatabase({ url: url.href, dataDir: folder, migrations: 'as-is' });
  const place = { dataDir: join(folder, 'limited'), databaseUrl: url.href };
  expect(await holdDrill(limited.pool, place, backup)).toMatchObject({ files: 1, fault: null });
  await expectGone(place.dataDir, limited);
  await limited.close();
  await owner.pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  await owner.close();
});
