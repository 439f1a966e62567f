// npm run backup [-- FOLDER]: the default is a new folder below DATA_DIR/backups/.
import { join } from 'node:path';
import { loadConfig } from '../../config.ts';
import { runCommand } from '../../process/explain.ts';
import { openDatabase } from '../database.ts';
import { backUp } from './backup.ts';

await runCommand(async () => {
  const config = loadConfig(process.env);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = process.argv[2] ?? join(config.dataDir, 'backups', moment);
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { tables, files } = await backUp(database, config, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${folder}: ${tables.length} tables, ${rows} rows, ${files.length} files`);
  } finally {
    await database.close();
  }
});
