// npm run backup [-- FOLDER | --encrypt-to FOLDER [--key-file FILE] [--with-secrets]] [--keep-days N]
// The default is a new folder below DATA_DIR/backups/. The passphrase is BACKUP_PASSPHRASE, or what the key file holds.
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../../../../campaigns/command/run-command.ts';
import { loadConfig } from '../../../config.ts';
import { openInstalledDatabase } from './back-up-before-migrating.ts';
import { backUp } from './backup.ts';
import { checkKeepDays, deleteOldBackups, noteBackup } from './backups-sql.ts';
import { readPassphrase } from './passphrase-fs.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'encrypt-to': { type: 'string' },
      'key-file': { type: 'string' },
      'with-secrets': { type: 'boolean', default: false },
      'keep-days': { type: 'string' },
    },
  });
  const config = loadConfig(process.env);
  const encrypted = values['encrypt-to'];
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = encrypted ?? positionals[0] ?? join(config.dataDir, 'backups', moment);
  const keepDays =
    values['keep-days'] === undefined ? undefined : checkKeepDays(values['keep-days']);
  const passphrase =
    encrypted === undefined
      ? undefined
      : await readPassphrase({ keyFile: values['key-file'], passphrase: config.backupPassphrase });
  if (encrypted !== undefined && passphrase === undefined) {
    throw new Error('Expected a passphrase in `BACKUP_PASSPHRASE` or --key-file FILE, got none');
  }
  const database = await openInstalledDatabase(config);
  try {
    const { tables, files } = await backUp(database, config, folder, {
      passphrase,
      withSecrets: values['with-secrets'],
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await noteBackup(database.pool, {
      folder,
      encrypted: passphrase !== undefined,
      rows,
      files: files.length,
    });
    console.log(`${folder}: ${tables.length} tables, ${rows} rows, ${files.length} files`);
  } finally {
    await database.close();
  }
  if (keepDays === undefined) return;
  for (const old of await deleteOldBackups(dirname(folder), { keepDays, now: new Date() })) {
    console.log(`${old}: deleted, it was older than ${keepDays} days`);
  }
});
