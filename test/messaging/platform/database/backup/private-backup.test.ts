import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { backUp, restore } from '../../../../../messaging/platform/database/backup/backup.ts';
import {
  checkKeepDays,
  deleteOldBackups,
} from '../../../../../messaging/platform/database/backup/backups-sql.ts';
import {
  type Database,
  openDatabase,
} from '../../../../../messaging/platform/database/database.ts';
import { authSecret, emulatorToken } from '../../../../../messaging/platform/process/secret-fs.ts';
import { borrow } from '../../../../servers/borrow.ts';
import { openTestDatabase } from '../../../fixtures/databases.ts';
import { runBackupCommand } from './backup-command.ts';

const passphrase = 'नीम-कुआँ-4471-tulsi';
let work: string;
let source: Database;
let place: { dataDir: string };
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'private-backup-'));
  place = { dataDir: join(work, 'source') };
  mkdirSync(place.dataDir);
  source = await openTestDatabase(place.dataDir);
  authSecret(place.dataDir, undefined);
  emulatorToken(place.dataDir, undefined);
  mkdirSync(join(place.dataDir, 'outbox'));
  writeFileSync(join(place.dataDir, 'outbox', 'letter.eml'), 'https://example.in/#token');
  writeFileSync(join(place.dataDir, 'codes.csv'), 'grown');
  // More than one buffer, and nothing.
  writeFileSync(join(place.dataDir, 'long'), Buffer.alloc(300_001, 'x'));
  writeFileSync(join(place.dataDir, 'empty'), '');
  await source.pool.query(`
    INSERT INTO person (id, name, email, role, two_factor_enabled) VALUES
      ('p', 'नमूना', 'p@police.example', 'hq', true);
    INSERT INTO two_factor (id, person_id, secret, backup_codes) VALUES ('t', 'p', 'sealed', 'sealed');
    INSERT INTO session (id, token, person_id, expires_at) VALUES ('s', 'secret-token', 'p', now() + interval '1 h');
    INSERT INTO verification (id, identifier, value, expires_at) VALUES ('v', 'i', 'secret-value', now());
    INSERT INTO attempt (what, scope, subject, tries, until) VALUES ('password', 'account', 'a', 1, now());
    INSERT INTO attempt_lock (what) VALUES ('password');
    INSERT INTO invitation (token_hash, role, email, expires_at, used_at) VALUES
      ('open', 'hq', 'o@police.example', now(), NULL), ('used', 'hq', 'u@police.example', now(), now());
    INSERT INTO opt_out (msisdn, source) VALUES (915000000001, 'sms');`);
});
afterAll(async () => {
  await source.close();
  rmSync(work, { recursive: true });
});

let made = 0;
let folder: string;
let target: { databaseUrl: string; dataDir: string };
beforeEach(async () => {
  made += 1;
  folder = join(work, 'backups', `backup-${made}`);
  const databaseUrl = await borrow('empty-database');
  target = { databaseUrl, dataDir: join(work, `target-${made}`) };
  mkdirSync(target.dataDir);
});

