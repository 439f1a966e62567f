import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { folderForTest } from '../folders.ts';
import { placeTestDatabase } from './fixtures/databases.ts';
import { inherited } from './fixtures/inherited-env.ts';
import { freePort } from './fixtures/postgres.ts';

const room = join(import.meta.dirname, '..', '..', 'messaging');
let dataDir: string;
beforeEach(() => {
  dataDir = folderForTest('main-');
});

interface Ended {
  code: number | string | null | undefined;
  stderr: string;
}

function run(file: string, env: Record<string, string>, args: string[] = []): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(room, file), ...args],
      { env: { ...inherited(), DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env } },
      (error, _stdout, stderr) => resolve({ code: error?.code, stderr }),
    );
  });
}

async function takenPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as { port: number }).port);
}

/** A redis-server of this installation that lives on. */
async function redisLeft(): Promise<boolean> {
  const client = new Redis(join(dataDir, 'redis', 'redis.sock'), {
    lazyConnect: true,
    retryStrategy: () => null,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.call('SHUTDOWN', 'NOSAVE').catch(() => {});
    return true;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

const inside = (name: string) => join(dataDir, name);

/** A PostgreSQL that is waited for, so that no embedded one has to be made first. */
const awaited = async () => `postgresql://127.0.0.1:${await freePort()}/later`;

/** What is wrong, and the sentence that says so. */
const faults: Record<string, () => Promise<[Record<string, string>, RegExp]>> = {
  'a taken port': async () => {
    const PORT = await takenPort();
    await placeTestDatabase(dataDir);
    return [{ PORT }, RegExp(`^Expected port ${PORT} on 127\\.0\\.0\\.1 to be free, got another`)];
  },
  'an address of another machine': async () => [
    { HOST: '203.0.113.9', DATABASE_URL: await awaited() },
    /^Expected an address of this machine for `HOST`, got 203\.0\.113\.9 \(EADDRNOTAVAIL\)$/,
  ],
  'a short auth-secret': async () => {
    writeFileSync(inside('auth-secret'), 'short\n');
    return [
      { DATABASE_URL: await awaited() },
      /^Expected at least 32 characters in \S+\/auth-secret, got 5: put the secret back/,
    ];
  },
  'an auth-secret that is no file': async () => {
    mkdirSync(inside('auth-secret'));
    return [
      { DATABASE_URL: await awaited() },
      /^Expected a file with a secret at \S+\/auth-secret, got EISDIR$/,
    ];
  },
  'a file in place of the data folder': async () => {
    writeFileSync(inside('file'), '');
    return [
      { DATA_DIR: inside('file') },
      /^Expected a folder that this user can write to for `DATA_DIR`, got \S+\/file \(EEXIST\)$/,
    ];
  },
  'a data folder that cannot be made': async () => {
    writeFileSync(inside('file'), '');
    return [
      { DATA_DIR: inside('file/below') },
      /^Expected a folder that this user can write to for `DATA_DIR`, got \S+\/below \(ENOTDIR\)$/,
    ];
  },
  // Nobody can make a file there, root neither.
  'a read-only data folder': async () => [
    { DATA_DIR: '/sys/kernel' },
    /^Expected a folder that this user can write to for `DATA_DIR`, got \/sys\/kernel \(E\w+\)$/,
  ],
  'a wrong environment': async () => [
    { REDIS_URL: 'http://x' },
    /^The environment has 1 wrong values?:\n {2}`REDIS_URL`: .*, got /,
  ],
  'an unknown campaign': async () => [{ CAMPAIGN: 'nothing' }, /^Expected .*nothing/],
  'a folder of Redis that cannot be used': async () => {
    writeFileSync(inside('redis'), '');
    return [
      { DATABASE_URL: await awaited() },
      /^Expected to be able to mkdir \S+\/redis, got EEXIST$/,
    ];
  },
};

test.each(Object.keys(faults))(
  '%s: the service says it in a sentence and leaves nothing behind',
  async (name) => {
    const [env, sentence] = (await faults[name]?.()) ?? [{}, /never/];
    const { code, stderr } = await run('main.ts', { PORT: String(await freePort()), ...env });
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at |node:internal|Node\.js v/m);
    expect(code).toBe(1);
    expect(await redisLeft()).toBe(false);
  },
);

test('a signal during the start ends what was opened by then', async () => {
  const child = execFile(process.execPath, [join(room, 'main.ts')], {
    env: {
      ...inherited(),
      DATA_DIR: dataDir,
      DATABASE_URL: await awaited(),
      PORT: String(await freePort()),
    },
  });
  const ended = once(child, 'exit');
  // By then redis-server is being started, and the port is not open yet.
  await expect.poll(() => existsSync(inside('redis')), { interval: 2 }).toBe(true);
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  expect(await redisLeft()).toBe(false);
});

const commands: [file: string, args: string[]][] = [
  ['worker.ts', []],
  ['people/accounts/invite.ts', ['--role', 'admin', '--email', 'a@police.example']],
  ['people/accounts/verify-audit.ts', []],
  ['figures/reports/import-main.ts', [import.meta.filename]],
  ['platform/database/backup/back-up-main.ts', []],
  ['platform/database/backup/restore-main.ts', ['nowhere']],
  ['front/sample/main.ts', []],
];

test.each(commands)(
  '%s says a wrong environment and a wrong folder in a sentence',
  async (file, args) => {
    writeFileSync(inside('file'), '');
    for (const [env, sentence] of [
      [{ PORT: 'many' }, /^The environment has 1 wrong values?:\n {2}`PORT`/],
      [{ DATA_DIR: inside('file') }, /^Expected .*\S+\/file|^Expected .*nowhere/],
    ] as const) {
      const { code, stderr } = await run(file, env, args);
      expect(stderr.trimEnd()).toMatch(sentence);
      expect(stderr).not.toMatch(/^\s+at |node:internal|Node\.js v/m);
      expect(code).toBe(stderr.includes('nowhere') ? 2 : 1);
    }
  },
);

test('an unknown option is said in a sentence', async () => {
  for (const file of [
    'people/accounts/invite.ts',
    'figures/reports/import-main.ts',
    'front/sample/main.ts',
    'platform/database/backup/restore-main.ts',
    'main.ts',
  ]) {
    const { code, stderr } = await run(file, {}, ['--nonsense']);
    expect(stderr).toContain('--nonsense');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  }
});
