// npm run restore -- FOLDER [--key-file FILE] [--with-loss]: into an empty database, and an empty DATA_DIR or that of the
// installation, whose files stay.
// The passphrase of an encrypted backup is BACKUP_PASSPHRASE, or what the key file holds.
import { parseArgs } from 'node:util';
import { runCommand, WrongUse } from '../../../../campaigns/command/run-command.ts';
import { loadConfig } from '../../../config.ts';
import { restore } from './backup.ts';
import { expectBackup } from './manifest.ts';
import { readPassphrase } from './passphrase-fs.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'key-file': { type: 'string' },
      'with-loss': { type: 'boolean', default: false },
    },
  });
  const config = loadConfig(process.env);
  const [folder] = positionals;
  if (folder === undefined) throw new WrongUse('Expected the folder of a backup, got nothing');
  expectBackup(folder);
  const passphrase = await readPassphrase({
    keyFile: values['key-file'],
    passphrase: config.backupPassphrase,
  });
  const restored = await restore(folder, config, {
    passphrase,
    withLoss: values['with-loss'],
  });
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
