// npm run restore-drill [-- FOLDER] [--key-file FILE]: restores the last backup beside the running installation, counts, compares
// and throws it away; `npm run doctor` and the console say when the last drill was.
import { parseArgs } from 'node:util';
import { runCommand } from '../../../../campaigns/command/run-command.ts';
import { loadConfig } from '../../../config.ts';
import { openInstalledDatabase } from './back-up-before-migrating.ts';
import { findLastBackup } from './backups-sql.ts';
import { holdDrill } from './drill.ts';
import { expectBackup } from './manifest.ts';
import { readPassphrase } from './passphrase-fs.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'key-file': { type: 'string' } },
  });
  const [given] = positionals;
  const config = loadConfig(process.env);
  if (given !== undefined) expectBackup(given);
  const passphrase = await readPassphrase({
    keyFile: values['key-file'],
    passphrase: config.backupPassphrase,
  });
  const database = await openInstalledDatabase(config);
  try {
    const folder = given ?? (await findLastBackup(database.pool))?.folder;
    if (folder === undefined)
      throw new Error('Expected a backup to restore, got none: up-cop-outreach backup makes one');
    const drill = await holdDrill(database.pool, config, { folder, passphrase });
    if (drill.fault !== null) throw new Error(`${folder} is no whole backup: ${drill.fault}`);
    console.log(
      `${folder}, of ${drill.backupOf?.toISOString()}, is whole: ${drill.rows} rows, ${drill.files} files and the audit log, restored in ${drill.seconds.toFixed(1)} s and thrown away`,
    );
  } finally {
    await database.close();
  }
});
