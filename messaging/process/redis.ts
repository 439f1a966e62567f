import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type FileLock, tryFileLock } from '../../campaigns/files/file-lock-fs.ts';

/** The Redis of an installation. */
export interface RedisService {
  /** For `new Redis(url)`: the given URL, or the path of our own server's socket. */
  url: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface RedisServiceOptions {
  url?: string | undefined;
  dataDir: string;
  onTrouble: (error: Error) => void;
}

const startLimitMs = 15_000;
const retryMs = 50;
const restartMs = 1000;

/**
 * Connects to `url`, or runs a `redis-server` of our own: on a Unix socket, its append-only file in the data folder. One
 * that a killed service left running is taken over, and a second process joins the first one's; whoever is there when the
 * server dies, or when the process that had it ends, starts it again.
 */
export async function openRedis(options: RedisServiceOptions): Promise<RedisService> {
  const own = options.url === undefined ? await startOwn(options) : undefined;
  const url = options.url ?? join(options.dataDir, 'redis', 'redis.sock');
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  client.on('error', options.onTrouble);
  // Told at each try to connect again that fails, too.
  client.on('close', () => own?.lookAfter());
  return {
    url,
    async ping() {
      await client.ping();
    },
    async close() {
      own?.leave();
      client.disconnect();
      await own?.stop();
    },
  };
}

interface OwnRedis {
  /** Starts the server again when it is gone and nobody else has it. */
  lookAfter(): void;
  /** From now on it is not started again. */
  leave(): void;
  stop(): Promise<void>;
}

async function startOwn({ dataDir, onTrouble }: RedisServiceOptions): Promise<OwnRedis> {
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socket = join(folder, 'redis.sock');
  let lock = tryFileLock(join(folder, 'lock'));
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;

  function launch(): void {
    const launched = spawn('redis-server', redisArguments(folder, socket), {
      stdio: 'ignore',
      // Ctrl-C goes to a whole process group, and it has to outlive the jobs that are being finished.
      detached: true,
    });
    child = launched;
    launched.once('error', (cause) => {
      stopping = true;
      const text =
        'Expected redis-server on this machine (npm run setup installs it) or `REDIS_URL`';
      onTrouble(new Error(text, { cause }));
    });
    launched.once('exit', () => {
      child = undefined;
      lookAfter();
    });
  }

  function lookAfter(): void {
    if (stopping || child !== undefined || restart !== undefined) return;
    restart = setTimeout(async () => {
      const isGone = !(await answers(socket));
      restart = undefined;
      if (!isGone || stopping) return;
      lock ??= tryFileLock(join(folder, 'lock'));
      // Whoever has the lock does it.
      if (lock === null) return;
      onTrouble(new Error('redis-server has ended; it is started again'));
      launch();
    }, restartMs).unref();
  }

  if (lock !== null && !(await answers(socket))) launch();
  const deadline = Date.now() + startLimitMs;
  while (!(await answers(socket))) {
    if (stopping || Date.now() > deadline) {
      stopping = true;
      child?.kill();
      lock?.release();
      throw new Error(
        `Expected redis-server to answer on ${socket} within ${startLimitMs} ms: is it installed? Otherwise set \`REDIS_URL\``,
      );
    }
    await wait(retryMs);
  }
  return {
    lookAfter,
    leave() {
      stopping = true;
      clearTimeout(restart);
    },
    async stop() {
      if (lock !== null) await shutDown(socket, lock);
    },
  };
}

function redisArguments(folder: string, socket: string): string[] {
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    // The queue may not lose jobs silently when memory is short.
    'maxmemory-policy': 'noeviction',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

async function shutDown(socket: string, lock: FileLock): Promise<void> {
  const client = quietClient(socket);
  try {
    await client.connect();
    // It writes its file out and closes the connection, which ioredis reports as an error.
    await client.call('SHUTDOWN').catch(() => {});
  } catch {
    // It has stopped already.
  } finally {
    client.disconnect();
  }
  while (await answers(socket)) await wait(retryMs);
  lock.release();
}

async function answers(socket: string): Promise<boolean> {
  const client = quietClient(socket);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

function quietClient(socket: string): Redis {
  const client = new Redis(socket, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  return client;
}
