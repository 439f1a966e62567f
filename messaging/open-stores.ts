import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import { openRedis } from './process/redis.ts';
import type { Starting } from './process/start.ts';

/** What service and worker keep everything in; both go on while one of them is away. */
export interface Stores {
  database: Database;
  redis: Awaited<ReturnType<typeof openRedis>>;
}

/** Opens the database and Redis, and says to the start how they end. */
export async function openStores({ config, log, opened, fail }: Starting<Config>): Promise<Stores> {
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    onConnectionLost: (error) => log.warn(error, 'no connection to the database'),
    // Scans are spooled and answered without it; a worker sends once it is there.
    waitForIt: true,
  });
  opened('database', database.close);
  database.ready.catch(fail);
  const redis = await openRedis({
    url: config.redisUrl,
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'Redis'),
  });
  opened('Redis', redis.close);
  return { database, redis };
}
