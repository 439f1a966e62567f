import { existsSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { minuteMs } from '../../../../campaigns/durations.ts';
import { tryFileLock } from '../../../../campaigns/files/file-lock-fs.ts';
import type { DatabaseFault } from '../../../../campaigns/words/database-words.ts';
import { expectRoom, isDiskFull } from '../../process/disk-room.ts';
import { DatabaseStoppedError } from '../connection-error.ts';

/** A running embedded database, ours or another process's; a PostgreSQL client has its folder as `host`. */
export interface EmbeddedDatabase {
  close(): Promise<void>;
  /** Resolves when the other process, whose it is, has ended. */
  ended?: Promise<void>;
}

/** A Unix socket's path has at most 107 bytes. */
const socketPathLimit = 107;
/** Of the PostgreSQL in PGlite; a test holds it. */
const embeddedVersion = '18';
const startLimitMs = minuteMs;
const turnLimitMs = 30_000;
const retryMs = 50;
const restartMs = 1000;
const longestRestartMs = 15_000;

/**
 * Starts the embedded database in a thread of this process. While another process on this machine has
 * it (the service, when a command runs at the same time), joins that one through its socket instead.
 * @param whyNotMade why one that is not there must not be made
 * @throws DatabaseStoppedError when it is damaged, or not there and not to be made
 */
export async function openEmbedded(
  folder: string,
  onTrouble: (error: Error) => void,
  whyNotMade?: DatabaseFault,
): Promise<EmbeddedDatabase> {
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
        const database = join(folder, 'database');
        if (whyNotMade !== undefined) expectDatabase(database, whyNotMade);
        const close = await keepThread({ folder: database, socketPath, onTrouble });
        return {
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
    const joined = await joinOther(socketPath);
    if (joined !== undefined) return joined;
    if (Date.now() > deadline) {
      throw new Error(
        `Expected the process that holds ${folder} to answer within ${startLimitMs} ms`,
      );
    }
    await wait(retryMs);
  }
}

/** The thread that has the database; one that ends by itself, as when the disk failed, is started again. */
async function keepThread(options: ThreadOptions): Promise<() => Promise<void>> {
  const closing = new AbortController();
  const { signal } = closing;
  let thread: Worker | undefined;
  let restarting: Promise<void> | undefined;

  async function start(): Promise<void> {
    thread = await startThread(options);
    thread.once('exit', () => {
      thread = undefined;
      if (!signal.aborted) restarting = restart('The embedded database ended; it is started again');
    });
  }
  async function restart(why: string): Promise<void> {
    options.onTrouble(new Error(why));
    for (let pauseMs = restartMs; thread === undefined && !signal.aborted; pauseMs *= 2) {
      const waited = { ref: false, signal };
      await wait(Math.min(pauseMs, longestRestartMs), undefined, waited).catch(() => {});
      if (!signal.aborted) await start().catch(options.onTrouble);
    }
  }

  await start().catch(async (error: unknown) => {
    throw await explainEnd(error, options.folder);
  });
  return async () => {
    closing.abort();
    await restarting;
    // The watch on its end forgets it.
    const ending = thread;
    if (ending === undefined) return;
    // Nothing else may keep the process alive until the database is on the disk.
    ending.ref();
    const closed = told(ending, 'closed');
    ending.postMessage('close');
    await closed;
    await ending.terminate();
  };
}

/** PostgreSQL in WASM does not always say why it ends. */
async function explainEnd(error: unknown, folder: string): Promise<unknown> {
  if (isDiskFull(error)) return error;
  return expectRoom(dirname(folder)).then(
    () => {
      const why = (error as Error).message;
      return new DatabaseStoppedError({ kind: 'damaged', folder: dirname(folder), why });
    },
    (full) => full,
  );
}

/** @throws DatabaseStoppedError unless there is a database in the folder */
function expectDatabase(folder: string, whyNotMade: DatabaseFault): void {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const hasRest = existsSync(join(folder, 'global', 'pg_control'));
  throw new DatabaseStoppedError(
    hasRest ? { kind: 'no-version', folder, version: embeddedVersion } : whyNotMade,
  );
}

interface ThreadOptions {
  folder: string;
  socketPath: string;
  onTrouble: (error: Error) => void;
}

async function startThread({ folder, socketPath, onTrouble }: ThreadOptions): Promise<Worker> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder, socketPath, turnLimitMs },
  });
  thread.on('error', onTrouble);
  thread.on('message', (message) => {
    if (message instanceof Error) onTrouble(message);
  });
  await told(thread, 'ready');
  // The thread lives for the pool's connections, which keep the process alive while they are used.
  thread.unref();
  return thread;
}

function told(thread: Worker, word: 'ready' | 'closed'): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message) => {
      if (message === word) resolve();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The embedded database stopped (${code})`)));
  });
}

/** Joins the process that has the database; undefined where none answers. */
function joinOther(socketPath: string): Promise<EmbeddedDatabase | undefined> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.unref();
      resolve({ ended, close: async () => void socket.destroy() });
    });
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => end());
  });
}
