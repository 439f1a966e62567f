import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolConfig } from 'pg';
import { checkDataDir } from '../process/data-dir-fs.ts';
import { isDiskFull } from '../process/disk-room.ts';
import { isConnectionError, NotReadyError } from './connection-error.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { type Migration, migrate, readMigrations } from './migrations-fs.ts';

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
  /** Told when an idle connection breaks, or the embedded database ends; there will be a new one. */
  onConnectionLost?: (error: Error) => void;
  /**
   * Opens although PostgreSQL cannot be reached now, or the embedded database finds its disk full; statements are
   * refused until it is there and migrated.
   */
  waitForIt?: boolean;
}

const connectionLimitMs = 10_000;
const maxConnections = 10;
/** As many lists as are read at once (`platform/lists/`). */
const maxUploads = 2;

/**
 * Opens and migrates the database. Several processes may do so at once.
 * @throws when PostgreSQL cannot be reached and is not waited for, and for a migration that fails
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, migrations = readMigrations(), onConnectionLost = () => {} } = options;
  const bring = options.migrate ?? migrate;
  if (url === undefined) checkDataDir(dataDir);
  const embedded =
    url === undefined
      ? await openEmbedded(join(dataDir, 'postgres'), onConnectionLost, options)
      : undefined;
  const settings = {
    ...(embedded === undefined
      ? { connectionString: url }
      : { host: embedded.socketFolder, port: 5432, user: 'postgres', database: 'postgres' }),
    max: maxConnections,
    keepAlive: true,
    connectionTimeoutMillis: connectionLimitMs,
    application_name: 'up-cop-outreach',
  };
  try {
    const { pool, ready, close } =
      options.waitForIt === true && migrations !== 'as-is'
        ? await awaitDatabase(settings, (pool) => bring(pool, migrations), onConnectionLost)
        : await migratedPool(settings, (pool) =>
            migrations === 'as-is' ? pool.query('SELECT 1') : bring(pool, migrations),
          );
    const { verify } = pool.options;
    const uploads = createPool({ ...settings, max: maxUploads, verify });
    for (const each of [pool, uploads]) each.on('error', onConnectionLost);
    return {
      engine: embedded === undefined ? 'postgresql' : 'embedded',
      pool,
      uploads,
      ready,
      close: async () => {
        await Promise.all([close(), uploads.end()]);
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw url === undefined ? error : namingAddress(error, url);
  }
}

async function migratedPool(settings: PoolConfig, prepare: (pool: Pool) => Promise<unknown>) {
  const pool = createPool(settings);
  try {
    await prepare(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, ready: Promise.resolve(), close: () => pool.end() };
}

/** An error of PostgreSQL with its address, the password left out. */
function namingAddress(error: unknown, url: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  // Class 28: not let in. 3D000: no such database.
  if (!isConnectionError(error) && !/^(28\w{3}|3D000)$/.test(code ?? '')) return error;
  const { host, pathname } = new URL(url);
  return new Error(
    `Expected PostgreSQL to let the service in at \`DATABASE_URL\` (${host}${pathname}), got ${message || code}`,
    { cause: error },
  );
}

const retryMs = 1000;

interface AwaitedDatabase {
  pool: Pool;
  /** Resolves once the database is there with every migration; rejects when it will not come by waiting. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * A pool on a PostgreSQL that may come later: until it is there and migrated, every statement is refused as when no
 * connection comes about, so that nobody meets a database without its tables. Returns once the first try has ended.
 * @param prepare migrates it
 * @throws when the first try fails for another reason than the connection
 */
async function awaitDatabase(
  settings: PoolConfig,
  prepare: (pool: Pool) => Promise<unknown>,
  onTrouble: (error: Error) => void,
): Promise<AwaitedDatabase> {
  const state = { migrated: false, closed: false };
  const pool = createPool({
    ...settings,
    verify: (_client, done) =>
      done(state.migrated ? undefined : new NotReadyError('The database has no tables yet')),
  });

  /** One try: true once it is done, false when there is no connection. */
  async function attempt(): Promise<boolean> {
    const single = createPool({ ...settings, max: 1 });
    single.on('error', onTrouble);
    try {
      await prepare(single);
      state.migrated = true;
      return true;
    } catch (error) {
      if (!isConnectionError(error) && !isDiskFull(error)) throw error;
      onTrouble(error as Error);
      return false;
    } finally {
      await single.end();
    }
  }

  async function again(): Promise<void> {
    do await wait(retryMs, undefined, { ref: false });
    while (!state.closed && !(await attempt()));
  }

  let ready: Promise<void>;
  try {
    ready = (await attempt()) ? Promise.resolve() : again();
  } catch (error) {
    await pool.end();
    throw error;
  }
  ready.catch(() => {});
  return {
    pool,
    ready,
    async close() {
      state.closed = true;
      await pool.end();
    },
  };
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
