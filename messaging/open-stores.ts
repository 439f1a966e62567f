import type { Config } from './config.ts';
import { openInstalledDatabase } from './platform/database/backup/back-up-before-migrating.ts';
import type { Database } from './platform/database/database.ts';
import { openRedis, type RedisService } from './platform/process/redis.ts';
import type { Starting } from './platform/process/start.ts';

/** The stores of service and worker; both go on while one of them is away. */
export interface Stores {
  database: Database;
  redis: RedisService;
}

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
  const { config, log, opened, fail } = starting;
  const database = await openInstalledDatabase(config, {
    tell: (folder) => log.info({ folder }, 'a backup was made before the database is migrated'),
    onConnectionLost: (error) => log.warn(error, 'no connection to the database'),
    // Scans are spooled and answered without it; a worker sends once it is there.
    waitForIt: true,
  });
  opened('database', database.close);
  database.ready.catch(fail);
  return database;
}
