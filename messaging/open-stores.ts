import type { Config } from './config.ts';
import { openInstalledDatabase } from './platform/database/backup/back-up-before-migrating.ts';
import type { Database } from './platform/database/database.ts';
import { noteHead } from './platform/database/identity/identity-sql.ts';
import { openRedis, type RedisService } from './platform/process/redis.ts';
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
