// up-cop-outreach backup [FOLDER | --encrypt-to FOLDER] [--key-file FILE | --plain] [--with-secrets] [--keep-days N]
// The default is a new folder below DATA_DIR/backups/. With a passphrase, BACKUP_PASSPHRASE or what the key file holds, it is
// encrypted wherever it goes, unless --plain says otherwise.
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, WrongUse } from '../../../../campaigns/command/run-command.ts';
import { expectPlace } from '../../../../campaigns/files/place-fs.ts';
import { loadConfig } from '../../../config.ts';
import { openInstalledDatabase } from './back-up-before-migrating.ts';
import { backUp } from './backup.ts';
import { checkKeepDays, deleteOldBackups, noteBackup } from './backups-sql.ts';
import { readPassphrase } from './passphrase-fs.ts';
import { countRows, findShortfall, isContinued } from './shortfall.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'encrypt-to': { type: 'string' },
      'key-file': { type: 'string' },
      plain: { type: 'boolean', default: false },
      'with-secrets': { type: 'boolean', default: false },
      'keep-days': { type: 'string' },
    },
  });
  const config = loadConfig(process.env);
  const encrypted = values['encrypt-to'];
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = encrypted ?? positionals[0] ?? join(config.dataDir, 'backups', moment);
  expectPlace(folder);
  const keepDays =
    values['keep-days'] === undefined ? undefined : checkKeepDays(values['keep-days']);
  if (values.plain && (encrypted ?? values['key-file']) !== undefined)
    throw new WrongUse('Expected either --plain or a backup that is encrypted, got both');
  const passphrase = values.plain
    ? undefined
    : await readPassphrase({ keyFile: values['key-file'], passphrase: config.backupPassphrase });
  if (encrypted !== undefined && passphrase === undefined) {
    throw new Error('Expected a passphrase in `BACKUP_PASSPHRASE` or --key-file FILE, got none');
  }
  const database = await openInstalledDatabase(config);
  try {
    const options = { passphrase, withSecrets: values['with-secrets'] };
    const backup = await backUp(database, config, folder, options);
    const place = { folder, passphrase: passphrase ?? config.backupPassphrase };
    const fault = await findShortfall(database.pool, backup, place);
    const [rows, files] = [countRows(backup), backup.files.length];
    const isEncrypted = passphrase !== undefined;
    await noteBackup(database.pool, { folder, encrypted: isEncrypted, rows, files, fault });
    const how = isEncrypted ? 'encrypted' : 'not encrypted, though it holds phone numbers';
    console.log(`${folder}: ${backup.tables.length} tables, ${rows} rows, ${files} files, ${how}`);
    if (fault !== null)
      throw new Error(
        `${folder} is less than it should be: ${fault}. No older backup was deleted; up-cop-outreach doctor says what to do`,
      );
    if (keepDays === undefined) return;
    const deleted = await deleteOldBackups(dirname(folder), {
      keepDays,
      now: new Date(),
      async mayGo(old) {
        const may = await isContinued(database.pool, backup, { ...place, folder: old });
        if (!may) console.log(`${old}: kept, since entries of its audit log are in no later one`);
        return may;
      },
    });
    for (const old of deleted) console.log(`${old}: deleted, it was older than ${keepDays} days`);
  } finally {
    await database.close();
  }
});
