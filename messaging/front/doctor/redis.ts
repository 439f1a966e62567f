import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { act, type DoctorContext, good, unset } from './finding.ts';

const limitMs = 4000;
const oldestVersion = 6;

/** Version of Redis, and whether it writes to the disk. */
export function checkRedis(context: DoctorContext) {
  if (isStopped(context)) return Promise.resolve(unset('stopped'));
  return ask(context, async (client) => {
    const info = await readInfo(client);
    const version = info.get('redis_version') ?? '';
    if (Number.parseInt(version, 10) < oldestVersion) return act('old', version);
    if (info.get('rdb_last_bgsave_status') === 'err') return act('failed', version);
    const isKept = info.get('aof_enabled') === '1' || (await readConfig(client, 'save')) !== '';
    return isKept ? good(version) : act('forgets', version);
  }).catch((error: Error) => act('away', error.message));
}

/** Whether Redis drops jobs when its memory is short. */
export function checkRedisMemory(context: DoctorContext) {
  if (isStopped(context)) return Promise.resolve(unset('stopped'));
  return ask(context, async (client) => {
    const policy = (await readInfo(client)).get('maxmemory_policy') ?? '';
    return policy === 'noeviction' ? good(policy) : act('evicts', policy);
  }).catch(() => unset('stopped'));
}

/** The service's own, which ends with it. */
function isStopped({ redisUrl }: DoctorContext): boolean {
  return redisUrl.startsWith('/') && !existsSync(redisUrl);
}

async function ask<T>(
  { redisUrl }: DoctorContext,
  work: (client: Redis) => Promise<T>,
): Promise<T> {
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: limitMs,
    commandTimeout: limitMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let fault: Error | undefined;
  client.on('error', (error: Error) => {
    fault = error;
  });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw fault ?? error;
  } finally {
    client.disconnect();
  }
}

async function readInfo(client: Redis): Promise<Map<string, string>> {
  const lines = (await client.info()).split('\r\n').filter((line) => line.includes(':'));
  return new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name, value.join(':')];
    }),
  );
}

/** Undefined where a provider does not let it be read. */
async function readConfig(client: Redis, name: string): Promise<string | undefined> {
  const answer = await client.config('GET', name).catch(() => []);
  return (answer as string[])[1];
}
