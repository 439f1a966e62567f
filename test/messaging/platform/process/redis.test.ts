import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeEach, expect, test } from 'vitest';
import { openRedis } from '../../../../messaging/open-stores.ts';
import { createBullQueue } from '../../../../messaging/platform/queue/bull-queue.ts';
import { folderForTest } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';

let dataDir: string;
const onTrouble = () => {};
beforeEach(() => {
  dataDir = folderForTest('redis-own-');
});

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

const answers = (server: { ping(): Promise<unknown> }) =>
  server.ping().then(
    () => true,
    () => false,
  );

test('a server of our own keeps what it was given over a restart', async () => {
  const first = await openRedis({ dataDir, onTrouble });
  await ask(first.url, (client) => client.set('hint', '1'));
  await first.close();
  await expect(first.ping()).rejects.toThrow();
  const second = await openRedis({ dataDir, onTrouble });
  expect(await ask(second.url, (client) => client.get('hint'))).toBe('1');
  expect(await ask(second.url, (client) => client.config('GET', 'port'))).toEqual(['port', '0']);
  await second.close();
});

test('a second one joins the first and does not stop it', async () => {
  const first = await openRedis({ dataDir, onTrouble });
  const second = await openRedis({ dataDir, onTrouble });
  await second.close();
  await expect(first.ping()).resolves.toBeUndefined();
  await first.close();
});

/** A server whose service was killed; it is running. */
async function leaveServer(): Promise<string> {
  const program = `import { openRedis } from ${JSON.stringify(join(import.meta.dirname, '../../../../messaging/open-stores.ts'))};
await openRedis({ dataDir: ${JSON.stringify(dataDir)}, onTrouble() {} });
console.log('open');
setInterval(() => {}, 1000);`;
  const service = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(service.stdout, 'data');
  service.kill('SIGKILL');
  await once(service, 'exit');
  return join(dataDir, 'redis', 'redis.sock');
}

const readProcess = async (url: string) =>
  Number(/process_id:(\d+)/.exec(await ask(url, (client) => client.info('server')))?.[1]);

test('a server that a killed service left running is taken over and stopped', async () => {
  const left = await leaveServer();
  const leftId = await readProcess(left);
  const taken = await openRedis({ dataDir, onTrouble });
  expect(await readProcess(taken.url)).toBe(leftId);
  await taken.close();
  const gone = new Redis(left, { lazyConnect: true, retryStrategy: () => null });
  gone.on('error', () => {});
  await expect(gone.connect()).rejects.toThrow();
});

test('a server that was taken over is started again when it dies, with what it had', async () => {
  const left = await leaveServer();
  const troubles: string[] = [];
  const taken = await openRedis({ dataDir, onTrouble: ({ message }) => troubles.push(message) });
  await ask(taken.url, (client) => client.set('hint', '1'));
  const first = await readProcess(left);
  process.kill(first, 'SIGTERM');
  const restarts = () => troubles.filter((text) => text.includes('started again')).length;
  await expect.poll(restarts).toBe(1);
  await expect.poll(() => answers(taken), { timeout: 10_000 }).toBe(true);
  expect(await readProcess(taken.url)).not.toBe(first);
  expect(await ask(taken.url, (client) => client.get('hint'))).toBe('1');
  expect(restarts()).toBe(1);
  await taken.close();
});

test('one of two services that share a server keeps it running when the other has ended', async () => {
  const first = await openRedis({ dataDir, onTrouble });
  const second = await openRedis({ dataDir, onTrouble });
  const ended = await readProcess(first.url);
  await first.close();
  await expect.poll(() => answers(second), { timeout: 10_000 }).toBe(true);
  expect(await readProcess(second.url)).not.toBe(ended);
  await second.close();
  await expect(second.ping()).rejects.toThrow();
});

test('a given server is used and left running', async () => {
  const url = await borrow('redis');
  const service = await openRedis({ url, dataDir, onTrouble });
  await service.ping();
  await service.close();
  expect(await ask(url, (client) => client.ping())).toBe('PONG');
});

test('a queue that was closed holds no connection that would miss the server when it ends', async () => {
  const server = await openRedis({ dataDir, onTrouble });
  const connections = () =>
    ask(server.url, async (client) => {
      const list = await client.call('CLIENT', 'LIST');
      return String(list).trim().split('\n').length;
    });
  const before = await connections();
  const handled = Promise.withResolvers<void>();
  const queue = createBullQueue(server.url, { onError: onTrouble });
  queue.work(1, async () => handled.resolve());
  await queue.offer([1]);
  await handled.promise;
  expect(await connections()).toBeGreaterThan(before);
  await queue.close();
  await expect.poll(connections).toBe(before);
  await server.close();
});
