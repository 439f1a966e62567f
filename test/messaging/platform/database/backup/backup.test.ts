import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { photoPath } from '../../../../../messaging/field/activities/photo-upload.ts';
import {
  backUp,
  loadDatabase,
  restore,
} from '../../../../../messaging/platform/database/backup/backup.ts';
import { dumpDatabase } from '../../../../../messaging/platform/database/backup/dump.ts';
import { openStore } from '../../../../../messaging/platform/database/backup/store.ts';
import {
  type Database,
  openDatabase,
} from '../../../../../messaging/platform/database/database.ts';
import { openFolderFiles } from '../../../../../messaging/platform/files/folder-files-fs.ts';
import { recordScans } from '../../../../../messaging/scanning/scans/scans-sql.ts';
import { openFolder } from '../../../../folders.ts';
import { borrow } from '../../../../servers/borrow.ts';
import { placeTestDatabase } from '../../../fixtures/databases.ts';
import { fillEveryTable } from '../../../fixtures/every-table.ts';
import { runBackupCommand } from './backup-command.ts';

type Engine = 'embedded' | 'postgresql';

const work = openFolder('backup-');

let places = 0;
interface Place {
  databaseUrl: string | undefined;
  dataDir: string;
}

/** Where nothing is yet: what a backup is restored to. */
async function newPlace(engine: Engine): Promise<Place> {
  places += 1;
  const databaseUrl = engine === 'postgresql' ? await borrow('empty-database') : undefined;
  const dataDir = join(work, `data-${places}`);
  mkdirSync(dataDir);
  return { databaseUrl, dataDir };
}

const open = ({ databaseUrl, dataDir }: Place) => openDatabase({ url: databaseUrl, dataDir });

/** An installation with the tables of this version. */
async function installation(engine: Engine): Promise<Place> {
  if (engine === 'postgresql') {
    return { ...(await newPlace('embedded')), databaseUrl: await borrow('database') };
  }
  const place = await newPlace('embedded');
  await placeTestDatabase(place.dataDir);
  return place;
}

/** The rows of every table, whatever their order. */
async function fingerprint({ pool }: Database): Promise<Record<string, unknown>> {
  const tables = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migration', 'installation') ORDER BY 1",
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(
      `SELECT count(*)::int, md5(string_agg(t::text, '|' ORDER BY t::text)) FROM "${name}" t`,
    );
    found[name] = rows[0];
  }
  const sequences = await pool.query(
    'SELECT sequencename, last_value FROM pg_sequences ORDER BY 1',
  );
  return { ...found, sequences: sequences.rows };
}

async function addScans({ pool }: Database): Promise<void> {
  const start = Date.parse('2019-04-12T06:00:00Z');
  const scans = Array.from({ length: 3000 }, (_, index) => ({
    id: BigInt(index) << 40n,
    at: new Date(start + index * 60_000),
    code: `B0000${index % 9}`,
    channel: 'board' as const,
    district: index % 9 === 0 ? 'agra' : '',
    platform: 'android' as const,
    visitorKind: 'person' as const,
    visitor: BigInt(index % 700),
  }));
  await recordScans(pool, scans);
}

const oddTables = `
  CREATE TABLE office (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, chief int REFERENCES office,
    name text, shout text GENERATED ALWAYS AS (upper(name)) STORED);
  CREATE TABLE "Odd name" (office int NOT NULL REFERENCES office, note text, raw bytea, data jsonb);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
  CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON "Odd name" FOR EACH ROW EXECUTE FUNCTION refuse();
  INSERT INTO office (name) VALUES ('from a migration');`;
const oddRows = `
  INSERT INTO office (chief, name) VALUES (1, 'लखनऊ'), (2, E'tab\\there\\nnew \\\\ line'), (1, NULL);
  INSERT INTO "Odd name" VALUES (2, '', '\\x0001ff', '{"a": "थाना"}'), (3, '\\.', NULL, NULL);`;

test.each<[Engine, Engine]>([
  ['embedded', 'postgresql'],
  ['postgresql', 'embedded'],
])(
  'a dump of %s loads into %s: odd names and values, keys, triggers, sequences',
  async (from, to) => {
    const places = [await installation(from), await installation(to)];
    const [source, target] = await Promise.all(places.map(open));
    if (source === undefined || target === undefined) throw new Error('Expected two databases');
    const folder = join(work, `dump-${from}`);
    await source.pool.query(oddTables + oddRows);
    await target.pool.query(oddTables);
    const store = await openStore(folder);
    const dump = await dumpDatabase(source.pool, store);
    await loadDatabase(target.pool, dump, store);
    expect(await fingerprint(target)).toEqual(await fingerprint(source));
    const next = 'INSERT INTO office (name) VALUES ($1) RETURNING id';
    expect((await target.pool.query(next, ['next'])).rows).toEqual([{ id: 5 }]);
    await expect(target.pool.query('DELETE FROM "Odd name"')).rejects.toThrow('append only');
    await expect(target.pool.query('INSERT INTO "Odd name" VALUES (99)')).rejects.toThrow(
      'foreign key',
    );
    await source.close();
    await target.close();
  },
);

