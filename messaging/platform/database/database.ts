import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { DatabaseFault } from '../../../campaigns/words/database-words.ts';
import { checkDataDir } from '../process/data-dir-fs.ts';
import { isDiskFull } from '../process/disk-room.ts';
import {
  DatabaseStoppedError,
  findStop,
  isConnectionError,
  isDamage,
  NotReadyError,
} from './connection-error.ts';
import { type EmbeddedDatabase, openEmbedded } from './embedded/embedded.ts';
import { type Migration, migrate, readMigrations } from './migrations-fs.ts';
import type { Queryable } from './transaction.ts';

/** The database of an installation, with every migration applied. */
export interface Database {
  engine: 'embedded' | 'postgresql';
  /**
   * Runs every statement, alone or through `inTransaction`. No session state: LISTEN, SET, temporary tables.
   * Types are those of pg: `timestamptz` is a Date, `bigint` a string; a `date` is read as text (`day::text`), since pg
   * would make a Date of it in the machine's own time zone.
   */
  pool: Pool;
  /** For long uploads: they wait for each other and hold none of the connections that everything else runs on. */
  uploads: Pool;
  /** Resolves once it is there, which is from the beginning unless it was waited for (`waitForIt`). */
  ready: Promise<void>;
  /** Resolves once the first try to open it has ended, well or not. */
  tried: Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  url?: string | undefined;
  dataDir: string;
  /**
   * Migrations that are applied; all that this version has, unless a backup of an older one is restored. `as-is` leaves
   * the database as it is.
   */
  migrations?: readonly Migration[] | 'as-is';
  /** In place of `migrate`, for who makes a backup before. */
  migrate?: typeof migrate;
  /** Judges the database before it is migrated, and on each new connection. @throws to refuse it */
  check?: (database: Queryable) => Promise<void>;
  /** Why an embedded database that is not there must not be made; undefined where it may. */
  whyNotMade?: () => DatabaseFault | undefined;
  /** Told when it cannot be opened, an idle connection breaks, or the embedded database ends; it is tried again. */
  onConnectionLost?: (error: Error) => void;
  /** Returns at once, whatever keeps the database away: statements are refused until it is there and migrated. */
  waitForIt?: boolean;
}

const connectionLimitMs = 10_000;
const maxConnections = 10;
/** As many lists as are read at once (`platform/lists/`). */
const maxUploads = 2;
const retryMs = 1000;
/** Faults that need somebody, and starts of PostgreSQL in WASM, are tried less often. */
const longestRetryMs = 15_000;

/**
 * Opens and migrates the database. Several processes may do so at once.
 * @throws when it cannot be opened and is not waited for
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, onConnectionLost = () => {}, check } = options;
  if (url === undefined) checkDataDir(dataDir);
  const folder = join(dataDir, 'postgres');
  const settings = describeConnection(url, folder);
  let embedded: EmbeddedDatabase | undefined;
  /** Why there is no database now. */
  let refusal: Error | undefined = new NotReadyError('The database is not open yet');
  let closed = false;
  let attempting = attempt();
  const tried = attempting.catch((error: unknown) => {
    refusal = toRefusal(error);
  });
  const verify: PoolConfig =
    check === undefined
      ? {}
      : { verify: (client, done) => void check(client).then(() => done(), done) };
  const [pool, uploads] = [maxConnections, maxUploads].map((max) => {
    const made = createPool({ ...settings, ...verify, max });
    made.on('error', onConnectionLost);
    return refuseWhile(made, () => refusal);
  }) as [Pool, Pool];

  async function attempt(): Promise<void> {
    if (url === undefined)
      embedded ??= await openEmbedded(folder, onConnectionLost, options.whyNotMade?.());
    try {
      await prepare({ ...settings, max: 1 }, options);
    } catch (error) {
      // A command that puts it right opens it itself.
      await embedded?.close();
      embedded = undefined;
      throw error;
    }
    refusal = undefined;
  }

  const toRefusal = (error: unknown) =>
    url === undefined
      ? describeFault(error, folder)
      : describeFault(namingAddress(error, url), null);

  async function closeAll(): Promise<void> {
    closed = true;
    await Promise.all([pool.end(), uploads.end()]);
    await attempting.catch(() => {});
    await embedded?.close();
  }

  if (options.waitForIt !== true) {
    try {
      await attempting;
    } catch (error) {
      await closeAll();
      if (isDamage(error)) throw toRefusal(error);
      throw url === undefined ? error : namingAddress(error, url);
    }
  }
  async function persist(): Promise<void> {
    for (let pauseMs = retryMs; ; pauseMs = Math.min(2 * pauseMs, longestRetryMs)) {
      try {
        await attempting;
        void embedded?.ended?.then(reopen);
        return;
      } catch (error) {
        refusal = toRefusal(error);
        onConnectionLost(refusal);
        const isAway = url !== undefined && isConnectionError(error) && !findStop(error);
        await wait(isAway ? retryMs : pauseMs, undefined, { ref: false });
        // Nobody is left to whom it could be there.
        if (closed) return new Promise(() => {});
        attempting = attempt();
      }
    }
  }
  /** Opens it again after the process whose it was has ended. */
  async function reopen(): Promise<void> {
    if (closed) return;
    embedded = undefined;
    refusal = new NotReadyError('The process that had the database ended');
    attempting = attempt();
    await persist();
  }
  return {
    engine: url === undefined ? 'embedded' : 'postgresql',
    pool,
    uploads,
    ready: persist(),
    tried,
    close: closeAll,
  };
}

