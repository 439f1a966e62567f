import { join } from 'node:path';
import { chromium } from 'playwright';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { browserOptions } from './browser-options.ts';

export interface SharedServers {
  /** What answers a request for so named a loan. */
  find(name: string): (() => Promise<unknown>) | undefined;
  close(): Promise<void>;
}

const redisNumbers = 256;

/** Nothing is started before it is asked for, and nothing twice. */
export function openSharedServers(folder: string): SharedServers {
  const closers: (() => Promise<unknown>)[] = [];

  const postgres = once(async () => {
    const server = await startOwnPostgres({ durable: false });
    closers.push(() => server.dispose());
    const template = await server.createDatabase();
    await migrate({ url: template, dataDir: folder });
    return { server, template: new URL(template).pathname.slice(1) };
  });
  const redis = once(async () => {
    const server = await startOwnRedis({ durable: false, databases: redisNumbers });
    closers.push(() => server.dispose());
    return server;
  });
  const browser = once(async () => {
    const server = await chromium.launchServer(browserOptions);
    closers.push(() => server.close());
    return server.wsEndpoint();
  });
  const embedded = once(async () => {
    const dataDir = join(folder, 'embedded');
    await migrate({ dataDir });
    return join(dataDir, 'postgres', 'database');
  });

  let redisTaken = 0;
  const loans: Record<string, () => Promise<unknown>> = {
    async database() {
      const { server, template } = await postgres();
      return server.createDatabase(template);
    },
    async 'empty-database'() {
      return (await postgres()).server.createDatabase();
    },
    async redis() {
      const { url } = await redis();
      // Every loan has a number of its own: what one test leaves, no other finds.
      if (redisTaken === redisNumbers) throw new Error(`Expected ${redisNumbers} loans at most`);
      const number = redisTaken;
      redisTaken += 1;
      return url.replace(/\d+$/, String(number));
    },
    browser,
    embedded,
  };
  return {
    find: (name) => loans[name],
    async close() {
      await Promise.allSettled(closers.map((close) => close()));
    },
  };
}

async function migrate(options: { url?: string; dataDir: string }): Promise<void> {
  await (await openDatabase(options)).close();
}

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => {
    started ??= start();
    return started;
  };
}