/** Of no use after a restore, or nobody's to keep: a backup leaves them out. Every other table comes back as it was. */
const leftOut = [
  ...['session', 'verification', 'attempt', 'attempt_lock', 'day_salt', 'challenge_key'],
  ...['audience_upload', 'do_not_disturb_upload', 'number_operator_upload'],
  ...['process_seen', 'backup_made', 'restore_drill'],
];
/** Rows of these are kept in part, or changed by a restore: these ones stay. */
const keptRows = {
  invitation: { used_at: '2019-04-12T06:00:00Z' },
  letter: { state: 'sent', sealed_link: null },
  blast: (rows: ReadonlyMap<string, Record<string, unknown>>) => ({
    status: 'draft',
    draft: {
      name: 'x',
      channel: 'sms',
      gateway: 'emulator',
      audienceId: rows.get('audience')?.['id'],
      paisePerSegment: 0,
    },
  }),
  blast_round: { status: 'missed' },
};

// From embedded to embedded: by the commands, below.
test.each<[Engine, Engine]>([
  ['postgresql', 'postgresql'],
  ['embedded', 'postgresql'],
])('a backup of %s is restored into an empty %s, the files too', async (from, to) => {
  const place = await installation(from);
  const source = await open(place);
  await addScans(source);
  // One engine is enough: the dump is the same, and the other one fills them slowly.
  const isFilled = from === 'postgresql';
  if (isFilled) expect(await fillEveryTable(source.pool, keptRows)).toEqual([]);
  // Its row makes an installation one of practice.
  await source.pool.query('DELETE FROM practice');
  for (const name of ['print', 'salts', 'uploads-2', 'spool/scans']) {
    mkdirSync(join(place.dataDir, name), { recursive: true });
    writeFileSync(join(place.dataDir, name, 'file'), name);
  }
  writeFileSync(join(place.dataDir, 'codes.csv'), 'grown');
  const jpeg = randomBytes(1000);
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  await openFolderFiles(join(place.dataDir, 'photos')).put(photoPath(sha256), jpeg);
  const picture = join('photos', photoPath(sha256));
  const folder = join(place.dataDir, 'backups', 'first');
  await backUp(source, place, folder);
  const before = await fingerprint(source);
  await source.close();

  const target = await newPlace(to);
  await restore(folder, target);
  const restored = await open(target);
  const empty = { count: 0, md5: null };
  const expected = Object.fromEntries(leftOut.map((name) => [name, empty]));
  const { practice, ...others } = before;
  if (isFilled) expect(Object.values(others)).not.toContainEqual(empty);
  expect(practice).toEqual(empty);
  expect(await fingerprint(restored)).toEqual({ ...before, ...expected });
  await restored.close();
  expect(readFileSync(join(target.dataDir, 'codes.csv'), 'utf8')).toBe('grown');
  expect(readFileSync(join(target.dataDir, picture))).toEqual(jpeg);
  expect(statSync(join(target.dataDir, picture)).mode & 0o777).toBe(0o600);
  expect(statSync(join(target.dataDir, 'photos')).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(target.dataDir, 'spool/scans/file'), 'utf8')).toBe('spool/scans');
  for (const name of ['print', 'salts', 'uploads-2'])
    expect(readdirSync(target.dataDir)).not.toContain(name);

  await expect(restore(folder, target)).rejects.toThrow('Expected an empty database');
});

test('a spool on a disk of its own is backed up, and restored to where it belongs there', async () => {
  const place = { ...(await installation('postgresql')), spoolDir: join(work, 'spool-disk') };
  mkdirSync(join(place.spoolDir, 'callbacks'), { recursive: true });
  writeFileSync(join(place.spoolDir, 'callbacks', 'segment'), 'waits');
  const source = await open(place);
  const folder = join(work, 'with-spool');
  await backUp(source, place, folder);
  await source.close();
  const target = { ...(await newPlace('postgresql')), spoolDir: join(work, 'other-disk') };
  await restore(folder, target);
  expect(readFileSync(join(target.spoolDir, 'callbacks', 'segment'), 'utf8')).toBe('waits');
  expect(readdirSync(target.dataDir)).not.toContain('spool');
});