async function counts(
  { databaseUrl, dataDir }: typeof target,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const database = await openDatabase({ url: databaseUrl, dataDir });
  const found: Record<string, number> = {};
  for (const name of tables) {
    const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM ${name}`);
    found[name] = rows[0].n;
  }
  await database.close();
  return found;
}

function listFiles(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('what opens an account stays out of a backup, and out of what is restored', async () => {
  await backUp(source, place, folder);
  expect(readdirSync(join(folder, 'files')).sort()).toEqual(['codes.csv', 'empty', 'long']);
  const restored = await restore(folder, target);
  const left = { session: 0, verification: 0, attempt: 0, attempt_lock: 0 };
  const expected = { ...left, invitation: 1, opt_out: 1, person: 1 };
  expect(await counts(target, Object.keys(expected))).toEqual(expected);
  expect(restored.secondFactorsReset).toBe(1);
});

test('without its secret, second factors are set up again; with it they stay', async () => {
  await backUp(source, place, folder);
  copyFileSync(join(place.dataDir, 'auth-secret'), join(target.dataDir, 'auth-secret'));
  expect((await restore(folder, target)).secondFactorsReset).toBe(0);
  expect(await counts(target, ['two_factor'])).toEqual({ two_factor: 1 });
  const databaseUrl = await borrow('empty-database');
  const other = { databaseUrl, dataDir: join(work, 'other-secret') };
  authSecret(other.dataDir, undefined);
  expect((await restore(folder, other)).secondFactorsReset).toBe(1);
  const database = await openDatabase({ url: other.databaseUrl, dataDir: other.dataDir });
  const { rows } = await database.pool.query(
    `SELECT two_factor_enabled AS enabled, (SELECT count(*)::int FROM two_factor) AS factors,
       (SELECT action FROM audit_entry) AS action FROM person`,
  );
  expect(rows).toEqual([{ enabled: false, factors: 0, action: 'backup.restore' }]);
  await database.close();
});

test('an encrypted backup shows nothing, and comes back whole', async () => {
  await backUp(source, place, folder, { passphrase, withSecrets: true });
  for (const path of listFiles(folder)) {
    const bytes = readFileSync(path);
    for (const shown of ['grown', 'xxxxxxxx', 'police.example', 'opt_out', 'codes.csv']) {
      expect(bytes.includes(shown), `${shown} in ${path}`).toBe(false);
    }
    // The start of every gzip.
    expect(bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])), path).toBe(false);
    if (!path.endsWith('encryption.json')) expect(statSync(path).mode & 0o777).toBe(0o600);
  }
  const restored = await restore(folder, target, { passphrase });
  expect(restored.secondFactorsReset).toBe(0);
  for (const name of ['codes.csv', 'long', 'empty', 'auth-secret', 'emulator-token']) {
    expect(readFileSync(join(target.dataDir, name))).toEqual(
      readFileSync(join(place.dataDir, name)),
    );
  }
  expect(await counts(target, ['opt_out'])).toEqual({ opt_out: 1 });
});

test('a wrong passphrase, none, and a changed or swapped file are refused in a sentence', async () => {
  await backUp(source, place, folder, { passphrase });
  await expect(restore(folder, target, { passphrase: `${passphrase}!` })).rejects.toThrow(
    /^Expected the passphrase with which .* was encrypted, got another one/,
  );
  await expect(restore(folder, target)).rejects.toThrow(/^Expected the passphrase .*, got none$/);
  expect(readdirSync(target.dataDir)).toEqual([]);
  const manifest = join(folder, 'backup.json.enc');
  const whole = readFileSync(manifest);
  writeFileSync(manifest, readFileSync(join(folder, 'files', 'long')));
  await expect(restore(folder, target, { passphrase })).rejects.toThrow('Expected the passphrase');
  writeFileSync(manifest, whole.subarray(0, whole.length - 1));
  await expect(restore(folder, target, { passphrase })).rejects.toThrow('Expected the passphrase');
  writeFileSync(manifest, whole);
  copyFileSync(join(folder, 'files', 'long'), join(folder, 'files', 'codes.csv'));
  await expect(restore(folder, target, { passphrase })).rejects.toThrow('it is damaged');
});

test('secrets go into an encrypted backup only', async () => {
  await expect(backUp(source, place, folder, { withSecrets: true })).rejects.toThrow(
    'Expected a passphrase beside --with-secrets',
  );
  expect(existsSync(folder)).toBe(false);
});

const mayGo = async () => true;

test('old backups go, plain, encrypted and unfinished; other folders and new ones stay', async () => {
  const parent = mkdtempSync(join(work, 'kept-'));
  for (const name of ['plain', 'sealed', 'new']) {
    await backUp(source, place, join(parent, name), name === 'sealed' ? { passphrase } : {});
  }
  mkdirSync(join(parent, 'cut-off', 'database'), { recursive: true });
  mkdirSync(join(parent, 'letters'));
  // Others' folders that have a name or two in common with a backup.
  mkdirSync(join(parent, 'other', 'database'), { recursive: true });
  writeFileSync(join(parent, 'other', 'book.txt'), 'not ours');
  mkdirSync(join(parent, 'odd', 'backup.json'), { recursive: true });
  mkdirSync(join(parent, 'odder'));
  writeFileSync(join(parent, 'odder', 'database'), '');
  // A second past the term: a folder's time has fractions of the millisecond that `Date` cuts off.
  const later = new Date(Date.now() + 30 * 86_400_000 + 1000);
  const path = join(parent, 'new', 'backup.json');
  const json = JSON.parse(readFileSync(path, 'utf8'));
  const createdAt = new Date(Date.now() + 60_000).toISOString();
  writeFileSync(path, JSON.stringify({ ...json, createdAt }));
  expect(await deleteOldBackups(parent, { keepDays: 30, now: new Date(), mayGo })).toEqual([]);
  const deleted = await deleteOldBackups(parent, { keepDays: 30, now: later, mayGo });
  expect(deleted).toEqual(['cut-off', 'plain', 'sealed'].map((name) => join(parent, name)));
  expect(readdirSync(parent).sort()).toEqual(['letters', 'new', 'odd', 'odder', 'other']);
});

test('as many days as the privacy page promises are taken', () => {
  expect(checkKeepDays('30')).toBe(30);
});

test.each(['31', '0', '7.5', 'all'])('%s days are not what the privacy page promises', (given) => {
  expect(() => checkKeepDays(given)).toThrow('Expected 1 to 30 for --keep-days');
});

test('the commands encrypt, delete old backups, and say what a restore means', async () => {
  const own = { DATA_DIR: place.dataDir, BACKUP_PASSPHRASE: '' };
  const keyFile = join(work, 'key');
  await expect(runBackupCommand('back-up', own, '--encrypt-to', folder)).rejects.toThrow(
    'Expected a passphrase',
  );
  writeFileSync(keyFile, 'too short');
  const encrypt = ['--encrypt-to', folder, '--key-file', keyFile, '--keep-days', '30'];
  await expect(runBackupCommand('back-up', own, ...encrypt)).rejects.toThrow(
    'Expected a passphrase of at least 12 characters',
  );
  writeFileSync(keyFile, `${passphrase}\n`);
  expect((await runBackupCommand('back-up', own, ...encrypt)).stdout).toContain('rows');
  const withPassphrase = { ...own, BACKUP_PASSPHRASE: passphrase };
  const [sealed, plain] = [`${folder}-sealed`, `${folder}-plain`];
  const said = await runBackupCommand('back-up', withPassphrase, sealed);
  expect([existsSync(join(sealed, 'encryption.json')), said.stdout.trim()]).toEqual([
    true,
    expect.stringMatching(/, encrypted$/),
  ]);
  const open = await runBackupCommand('back-up', withPassphrase, '--plain', plain);
  expect(open.stdout).toContain('not encrypted, though it holds phone numbers');
  await expect(runBackupCommand('back-up', own, '--plain', '--encrypt-to', folder)).rejects.toThrow(
    'Expected either --plain or',
  );
  const other = { ...own, DATA_DIR: target.dataDir, DATABASE_URL: target.databaseUrl };
  const { stdout } = await runBackupCommand('restore', other, folder, '--key-file', keyFile);
  expect(stdout).toContain('Everybody signs in again');
  expect(stdout).toContain('1 people set up their second factor again');
  await expect(
    runBackupCommand('restore', other, folder, '--key-file', keyFile, '--with-loss'),
  ).rejects.toThrow(/Expected an empty database, got one with \d+ tables: /);
});
