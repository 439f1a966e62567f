import { join } from 'node:path';
import { Pool } from 'pg';
import { openEmbedded } from './embedded/embedded.ts';
import { type Migration, migrate, readMigrations } from './migrations-fs.ts';

/** The database of an installation, with every migration applied. */
export interface Database {
  engine: 'embedded' | 'postgresql';
  /**
   * What every statement runs on, alone or through `inTransaction`. No session state: LISTEN, SET, temporary tables.
   * Types are those of pg: `timestamptz` is a Date, `bigint` a string; a `date` is read as text (`day::text`), since pg
   * would make a Date of it in the machine's own time zone.
   */
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
    pool,
    close,
  };
}
