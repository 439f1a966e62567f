// npm run accept-database: goes on with the database that is there, in place of the one that DATA_DIR notes.
import { parseArgs } from 'node:util';
import { runCommand } from '../../../../campaigns/command/run-command.ts';
import { shortId } from '../../../../campaigns/words/database-words.ts';
import { loadConfig } from '../../../config.ts';
import { recordAudit } from '../audit-log-sql.ts';
import { openInstalledDatabase } from '../backup/back-up-before-migrating.ts';
import { type DatabaseStoppedError, findStop } from '../connection-error.ts';
import { noteHead } from './identity-sql.ts';
import { type Note, readNote } from './note-fs.ts';

await runCommand(async () => {
  parseArgs({ options: {} });
  const config = loadConfig(process.env);
  const before = noteOf(config.dataDir);
  const database = await openInstalledDatabase(config, { accept: true });
  try {
    await recordAudit(database.pool, {
      actor: 'command-line',
      action: 'database.accept',
      subject: 'database',
      before,
      after: readNote(config.dataDir),
    });
    const { id, audit } = await noteHead(database.pool, config.dataDir);
    console.log(
      `${config.dataDir} goes on with the database ${shortId(id)}, ${audit?.id} audit entries. A service that runs does so by itself.`,
    );
  } finally {
    await database.close();
  }
});

/** The note before; its fault where it cannot be read. */
function noteOf(dataDir: string): Note | DatabaseStoppedError['fault'] | undefined {
  try {
    return readNote(dataDir);
  } catch (error) {
    const stop = findStop(error);
    if (stop === undefined) throw error;
    return stop.fault;
  }
}
