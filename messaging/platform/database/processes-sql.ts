import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { repeat } from '../process/repeat.ts';
import { version } from '../process/version.ts';
import type { Database } from './database.ts';
import { execute, queryRows, raw } from './sql.ts';
import type { Queryable } from './transaction.ts';

/** A process of the installation, on any machine. */
export interface SeenProcess {
  host: string;
  part: string;
  sends: boolean;
  version: string;
}

const everyMs = 30_000;
/** Three that were missed: it is gone. */
const goneAfter = '100 seconds';

/** Says in the database, now and twice a minute, that this process is there, until it is closed. */
export function openPresence(options: {
  database: Pick<Database, 'pool' | 'ready'>;
  part: 'both' | 'public' | 'console' | 'worker';
  sends: boolean;
  log: Pick<Logger, 'warn'>;
}): { name: string; close(): Promise<void> } {
  const { database, part, sends, log } = options;
  const { pool } = database;
  const notes = repeat(() => noteProcess(pool, { host: hostname(), part, sends, version }), {
    pauseMs: everyMs,
    onTrouble: (error) => log.warn({ err: error }, 'not noted that this process is there'),
  });
  void database.ready.then(notes.run, () => {});
  return {
    name: 'presence',
    async close() {
      await notes.stop();
      await pool
        .query('DELETE FROM process_seen WHERE host = $1 AND pid = $2', [hostname(), process.pid])
        .catch(() => {});
    },
  };
}

async function noteProcess(database: Queryable, seen: SeenProcess): Promise<void> {
  await execute(database)`
    INSERT INTO process_seen (host, pid, part, sends, version)
      VALUES (${seen.host}, ${process.pid}, ${seen.part}, ${seen.sends}, ${seen.version})
    ON CONFLICT (host, pid) DO UPDATE SET part = EXCLUDED.part, sends = EXCLUDED.sends,
      version = EXCLUDED.version, seen_at = now()`;
  await database.query(`DELETE FROM process_seen WHERE seen_at < now() - interval '1 day'`);
}

/** Processes that are there now. */
export function listProcesses(database: Queryable): Promise<SeenProcess[]> {
  return queryRows<SeenProcess>(database)`
    SELECT host, part, sends, version FROM process_seen
    WHERE seen_at > now() - interval '${raw(goneAfter)}' ORDER BY host, pid`;
}