test('a damaged or unfinished backup is refused before anything is changed', async () => {
  const place = await installation('postgresql');
  const source = await open(place);
  const folder = join(work, 'damaged');
  await backUp(source, place, folder);
  await expect(backUp(source, place, folder)).rejects.toThrow('Expected a new folder');
  await source.close();
  const target = await newPlace('postgresql');
  writeFileSync(join(folder, 'database', 'scan.0000.copy.gz'), 'rubbish');
  await expect(restore(folder, target)).rejects.toThrow('it is damaged');
  rmSync(join(folder, 'backup.json'));
  await expect(restore(folder, target)).rejects.toThrow('Expected a finished backup');
});

test('a table that is called as a path is kept inside of the backup', async () => {
  const place = await installation('postgresql');
  const source = await open(place);
  await source.pool.query(`CREATE TABLE "../../../out" AS SELECT '../x' AS note`);
  const folder = join(work, 'hostile', 'table');
  const store = await openStore(folder);
  const dump = await dumpDatabase(source.pool, store);
  expect(readdirSync(folder)).toEqual(['database']);
  // Where the name leads to from there.
  expect(readdirSync(work).filter((name) => name.startsWith('out.'))).toEqual([]);
  const target = await openDatabase({ url: await borrow('database'), dataDir: place.dataDir });
  await target.pool.query(`CREATE TABLE "../../../out" (note text)`);
  await loadDatabase(target.pool, dump, store);
  expect(await fingerprint(target)).toEqual(await fingerprint(source));
  await source.close();
  await target.close();
});

/** A backup of one file, with another name for it in its manifest. */
async function hostileBackup(folder: string, path = 'codes.csv'): Promise<void> {
  const place = await installation('postgresql');
  const source = await open(place);
  writeFileSync(join(place.dataDir, 'codes.csv'), 'grown');
  await backUp(source, place, folder);
  await source.close();
  const manifest = join(folder, 'backup.json');
  const backup = JSON.parse(readFileSync(manifest, 'utf8'));
  backup.files[0].path = path;
  writeFileSync(manifest, JSON.stringify(backup));
}

test.each([
  ['a name that leads up', '../../out'],
  ['a name that leads up from the spool', 'spool/../../out'],
  ['an absolute name', '/etc/hostname'],
  ['a name that leads down and up', 'photos/../../out'],
])('a backup with %s is refused before anything is changed', async (label, path) => {
  const folder = join(work, 'hostile', label, 'backup');
  await hostileBackup(folder, path);
  // What the name leads to in the backup is there, so that only the name can be the reason.
  for (const dir of [folder, join(folder, 'files')]) writeFileSync(join(dir, '..', 'out'), 'grown');
  const target = await newPlace('postgresql');
  await expect(restore(folder, target)).rejects.toThrow('Expected the name of a file below');
  expect(readdirSync(target.dataDir)).toEqual([]);
});

test('a backup with a link in it is refused before anything is changed', async () => {
  const folder = join(work, 'hostile', 'link-inside');
  await hostileBackup(folder);
  writeFileSync(join(work, 'secret'), 'grown');
  rmSync(join(folder, 'files', 'codes.csv'));
  symlinkSync(join(work, 'secret'), join(folder, 'files', 'codes.csv'));
  const target = await newPlace('postgresql');
  await expect(restore(folder, target)).rejects.toThrow('got a link');
  expect(readdirSync(target.dataDir)).toEqual([]);
});

test('what is restored follows no link out of the data folder', async () => {
  const place = await installation('postgresql');
  const source = await open(place);
  mkdirSync(join(place.dataDir, 'photos'));
  writeFileSync(join(place.dataDir, 'photos', 'a.jpg'), 'picture');
  const folder = join(work, 'hostile', 'link');
  await backUp(source, place, folder);
  await source.close();
  const target = await newPlace('postgresql');
  mkdirSync(join(work, 'elsewhere'));
  symlinkSync(join(work, 'elsewhere'), join(target.dataDir, 'photos'));
  await expect(restore(folder, target)).rejects.toThrow('got a link');
  expect(readdirSync(join(work, 'elsewhere'))).toEqual([]);
});

test('the commands back up beside the running service and restore', async () => {
  const place = await installation('embedded');
  const running = await openDatabase({ dataDir: place.dataDir });
  await addScans(running);
  const folder = join(work, 'by-command');
  const before = await fingerprint(running);
  const made = await runBackupCommand('back-up', { DATA_DIR: place.dataDir }, folder);
  expect(made.stdout).toContain('rows');
  const target = await newPlace('embedded');
  const { stdout } = await runBackupCommand('restore', { DATA_DIR: target.dataDir }, folder);
  expect(stdout).toContain('Restored the backup');
  const restored = await openDatabase({ dataDir: target.dataDir });
  expect(await fingerprint(restored)).toEqual(before);
  await restored.close();
  const { rows } = await running.pool.query('SELECT folder, encrypted FROM backup_made');
  expect(rows).toEqual([{ folder, encrypted: false }]);
  await running.close();
});
