import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openRedis } from '../../../../messaging/open-stores.ts';
import { listDamagedQueues } from '../../../../messaging/platform/process/redis-data-fs.ts';
import { folderForTest, openFolder } from '../../../folders.ts';

let dataDir: string;
let troubles: string[];
const onTrouble = ({ message }: Error) => void troubles.push(message);
beforeEach(() => {
  troubles = [];
  dataDir = folderForTest('redis-damage-');
  mkdirSync(join(dataDir, 'redis'));
});

/** Left by a whole server at its end. */
let whole: Buffer;
beforeAll(async () => {
  const folder = openFolder('redis-whole-');
  const server = await openRedis({ dataDir: folder, onTrouble: () => {} });
  const client = new Redis(server.url);
  await client.lpush('hints', ...Array.from({ length: 200 }, (_, index) => `hint ${index}`));
  client.disconnect();
  await server.close();
  whole = readFileSync(join(folder, 'redis', 'dump.rdb'));
});

const damages: Record<string, () => Buffer> = {
  'of no length': () => Buffer.alloc(0),
  'of zeros': () => Buffer.alloc(whole.length),
  'of something else': () => Buffer.from('not of Redis\n'),
  'that was cut off': () => whole.subarray(0, whole.length - 40),
  'that ends in zeros': () => Buffer.concat([whole.subarray(0, 160), Buffer.alloc(400)]),
};

test.each(Object.entries(damages))('a file of Redis %s is set aside', async (_, damaged) => {
  writeFileSync(join(dataDir, 'redis', 'dump.rdb'), damaged());
  const server = await openRedis({ dataDir, onTrouble });
  await server.ping();
  await server.close();
  const [aside, ...others] = listDamagedQueues(dataDir);
  expect(others).toEqual([]);
  expect(readFileSync(join(dataDir, aside?.name ?? '', 'dump.rdb'))).toEqual(damaged());
  expect(troubles).toEqual([expect.stringMatching(`damaged data.*${aside?.name}`)]);
});

test('what an earlier version or a cut write left there keeps nothing from starting', async () => {
  const log = join(dataDir, 'redis', 'appendonlydir', 'appendonly.aof.1.incr.aof');
  mkdirSync(dirname(log));
  writeFileSync(log, Buffer.alloc(4096));
  writeFileSync(join(dataDir, 'redis', 'temp-4711.rdb'), Buffer.alloc(4096));
  writeFileSync(join(dataDir, 'redis', 'redis.sock'), '');
  const server = await openRedis({ dataDir, onTrouble });
  await server.ping();
  expect(readdirSync(join(dataDir, 'redis')).sort()).toEqual(['lock', 'redis.sock']);
  await server.close();
  expect(troubles).toEqual([]);
});

test('damage that comes out when the server is started again is set aside too', async () => {
  const server = await openRedis({ dataDir, onTrouble });
  const client = new Redis(server.url);
  client.on('error', () => {});
  const id = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]);
  writeFileSync(join(dataDir, 'redis', 'dump.rdb'), Buffer.alloc(100));
  process.kill(id, 'SIGKILL');
  await expect.poll(() => listDamagedQueues(dataDir).length).toBe(1);
  await expect.poll(() => server.ping().then(() => 'there', String)).toBe('there');
  client.disconnect();
  await server.close();
});

test('only the newest damaged folders are kept', async () => {
  for (const day of ['01', '02', '03', '04', '05']) {
    mkdirSync(join(dataDir, `redis.damaged-2019-04-${day}T10-00-00`));
  }
  mkdirSync(join(dataDir, 'redis.damaged-by-hand'));
  writeFileSync(join(dataDir, 'redis', 'dump.rdb'), '');
  await (await openRedis({ dataDir, onTrouble })).close();
  const kept = readdirSync(dataDir).filter((name) => name.startsWith('redis.damaged-'));
  expect(kept).toHaveLength(4);
  expect(kept).toContain('redis.damaged-by-hand');
  expect(kept).toContain('redis.damaged-2019-04-05T10-00-00');
  expect(troubles.join()).toContain('3 older ones were deleted');
});

/** A program that says something and ends, as redis-server does. */
function ending(words: string, code = 1): string {
  const program = join(dataDir, 'redis-server');
  writeFileSync(
    program,
    `#!/bin/sh\necho "1:M 01 Jan 2019 00:00:00.000 # ${words}"\nexit ${code}\n`,
  );
  chmodSync(program, 0o755);
  return program;
}

test.each<[string, () => string, RegExp]>([
  [
    'a program that is missing',
    () => join(dataDir, 'no-such-program'),
    /^Expected redis-server on this machine \(npm run setup installs it\) or `REDIS_URL`/,
  ],
  [
    'a program that may not be run',
    () => {
      chmodSync(ending(''), 0o644);
      return join(dataDir, 'redis-server');
    },
    /^Expected to be allowed to run \S+redis-server, got EACCES/,
  ],
  [
    'a folder that it may not write to',
    () => ending("Can't open the append-only file: Permission denied"),
    /^Expected redis-server to be able to use \S+\/redis, got: .*Permission denied/,
  ],
  [
    'a socket that cannot be made',
    () => ending('Failed opening Unix socket: bind: Address already in use'),
    /^Expected redis-server to be able to use \S+\/redis, got: .*Address already in use/,
  ],
  [
    'data that is not the reason',
    () => ending('It does not work'),
    /^Expected redis-server to start with an empty folder \S+\/redis, got: It does not work/,
  ],
])('%s is told apart, and the data is left where it is', async (name, program, sentence) => {
  writeFileSync(join(dataDir, 'redis', 'dump.rdb'), whole);
  const options = { dataDir, onTrouble, program: program() };
  await expect(openRedis(options)).rejects.toThrow(sentence);
  const isBlamed = name.startsWith('data');
  expect(existsSync(join(dataDir, 'redis', 'dump.rdb'))).toBe(!isBlamed);
  // Nobody holds it any more.
  await (await openRedis({ dataDir, onTrouble })).close();
});

const isRoot = process.getuid?.() === 0;
test.runIf(isRoot)('on a full disk it starts, takes hints and ends', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dataDir]);
  try {
    mkdirSync(join(dataDir, 'redis'));
    try {
      writeFileSync(join(dataDir, 'fill'), Buffer.alloc(1 << 20));
    } catch {
      // Full now.
    }
    const server = await openRedis({ dataDir, onTrouble });
    const client = new Redis(server.url);
    await client.set('hint', '1');
    client.disconnect();
    await server.close();
    await expect(server.ping()).rejects.toThrow();
  } finally {
    execFileSync('umount', [dataDir]);
  }
});
