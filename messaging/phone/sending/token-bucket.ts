import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

const script = readFileSync(join(import.meta.dirname, 'token-bucket.lua'), 'utf8');
/** How long unused tokens accumulate at most. */
const burstMs = 250;
const longestWaitMs = 1000;

/** The rate of each gateway, kept across all processes. */
export interface TokenBucket {
  /**
   * Waits until at least one token is there and takes up to `wanted`; 0 when `signal` aborts first.
   * @throws when Redis cannot be asked: without it nobody knows what the others send
   */
  take(gateway: string, count: number, signal: AbortSignal): Promise<number>;
  /** Counts what has left beyond what was taken for it; who takes next waits for that. */
  owe(gateway: string, count: number): Promise<void>;
  close(): void;
}

/** @param rates messages a second by gateway; a gateway without one is not limited */
export function createTokenBucket(
  redisUrl: string,
  rates: Readonly<Record<string, number>>,
): TokenBucket {
  // A command fails at once while Redis is away: a sender must not hold its recipients meanwhile.
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 2000,
    lazyConnect: true,
  });
  redis.on('error', () => {});
  let connecting: Promise<void> | undefined;
  const ask = async (gateway: string, rate: number, { wanted = 0, owed = 0 }) => {
    connecting ??= redis.connect();
    await connecting.catch(() => undefined);
    const capacity = Math.max(1, Math.ceil((rate * burstMs) / 1000));
    const most = Math.min(wanted, capacity);
    const key = `rate:${gateway}`;
    return (await redis.eval(script, 1, key, rate, capacity, most, owed)) as [number, number];
  };
  return {
    async owe(gateway, count) {
      const rate = rates[gateway];
      if (rate !== undefined && count > 0) await ask(gateway, rate, { owed: count });
    },
    async take(gateway, count, signal) {
      const rate = rates[gateway];
      if (rate === undefined) return signal.aborted ? 0 : count;
      while (!signal.aborted) {
        const [granted, waitMs] = await ask(gateway, rate, { wanted: count });
        if (granted > 0) return granted;
        await wait(Math.min(longestWaitMs, Math.max(1, waitMs)), undefined, { signal }).catch(
          () => undefined,
        );
      }
      return 0;
    },
    close() {
      redis.disconnect();
    },
  };
}
