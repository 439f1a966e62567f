import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { databaseSentence } from '../../../../campaigns/words/database-words.ts';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { findStop } from '../../../../messaging/platform/database/connection-error.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { noteHead } from '../../../../messaging/platform/database/identity/identity-sql.ts';
import { readNote } from '../../../../messaging/platform/database/identity/note-fs.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';

const folder = openFolder('identity-');
const entry = { actor: 'service', action: 'sample.add', subject: 'sample' } as const;

async function open(dataDir: string, databaseUrl: string | undefined, waitForIt = false) {
  const database = await openInstalledDatabase(
    { dataDir, databaseUrl, backupPassphrase: undefined },
    { waitForIt },
  );
  onTestFinished(() => database.close());
  return database;
}

/** A data folder that was in use with so many entries, and its database, closed. */
async function used(name: string, databaseUrl: string | undefined, entries: number) {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  if (databaseUrl === undefined) await placeTestDatabase(dataDir);
  const database = await openInstalledDatabase({
    dataDir,
    databaseUrl,
    backupPassphrase: undefined,
  });
  await write(database, entries);
  await noteHead(database.pool, dataDir);
  await database.close();
  return dataDir;
}

async function write({ pool }: Database, entries: number): Promise<void> {
  for (let one = 0; one < entries; one += 1) await recordAudit(pool, entry);
}

/** Opens it as a service does, and says why it is refused, in both languages. */
async function refusal(dataDir: string, databaseUrl?: string): Promise<string> {
  const database = await open(dataDir, databaseUrl, true);
  await database.tried;
  const stop = findStop(await database.pool.query('SELECT 1').catch((error: unknown) => error));
  const sentence = stop && databaseSentence(stop.fault);
  expect(sentence?.hi).toMatch(/[ऀ-ॿ]/);
  expect(sentence?.hi).toMatch(/up-cop-outreach|PG_VERSION/);
  return sentence?.en ?? 'nothing';
}

test('the first database of a data folder takes over its name, and so does every further folder', async () => {
  const url = await borrow('empty-database');
  const dataDir = await used('first', url, 2);
  const note = readNote(dataDir);
  expect(note?.audit?.id).toBe(2);
  const { pool } = await open(dataDir, url);
  expect((await pool.query('SELECT id FROM installation')).rows).toEqual([{ id: note?.id }]);
  const second = join(folder, 'second-machine');
  await open(second, url);
  expect(readNote(second)).toEqual(note);
});

test('an address of which PostgreSQL will not hear is said with its answer', async () => {
  const url = new URL(await borrow('empty-database'));
  url.pathname = '/no-such-database';
  const said = await refusal(join(folder, 'unprepared'), url.href);
  expect(said).toMatch(/the database could not be prepared.*no-such-database/);
  expect(said).not.toContain(url.password || 'password');
});

test('an embedded database that is gone is not replaced in silence', async () => {
  const dataDir = await used('gone', undefined, 3);
  const database = join(dataDir, 'postgres', 'database');
  renameSync(join(database, 'PG_VERSION'), join(dataDir, 'kept'));
  expect(await refusal(dataDir)).toContain(`by echo 18 > ${database}/PG_VERSION`);
  expect(existsSync(join(database, 'global', 'pg_control'))).toBe(true);
  expect(readFileSync(join(dataDir, 'kept'), 'utf8')).toBe('18\n');
  rmSync(database, { recursive: true });
  mkdirSync(database);
  expect(await refusal(dataDir)).toMatch(
    /the data folder is that of installation \w{8} with 3 audit entries, but the database is empty\. .*up-cop-outreach restore FOLDER.*up-cop-outreach accept-database/,
  );
});

test('an empty PostgreSQL beside an old data folder is left alone', async () => {
  const dataDir = await used('beside', await borrow('database'), 1);
  const empty = await borrow('empty-database');
  expect(await refusal(dataDir, empty)).toContain(
    'with 1 audit entries, but the database is empty',
  );
  const earlier = join(folder, 'earlier');
  mkdirSync(earlier);
  writeFileSync(join(earlier, 'auth-secret'), 's'.repeat(40));
  expect(await refusal(earlier, empty)).toContain('the data folder has been in use before');
  await open(join(folder, 'new'), empty);
});

test('another installation, fewer entries and other entries of the same one are refused', async () => {
  const url = await borrow('database');
  const dataDir = await used('mine', url, 3);
  const other = await borrow('database');
  await used('theirs', other, 5);
  expect(await refusal(dataDir, other)).toMatch(/but the database is that of \w{8} with 5 audit/);

  const database = await open(dataDir, url);
  await database.pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_head DISABLE TRIGGER USER;
    DELETE FROM audit_entry WHERE id = 3;
    UPDATE audit_head SET (id, hash) = (SELECT id, hash FROM audit_entry WHERE id = 2);
    ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_head ENABLE TRIGGER USER`);
  expect(await refusal(dataDir, url)).toContain('lacks some of them (2 there)');
  // It went on after an older state: as many entries, and others.
  await write(database, 4);
  expect(await refusal(dataDir, url)).toContain('lacks some of them (6 there)');
});

test('a database that is exchanged while a service runs is refused at the next connection', async () => {
  const url = await borrow('database');
  const dataDir = await used('running', url, 2);
  const { pool } = await open(dataDir, url);
  const client = await pool.connect();
  await client.query('UPDATE installation SET id = gen_random_uuid()');
  client.release(true);
  await expect(pool.query('SELECT 1')).rejects.toThrow('but the database is that of');
});

test('a note that cannot be read stops as another database does', async () => {
  const url = await borrow('database');
  const dataDir = await used('unreadable', url, 1);
  writeFileSync(join(dataDir, 'installation.json'), Buffer.alloc(40));
  expect(await refusal(dataDir, url)).toContain('installation.json cannot be read');
});
