import { createHmac } from 'node:crypto';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { isConnectionError } from '../../../../messaging/platform/database/connection-error.ts';
import {
  type DatabaseOptions,
  openDatabase,
} from '../../../../messaging/platform/database/database.ts';
import { openFolder } from '../../../folders.ts';
import { freePort, startOwnPostgres } from '../../fixtures/postgres.ts';
import { startOwnRedis } from '../../fixtures/redis.ts';
import { phone, scanPaths } from '../../fixtures/scans.ts';
import { startService } from '../../fixtures/service.ts';

const dataDir = openFolder('late-');
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
afterAll(() => Promise.all([postgres.dispose(), redis.dispose()]));

const secret = 's'.repeat(40);
const token = 't'.repeat(32);
/** Bears our signature; whether its session lives only the database knows. */
const cookie = `up-cop.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

test('the service starts without its database, answers scans, says 503 in words, and goes on when it comes', async () => {
  const databaseUrl = await postgres.createDatabase();
  await postgres.stop();
  const service = await startService({
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis.url,
    AUTH_SECRET: secret,
  });
  onTestFinished(() => service.kill());
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(service.url + path, { redirect: 'manual', ...init });
  const signIn = () =>
    ask('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@police.example', password: 'a long pass phrase' }),
    });

  const [path = ''] = scanPaths(1);
  const scan = await ask(path, { headers: { 'user-agent': phone.android } });
  expect(scan.status).toBe(302);
  const readiness = await ask('/readyz');
  expect([readiness.status, await readiness.json()]).toEqual([
    503,
    { ready: false, parts: { database: 'missing', redis: 'ok', disk: 'ok' } },
  ]);
  const me = () => ask('/api/me', { headers: { cookie } });
  for (const answer of [await signIn(), await me(), await ask('/api/progress')]) {
    expect(answer.status, answer.url).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toEqual({
      error: 'unavailable',
      hi: expect.stringMatching(/[ऀ-ॿ]/),
      en: 'The database cannot be reached now; please try again in a while',
    });
  }

  await postgres.start();
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
  expect((await signIn()).status).toBe(401);
  expect((await me()).status).toBe(401);
  const database = await openDatabase({ url: databaseUrl, dataDir });
  onTestFinished(() => database.close());
  const stored = async () => (await database.pool.query('SELECT FROM scan')).rowCount;
  await expect.poll(stored).toBe(1);

  await postgres.stop('immediate');
  expect((await me()).status).toBe(503);
  expect((await signIn()).status).toBe(503);
  await postgres.start();
  await expect.poll(async () => (await signIn()).status).toBe(401);
  // The adapter of the accounts names the values of a query that failed.
  expect(service.log()).toContain('no database');
  expect(service.log()).not.toContain(token);
  expect(service.log()).not.toContain('a@police.example');
});

test('a fault that no waiting mends is told with each refusal, and ends no process', async () => {
  const url = await postgres.createDatabase();
  const wrong = [{ name: '0001-wrong.sql', sql: 'CREATE TABLE wrong (id nonsense)', sha256: 'a' }];
  const told: string[] = [];
  const open = async (options: Partial<DatabaseOptions>) => {
    const onConnectionLost = ({ message }: Error) => void told.push(message);
    const database = await openDatabase({
      url,
      dataDir,
      onConnectionLost,
      waitForIt: true,
      ...options,
    });
    onTestFinished(() => database.close());
    await database.tried;
    return database.pool.query('SELECT 1');
  };
  await expect(open({ migrations: wrong })).rejects.toThrow('Migration 0001-wrong.sql');
  const nowhere = new URL(url);
  nowhere.pathname = '/no_such_database';
  await expect(open({ url: nowhere.href })).rejects.toThrow(
    /Expected PostgreSQL .* got database "no_such_database" does not exist/,
  );
  expect(told).toHaveLength(2);
});

test('who does not wait is told the address and not the password', async () => {
  const port = await freePort();
  const opening = openDatabase({ url: `postgresql://me:secret@127.0.0.1:${port}/x`, dataDir });
  await expect(opening).rejects.toThrow(
    `Expected PostgreSQL to let the service in at \`DATABASE_URL\` (127.0.0.1:${port}/x), got connect ECONNREFUSED`,
  );
  await expect(opening).rejects.not.toThrow('secret');
});

test.each([
  ['a refused connection', { code: 'ECONNREFUSED' }, true],
  ['a missing socket', { code: 'ENOENT', syscall: 'connect' }, true],
  ['a server that starts', { code: '57P03' }, true],
  ['a server that is full', { code: '53300' }, true],
  ['a lost connection', { message: 'Connection terminated unexpectedly' }, true],
  [
    'a pool without a free connection',
    { message: 'timeout exceeded when trying to connect' },
    true,
  ],
  ['one that an adapter wraps', { cause: Object.assign(new Error(''), { code: '08006' }) }, true],
  ['a missing file', { code: 'ENOENT', syscall: 'open' }, false],
  ['a value that is there already', { code: '23505' }, false],
  ['a full disk of the database', { code: '53100' }, false],
  ['anything else', { message: 'Expected 1, got 2' }, false],
])('%s: the database is away: %j %s', (_label, fields, away) => {
  expect(isConnectionError(Object.assign(new Error('x'), fields))).toBe(away);
});
