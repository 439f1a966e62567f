// Thread of the embedded database: PostgreSQL in WASM keeps a thread busy while it works, and the
// service must answer meanwhile. Clients reach it over a Unix socket, as they would reach a server.

import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { repeat } from '../../process/repeat.ts';
import { createTurns } from '../../process/turns.ts';
import { openDurable } from './open-durable.ts';
import { type BackendTurns, serveSession } from './session-socket.ts';

const { folder, socketPath, turnLimitMs } = workerData as {
  folder: string;
  socketPath: string;
  turnLimitMs: number;
};

const database = await openDurable(folder, (error) => {
  parentPort?.postMessage(error);
  // Ends this thread at once, so that no client hears of a commit that is not on the disk.
  process.exit(1);
});
const backend = {
  // Streamed, since `execProtocolRaw` keeps every row that it ever returned.
  exchange: (messages: Uint8Array, onPart: (part: Buffer) => void) =>
    database.execProtocolRawStream(messages, {
      // A part is in the memory of WASM, which the next one overwrites.
      onRawData: (part) => onPart(Buffer.from(part)),
      syncToFs: false,
    }),
  rollback: async () => {
    await database.exec('ROLLBACK');
  },
};
// Transactions exclude each other: one that waits for another connection of the same process would wait for ever.
const turns: BackendTurns = createTurns(1, {
  ms: turnLimitMs,
  toError: () =>
    new Error(
      `The embedded database was held by one transaction for ${turnLimitMs} ms: inside a transaction use its own handle only`,
    ),
});
const server = createServer((socket) => serveSession(socket, backend, turns));
// What an earlier holder left behind when it was killed; the lock says that it is gone.
rmSync(socketPath, { force: true });
server.listen(socketPath, () => parentPort?.postMessage('ready'));

/** PostgreSQL's own processes would be at it every minute. */
const upkeepMs = 30_000;

/** Log that is read again after a power cut, in a second or two; a checkpoint stops others for as much. */
const logLimitBytes = 64 * 1024 * 1024;

const upkeep = repeat(
  async () => {
    const release = await turns.take('upkeep');
    await keepUp(database).finally(release);
  },
  { pauseMs: upkeepMs, onTrouble: (error) => parentPort?.postMessage(error) },
);

parentPort?.once('message', async () => {
  void upkeep.stop();
  server.close();
  await turns.take('end');
  await database.close();
  rmSync(socketPath, { force: true });
  parentPort?.postMessage('closed');
});

/**
 * Does what PostgreSQL's checkpointer and autovacuum would do: PGlite has no other processes, so that the log grew
 * until the stop and no table gave back what its updates left. One table a time, as everybody waits meanwhile.
 */
async function keepUp(database: PGlite): Promise<void> {
  const { rows: logs } = await database.query<{ bytes: number }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes
     FROM pg_control_checkpoint()`,
  );
  if ((logs[0]?.bytes ?? 0) > logLimitBytes) await database.exec('CHECKPOINT');
  // The thresholds are autovacuum's.
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup
     ORDER BY n_dead_tup DESC LIMIT 1`,
  );
  for (const { name } of tables) await database.exec(`VACUUM (ANALYZE) ${name}`);
}
