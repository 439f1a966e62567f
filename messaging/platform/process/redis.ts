import { Redis } from 'ioredis';
import { type OwnRedisOptions, startOwnRedis } from './own-redis.ts';

/** The Redis of an installation. */
export interface RedisService {
  /** For `new Redis(url)`: the given URL, or the path of our own server's socket. */
  url: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface RedisServiceOptions extends OwnRedisOptions {
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
