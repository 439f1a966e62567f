import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRedis } from '../../../messaging/process/redis.ts';
import { borrow } from '../../servers/borrow.ts';

let dataDir: string;
const onTrouble = () => {};
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'redis-own-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

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
  await first.ping();
  await first.close();
});

test('a server that a killed service left running is taken over and stopped', async () => {
  const program = `import { openRedis } from ${JSON.stringify(join(import.meta.dirname, '../../../messaging/process/redis.ts'))};
await openRedis({ dataDir: ${JSON.stringify(dataDir)}, onTrouble() {} });
console.log('open');
setInterval(() => {}, 1000);`;
  const service = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(service.stdout, 'data');
  service.kill('SIGKILL');
  await once(service, 'exit');
  const left = join(dataDir, 'redis', 'redis.sock');
  const leftId = await ask(left, (client) => client.info('server'));
  const taken = await openRedis({ dataDir, onTrouble });
  const processId = (info: string) => /process_id:(\d+)/.exec(info)?.[1];
  const takenId = await ask(taken.url, (client) => client.info('server'));
  expect(processId(takenId)).toBe(processId(leftId));
  await taken.close();
  const gone = new Redis(left, { lazyConnect: true, retryStrategy: () => null });
  gone.on('error', () => {});
  await expect(gone.connect()).rejects.toThrow();
});

test('a given server is used and left running', async () => {
  const url = await borrow('redis');
  const service = await openRedis({ url, dataDir, onTrouble });
  await service.ping();
  await service.close();
  expect(await ask(url, (client) => client.ping())).toBe('PONG');
});
