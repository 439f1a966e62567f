import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { databaseSentence } from '../../../../campaigns/words/database-words.ts';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { findStop, isDamage } from '../../../../messaging/platform/database/connection-error.ts';
import { noteHead } from '../../../../messaging/platform/database/identity/identity-sql.ts';
import { openFolder } from '../../../folders.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';

const folder = openFolder('damage-');

/** An embedded database with entries in its audit log, closed; and the file of a table. */
async function place(name: string) {
  const dataDir = join(folder, name);
  await placeTestDatabase(dataDir);
  const settings = { dataDir, databaseUrl: undefined, backupPassphrase: undefined };
  const { pool, close } = await openInstalledDatabase(settings);
  for (let one = 0; one < 60; one += 1)
    await recordAudit(pool, {
      actor: 'service',
      action: 'sample.add',
      subject: 'sample',
      after: { text: 'word '.repeat(100) },
    });
  const fileOf = async (table: string) => {
    const { rows } = await pool.query<{ path: string }>('SELECT pg_relation_filepath($1) AS path', [
      table,
    ]);
    return rows[0]?.path ?? '';
  };
  const files = { table: await fileOf('audit_entry'), catalogue: await fileOf('pg_attribute') };
  expect((await pool.query('SHOW data_checksums')).rows).toEqual([{ data_checksums: 'on' }]);
  await noteHead(pool, dataDir);
  await close();
  return { settings, files, database: join(dataDir, 'postgres', 'database') };
}

type Files = Awaited<ReturnType<typeof place>>['files'];
const halve = (path: string) => truncateSync(path, readFileSync(path).length / 2);
const kinds: Record<string, (database: string, files: Files) => void> = {
  'a control file of zeros': (database) =>
    writeFileSync(join(database, 'global', 'pg_control'), Buffer.alloc(8192)),
  'no control file': (database) => rmSync(join(database, 'global', 'pg_control')),
  'no log': (database) => {
    for (const name of readdirSync(join(database, 'pg_wal')))
      rmSync(join(database, 'pg_wal', name), { recursive: true });
  },
  'half of a table': (database, { table }) => halve(join(database, table)),
  'half of a catalogue': (database, { catalogue }) => halve(join(database, catalogue)),
  'no file of a table': (database, { table }) => rmSync(join(database, table)),
  'no map of the catalogues': (database) => rmSync(join(database, 'base', '5', 'pg_filenode.map')),
};

test.each(Object.entries(kinds))(
  '%s is told with the commands that help, and the process goes on',
  async (name, damage) => {
    const { settings, files, database } = await place(name.replaceAll(' ', '-'));
    damage(database, files);
    const { pool, tried, close } = await openInstalledDatabase(settings, { waitForIt: true });
    onTestFinished(close);
    await tried;
    const stop = findStop(await pool.query('SELECT 1').catch((error: unknown) => error));
    const sentence = stop && databaseSentence(stop.fault);
    expect(sentence?.en).toMatch(/^Scans and public pages go on, .*the database is damaged \(.+\)/);
    const command = `mv ${join(database, '..')} ${join(database, '..')}.damaged`;
    for (const each of [sentence?.hi, sentence?.en]) {
      expect(each).toContain(command);
      expect(each).toContain('up-cop-outreach restore FOLDER');
    }
    await expect(openInstalledDatabase(settings)).rejects.toThrow(command);
  },
);

test('a byte that changed on the disk is found when it is read', async () => {
  const { settings, files, database } = await place('byte');
  const path = join(database, files.table);
  const bytes = readFileSync(path);
  bytes[5000] = (bytes[5000] ?? 0) ^ 8;
  writeFileSync(path, bytes);
  const { pool, close } = await openInstalledDatabase(settings);
  onTestFinished(close);
  const error = await pool.query('SELECT * FROM audit_entry').catch((thrown: unknown) => thrown);
  expect(isDamage(error)).toBe(true);
});
