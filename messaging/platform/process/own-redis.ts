import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type FileLock, tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { clearLeftovers, setDataAside } from './redis-data-fs.ts';

/** A redis-server of this installation, which this process or another one has started. */
export interface OwnRedis {
  socket: string;
  /** Starts the server again when it is gone and nobody else has it. */
  lookAfter(): void;
  /** From now on it is not started again. */
  leave(): void;
  stop(): Promise<void>;
}

export interface OwnRedisOptions {
  dataDir: string;
  onTrouble: (error: Error) => void;
  /** Another program, for a test. */
  program?: string | undefined;
}

interface Place extends OwnRedisOptions {
  folder: string;
  socket: string;
  program: string;
}

const startLimitMs = 15_000;
const retryMs = 50;
const restartMs = 1000;

/**
 * Runs a `redis-server` on a Unix socket, or takes over the one that is there; the holder of the lock restarts it when
 * it dies.
 * @throws in a sentence that says what keeps it from starting
 */
export async function startOwnRedis(options: OwnRedisOptions): Promise<OwnRedis> {
  const folder = join(options.dataDir, 'redis');
  const socket = join(folder, 'redis.sock');
  const place: Place = { ...options, folder, socket, program: options.program ?? 'redis-server' };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let lock = tryFileLock(join(folder, 'lock'));
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let restarting: Promise<void> = Promise.resolve();
  let stopping = false;

  async function launch(): Promise<void> {
    child = await launchWhole(place);
    child.once('exit', () => {
      child = undefined;
      lookAfter();
    });
  }

  function lookAfter(): void {
    if (stopping || child !== undefined || restart !== undefined) return;
    restart = setTimeout(() => {
      restarting = startAgain().catch(options.onTrouble);
    }, restartMs).unref();
  }

  async function startAgain(): Promise<void> {
    try {
      if (stopping || (await answers(socket))) return;
      lock ??= tryFileLock(join(folder, 'lock'));
      // The holder of the lock does it.
      if (lock === null) return;
      options.onTrouble(new Error('redis-server has ended; it is started again'));
      await launch();
    } finally {
      restart = undefined;
      if (lock !== null) lookAfter();
    }
  }

  if (lock === null) await untilAnswered(socket);
  else if (!(await answers(socket))) {
    await launch().catch((error: unknown) => {
      lock?.release();
      throw error;
    });
  }
  return {
    socket,
    lookAfter,
    leave() {
      stopping = true;
      clearTimeout(restart);
    },
    async stop() {
      await restarting;
      if (lock !== null) await shutDown(socket, lock);
    },
  };
}

/** Starts the server; data that it cannot read, as after a power cut, is set aside, since the ledger has what counts. */
async function launchWhole(place: Place): Promise<ChildProcess> {
  const { dataDir, folder, onTrouble } = place;
  clearLeftovers(folder);
  try {
    return await launchOnce(place);
  } catch (error) {
    if (!(error instanceof EndedError) || error.isOfPlace) throw error;
    const aside = setDataAside(dataDir, folder);
    if (aside === undefined) throw error;
    const deleted = aside.deleted > 0 ? `; ${aside.deleted} older ones were deleted` : '';
    onTrouble(
      new Error(
        `redis-server found damaged data and starts empty; it lies in ${aside.name}${deleted}. It said: ${error.reason}`,
        { cause: error },
      ),
    );
    return launchOnce(place);
  }
}

/** Not the data is to blame, but where it is. */
const ofPlace =
  /bind: |Permission denied|No space left|Read-only file system|Too many open files|FATAL CONFIG/i;

/** The server ended before it answered. */
class EndedError extends Error {
  readonly reason: string;
  readonly isOfPlace: boolean;

  constructor(folder: string, reason: string, signal: NodeJS.Signals | null) {
    const isOfPlace = ofPlace.test(reason) || signal === 'SIGKILL' || signal === 'SIGTERM';
    const expected = isOfPlace ? 'be able to use' : 'start with an empty folder';
    super(
      `Expected redis-server to ${expected} ${folder}, got: ${reason || signal}. Mend it, or set \`REDIS_URL\``,
    );
    this.reason = reason;
    this.isOfPlace = isOfPlace;
  }
}

/** Returns once the server answers. */
async function launchOnce({ program, folder, socket }: Place): Promise<ChildProcess> {
  const child = spawn(program, redisArguments(folder, socket), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C goes to a whole process group, and it has to outlive the jobs that are being finished.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-8192);
    });
  }
  const ended = new Promise<never>((_, reject) => {
    child.once('error', (cause) => reject(notRun(program, cause)));
    child.once('close', (_code, signal) =>
      reject(new EndedError(folder, reasonIn(output), signal)),
    );
  });
  ended.catch(() => {});
  const waiting = new AbortController();
  try {
    await Promise.race([ended, untilAnswered(socket, waiting.signal)]);
    return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    waiting.abort();
  }
}

function notRun(program: string, cause: NodeJS.ErrnoException): Error {
  const text =
    cause.code === 'ENOENT'
      ? 'Expected redis-server on this machine (npm run setup installs it) or `REDIS_URL`, got none'
      : `Expected to be allowed to run ${program}, got ${cause.code}`;
  return new Error(text, { cause });
}

/** The warnings in its log, without the one about the machine's memory; else whatever it said last. */
function reasonIn(output: string): string {
  const warnings = [...output.matchAll(/^\d+:\w .* # (?!WARNING )(.*)$/gm)].map(([, text]) => text);
  return (warnings.length > 0 ? warnings : output.trim().split('\n').slice(-3)).join(' ');
}

function redisArguments(folder: string, socket: string): string[] {
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    // A snapshot is whole or not there at all, unlike the append-only file, which a power cut tears. Hints that are lost
    // between two of them the ledger gives again.
    appendonly: 'no',
    save: '60 1',
    // Hints are taken on a full disk too.
    'stop-writes-on-bgsave-error': 'no',
    // The queue may not lose jobs silently when memory is short.
    'maxmemory-policy': 'noeviction',
    loglevel: 'warning',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

async function shutDown(socket: string, lock: FileLock): Promise<void> {
  // A server that cannot write its snapshot, as on a full disk, does not end unless it may do so without.
  for (const how of ['SAVE', 'NOSAVE']) {
    if (await answers(socket)) await ask(socket, (client) => client.call('SHUTDOWN', how));
  }
  while (await answers(socket)) await wait(retryMs);
  lock.release();
}

/** @throws when nobody answers for too long */
async function untilAnswered(socket: string, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  while (!signal?.aborted && !(await answers(socket))) {
    if (Date.now() > deadline) {
      throw new Error(
        `Expected redis-server to answer on ${socket} within ${startLimitMs} ms, got no answer. Otherwise set \`REDIS_URL\``,
      );
    }
    await wait(retryMs);
  }
}

async function answers(socket: string): Promise<boolean> {
  return (await ask(socket, (client) => client.ping())) === 'PONG';
}

/** Undefined without an answer: a server that shuts down closes the connection, which ioredis reports as an error. */
async function ask(
  socket: string,
  question: (client: Redis) => Promise<unknown>,
): Promise<unknown> {
  const client = new Redis(socket, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return await question(client);
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}
