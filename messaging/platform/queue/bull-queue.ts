import Bull from 'bull';
import { Redis, type RedisOptions } from 'ioredis';

/** Hints that wait at most, over all workers. */
const windowJobs = 32;
const offerLimitMs = 2000;

/** Bull as the hint queue. `maxStalledCount: 0`: a dead worker's hint is dropped, not run again. */
export function createBullQueue(
  redisUrl: string,
  options: { onError: (error: Error) => void; name?: string },
): HintQueue {
  const clients: Redis[] = [];
  const queue = new Bull<{ id: number }>(options.name ?? 'blast-chunks', {
    createClient(type) {
      const redisOptions: RedisOptions =
        type === 'client'
          ? { maxRetriesPerRequest: 1, enableOfflineQueue: true }
          : { maxRetriesPerRequest: null, enableReadyCheck: false };
      const client = new Redis(redisUrl, redisOptions);
      client.on('error', options.onError);
      clients.push(client);
      return client;
    },
    settings: { maxStalledCount: 0, stalledInterval: 10_000, lockDuration: 30_000 },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  queue.on('error', options.onError);
  return {
    async offer(ids) {
      if (ids.length === 0) return true;
      try {
        return await within(offerLimitMs, async () => {
          const free = windowJobs - (await queue.getWaitingCount());
          if (free <= 0) return true;
          const jobs = Array.from({ length: free }, (_, index) => ({
            data: { id: ids[index % ids.length] ?? 0 },
          }));
          await queue.addBulk(jobs);
          return true;
        });
      } catch (error) {
        options.onError(error as Error);
        return false;
      }
    },
    work(concurrency, handle) {
      queue
        .process(concurrency, ({ id, data }) => handle(data.id, String(id)))
        .catch(options.onError);
    },
    async close() {
      await within(offerLimitMs, () => queue.close()).catch(options.onError);
      // Bull leaves some of its connections open: they would tell of a server that ends after the queue, as of a trouble.
      for (const client of clients) client.disconnect();
    },
  };
}

async function within<T>(limitMs: number, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Expected Redis to answer in ${limitMs} ms`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tells workers that something has work to do: a blast, or the letters. A job is a hint only: the ledger is the truth, so
 * jobs may be lost or doubled. Its window is bounded whatever there is to do.
 */
export interface HintQueue {
  /** Fills the window up with hints for these ids; false when the queue cannot be reached. */
  offer(ids: readonly number[]): Promise<boolean>;
  /** Works off hints, `concurrency` at a time, until `close`. */
  work(concurrency: number, handle: (id: number, job: string) => Promise<void>): void;
  close(): Promise<void>;
}
