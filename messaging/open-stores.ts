import { Redis } from 'ioredis';
import type { Config } from './config.ts';
import { openInstalledDatabase } from './platform/database/backup/back-up-before-migrating.ts';
import type { Database } from './platform/database/database.ts';
import { noteHead } from './platform/database/identity/identity-sql.ts';
import { type OwnRedisOptions, startOwnRedis } from './platform/process/own-redis.ts';
import { repeat } from './platform/process/repeat.ts';
import type { Starting } from './platform/process/start.ts';

/** The stores of service and worker; both go on while one of them is away. */
export interface Stores {
  database: Database;
  redis: RedisService;
}

/** A lost database may lose so much without being noticed. */
const notesMs = 5000;

/** Opens the database and Redis, and says to the start how they end. */
export async function openStores(starting: Starting<Config>): Promise<Stores> {
  const { config, log, opened } = starting;
  const database = await openDatabaseFirst(starting);
  const redis = await openRedis({
    url: config.redisUrl,
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'Redis'),
  });
  opened('Redis', redis.close);
  return { database, redis };
}

/** The database alone, for the citizens' side: it has no queue. */
export async function openDatabaseFirst(starting: Starting<Config>): Promise<Database> {
  const { config, log, opened } = starting;
  const database = await openInstalledDatabase(config, {
    tell: (folder) => log.info({ folder }, 'a backup was made before the database is migrated'),
    onConnectionLost: (error) => log.warn(error, 'no connection to the database'),
    // Scans are spooled and answered without it; a worker sends once it is there.
    waitForIt: true,
  });
  opened('database', database.close);
  const note = () => noteHead(database.pool, config.dataDir);
  const notes = repeat(note, {
    pauseMs: notesMs,
    onTrouble: (error) => log.debug({ err: error }, 'the head of the audit log is not noted'),
  });
  opened('note of the audit log', async () => {
    await notes.stop();
    // While it is away, what was noted last stands.
    await note().catch(() => {});
  });
  await database.tried;
  return database;
}

/** The Redis of an installation. */
interface RedisService {
  /** For `new Redis(url)`: the given URL, or the path of our own server's socket. */
  url: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface RedisServiceOptions extends OwnRedisOptions {
  url?: string | undefined;
}

/**
 * Connects to `url`, or runs a `redis-server` of our own in the data folder. One that a killed service left running is
 * taken over, and a second process joins the first one's; any process there when the server dies, or when the process
 * that had it ends, starts it again.
 */
export async function openRedis(options: RedisServiceOptions): Promise<RedisService> {
  const ourRedis = options.url === undefined ? await startOwnRedis(options) : undefined;
  const url = options.url ?? ourRedis?.socket ?? '';
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  client.on('error', options.onTrouble);
  // Told at each try to connect again that fails, too.
  client.on('close', () => ourRedis?.lookAfter());
  return {
    url,
    async ping() {
      await client.ping();
    },
    async close() {
      ourRedis?.leave();
      client.disconnect();
      await ourRedis?.stop();
    },
  };
}