function describeConnection(url: string | undefined, folder: string): PoolConfig {
  return {
    ...(url === undefined
      ? { host: folder, port: 5432, user: 'postgres', database: 'postgres' }
      : { connectionString: url }),
    max: maxConnections,
    keepAlive: true,
    connectionTimeoutMillis: connectionLimitMs,
    application_name: 'up-cop-outreach',
  };
}

/** Judges and migrates it. */
async function prepare(
  settings: PoolConfig,
  { check, migrations = readMigrations(), migrate: bring = migrate }: DatabaseOptions,
): Promise<void> {
  const pool = createPool(settings);
  try {
    await check?.(pool);
    if (migrations === 'as-is') await pool.query('SELECT 1');
    else await bring(pool, migrations);
  } finally {
    await pool.end();
  }
}

/** Refuses what wants a connection as long as there is a reason, without asking the database. */
function refuseWhile(pool: Pool, findReason: () => Error | undefined): Pool {
  const connect = pool.connect.bind(pool) as (done?: Connected) => Promise<PoolClient>;
  const refusing = (done?: Connected) => {
    const reason = findReason();
    if (reason === undefined) return connect(done);
    // Each with the stack of who asks.
    const error = findStop(reason) ?? new NotReadyError(reason.message, { cause: reason.cause });
    if (done === undefined) return Promise.reject(error);
    process.nextTick(done, error, undefined, () => {});
    return undefined;
  };
  return Object.assign(pool, { connect: refusing });
}

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: () => void,
) => void;

/** Tells faults that waiting or room on the disk mends from those that need somebody. */
function describeFault(error: unknown, folder: string | null): Error {
  if (findStop(error) !== undefined) return error as Error;
  if (isConnectionError(error) || isDiskFull(error))
    return new NotReadyError('The database is not there', { cause: error });
  const { message: why } = error as Error;
  const fault: DatabaseFault = isDamage(error)
    ? { kind: 'damaged', folder, why }
    : { kind: 'unprepared', why };
  return new DatabaseStoppedError(fault, { cause: error });
}

/** An error of PostgreSQL with its address, the password left out. */
function namingAddress(error: unknown, url: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  // Class 28: not let in. 3D000: no such database.
  const isRefused = /^(28\w{3}|3D000)$/.test(code ?? '');
  if (findStop(error) || !(isConnectionError(error) || isRefused)) return error;
  const { host, pathname } = new URL(url);
  return new Error(
    `Expected PostgreSQL to let the service in at \`DATABASE_URL\` (${host}${pathname}), got ${message || code}`,
    { cause: error },
  );
}

/**
 * A pool none of whose connections can end the process: one that breaks while it is lent says so by an event, which is an
 * uncaught error where nobody listens, as libraries do not. Who has it finds out by the next statement.
 */
export function createPool(settings: PoolConfig): Pool {
  const pool = new Pool(settings);
  pool.on('connect', (client) => client.on('error', () => {}));
  // One that breaks before its owner listens is found by the next statement.
  pool.on('error', () => {});
  return pool;
}
