// Thread of the embedded database: PostgreSQL in WASM keeps a thread busy while it works, and the
// service must answer meanwhile. Clients reach it over a Unix socket, as they would reach a server.
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { openDurable } from './open-durable.ts';
import { createTurns, serveSession } from './session-socket.ts';
import { keepUp, upkeepMs } from './upkeep.ts';

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
      // A part lies in the memory of WASM, which the next one overwrites.
      onRawData: (part) => onPart(Buffer.from(part)),
      syncToFs: false,
    }),
  rollback: async () => {
    await database.exec('ROLLBACK');
  },
};
const turns = createTurns(turnLimitMs);
const server = createServer((socket) => serveSession(socket, backend, turns));
// What an earlier holder left behind when it was killed; the lock says that it is gone.
rmSync(socketPath, { force: true });
server.listen(socketPath, () => parentPort?.postMessage('ready'));

const upkeep = setInterval(async () => {
  try {
    const release = await turns.take();
    await keepUp(database).finally(release);
  } catch (error) {
    parentPort?.postMessage(error);
  }
}, upkeepMs);

parentPort?.once('message', async () => {
  clearInterval(upkeep);
  server.close();
  await turns.take();
  await database.close();
  rmSync(socketPath, { force: true });
  parentPort?.postMessage('closed');
});
