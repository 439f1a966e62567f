import { join } from 'node:path';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { openEmbedded } from './embedded/embedded.ts';
import { type Migration, migrate, readMigrations } from './migrations-fs.ts';

/** Drizzle's handle, or that of a transaction: what a feature's functions take. */
export type Handle = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction' | 'with'
>;

/** The database of an installation, with every migration applied. */
export interface Database {
  engine: 'embedded' | 'postgresql';
  /**
   * Inside `orm.transaction(async (tx) => …)` use `tx` only: the embedded database lends itself to one
   * transaction at a time, so a query beside it would wait for it.
   */
  orm: NodePgDatabase;
  /** For statements that Drizzle has no words for (COPY, plain SQL). No session state: LISTEN, SET, temporary tables. */
  pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  url?: string | undefined;
  dataDir: string;
  /** What is applied; all that this version has, unless a backup of an older one is restored. */
  migrations?: readonly Migration[];
  /** Told when an idle connection breaks, or the embedded database ends; there will be a new one. */
  onConnectionLost?: (error: Error) => void;
}

const connectionLimitMs = 10_000;
const maxConnections = 10;

/** Opens and migrates the database. Several processes may do so at once. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const onConnectionLost = options.onConnectionLost ?? (() => {});
  const embedded =
    options.url === undefined
      ? await openEmbedded(join(options.dataDir, 'postgres'), onConnectionLost)
      : undefined;
  const pool = new Pool({
    ...(embedded === undefined
      ? { connectionString: options.url }
      : { host: embedded.socketFolder, port: 5432, user: 'postgres', database: 'postgres' }),
    max: maxConnections,
    keepAlive: true,
    connectionTimeoutMillis: connectionLimitMs,
    application_name: 'up-cop-outreach',
  });
  pool.on('error', onConnectionLost);
  const close = async () => {
    await pool.end();
    await embedded?.close();
  };
  try {
    await migrate(pool, options.migrations ?? readMigrations());
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: embedded === undefined ? 'postgresql' : 'embedded',
    orm: drizzle(pool),
    pool,
    close,
  };
}
