import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';

/** A running embedded database, ours or another process's. */
export interface EmbeddedDatabase {
  /** Folder of its Unix socket: `host` for a PostgreSQL client. */
  socketFolder: string;
  close(): Promise<void>;
}

/** A Unix socket's path has at most 107 bytes. */
const socketPathLimit = 107;
const startLimitMs = 60_000;
const turnLimitMs = 30_000;
const retryMs = 50;

/**
 * Starts the embedded database in a thread of this process. While another process on this machine has
 * it (the service, when a command runs beside it), joins that one through its socket instead.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socketPath = join(folder, '.s.PGSQL.5432');
  if (Buffer.byteLength(socketPath) > socketPathLimit) {
    throw new Error(
      `Expected a path of at most ${socketPathLimit} bytes for the database's socket, got ${socketPath}: choose a shorter \`DATA_DIR\` or set \`DATABASE_URL\``,
    );
  }
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const lock = tryFileLock(join(folder, 'lock'));
    if (lock !== null) {
      try {
        const close = await startThread(join(folder, 'database'), socketPath);
        return {
          socketFolder: folder,
          close: async () => {
            await close();
            lock.release();
          },
        };
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    if (await answers(socketPath)) return { socketFolder: folder, close: async () => {} };
    if (Date.now() > deadline) {
      throw new Error(
        `Expected the process that holds ${folder} to answer within ${startLimitMs} ms`,
      );
    }
    await wait(retryMs);
  }
}

async function startThread(folder: string, socketPath: string): Promise<() => Promise<void>> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder, socketPath, turnLimitMs },
  });
  const told = () =>
    new Promise<void>((resolve, reject) => {
      thread.once('message', () => resolve());
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`The embedded database stopped (${code})`)));
    });
  await told();
  // The thread lives for the pool's connections, which keep the process alive while they are used.
  thread.unref();
  return async () => {
    const closed = told();
    thread.postMessage('close');
    await closed;
    await thread.terminate();
  };
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
