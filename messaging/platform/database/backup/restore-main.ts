// npm run restore -- FOLDER [--key-file FILE]: into an empty DATA_DIR and database, while the service does not run.
// The passphrase of an encrypted backup is BACKUP_PASSPHRASE, or what the key file holds.
import { parseArgs } from 'node:util';
import { runCommand, WrongUse } from '../../../../campaigns/command/run-command.ts';
import { loadConfig } from '../../../config.ts';
import { restore } from './backup.ts';
import { readPassphrase } from './passphrase-fs.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'key-file': { type: 'string' } },
  });
  const config = loadConfig(process.env);
  const [folder] = positionals;
  if (folder === undefined) throw new WrongUse('Expected the folder of a backup, got nothing');
  const passphrase = await readPassphrase({
    keyFile: values['key-file'],
    passphrase: config.backupPassphrase,
  });
  const restored = await restore(folder, config, passphrase);
  const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Restored the backup of ${restored.createdAt}: ${rows} rows, ${restored.files.length} files`,
  );
  console.log(
    'Everybody signs in again; links of invitations that were open have to be made again.',
  );
  console.log('Letters that had not gone out wait for a decision at /console/mail/?state=unknown.');
  if (restored.secondFactorsReset > 0) {
    console.log(
      `\`auth-secret\` is not the one of the backup: ${restored.secondFactorsReset} people set up their second factor again. Let each of them do so at once, since until then the password alone opens the account.`,
    );
  }
});
