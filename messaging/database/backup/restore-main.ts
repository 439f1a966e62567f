// npm run restore -- FOLDER: into an empty DATA_DIR and database, while the service does not run.

import { loadConfig } from '../../config.ts';
import { runCommand } from '../../process/explain.ts';
import { restore } from './backup.ts';

await runCommand(async () => {
  const config = loadConfig(process.env);
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('Expected the folder of a backup, got nothing');
  const { createdAt, tables, files } = await restore(folder, config);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`Restored the backup of ${createdAt}: ${rows} rows, ${files.length} files`);
});
