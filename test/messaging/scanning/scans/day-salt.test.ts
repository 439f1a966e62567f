import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { createSaltStore, openDaySalt } from '../../../../messaging/scanning/scans/day-salt.ts';
import { destroyEarlierSalts } from '../../../../messaging/scanning/scans/module.ts';
import { folderForTest } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { createTestSaltStore } from '../../fixtures/salt-store.ts';
import { scanPaths } from '../../fixtures/scans.ts';
import { createTestServer } from '../../fixtures/test-server.ts';

/** A copy, since a salt is zeroed when its day is over. */
const copy = async (salt: Buffer | Promise<Buffer>) => Buffer.from(await salt);

describe('salts in the database', async () => {
  const { pool } = await openPostgres();

  test('are one a day for all processes, and go when their day is over', async () => {
    const one = openDaySalt(createSaltStore(pool));
    const other = openDaySalt(createSaltStore(pool));
    const [first, same] = await Promise.all([
      copy(one.of('2019-04-12')),
      copy(other.of('2019-04-12')),
    ]);
    expect(first).toHaveLength(32);
    expect(same).toEqual(first);
    const tomorrow = await copy(one.of('2019-04-13'));
    expect(tomorrow).not.toEqual(first);
    const days = async () =>
      (await pool.query('SELECT day::text FROM day_salt ORDER BY day')).rows.map(({ day }) => day);
    // Its clock is a moment behind: what has begun elsewhere stays.
    await other.keepUp('2019-04-12');
    expect(await days()).toEqual(['2019-04-12', '2019-04-13']);
    await other.keepUp('2019-04-13');
    expect(await days()).toEqual(['2019-04-13']);
    expect(await other.of('2019-04-13')).toEqual(tomorrow);
    // The clock was set back for good.
    await pool.query("UPDATE day_salt SET made_at = now() - interval '25 hours'");
    await one.keepUp('2019-04-10');
    expect(await days()).toEqual(['2019-04-10']);
    expect(await one.of('2019-04-12')).not.toEqual(first);
  });

  test('that a crash of the database took are put back from memory', async () => {
    await pool.query('TRUNCATE day_salt');
    const one = openDaySalt(createSaltStore(pool));
    const other = openDaySalt(createSaltStore(pool));
    const salt = await copy(one.of('2019-04-12'));
    await pool.query('TRUNCATE day_salt');
    await one.keepUp('2019-04-12');
    expect(await other.of('2019-04-12')).toEqual(salt);
  });
});

test('a store that is away at midnight costs no scan: the salt lives in memory', async () => {
  const store = createTestSaltStore();
  const troubles: Error[] = [];
  const salts = openDaySalt(store, { onTrouble: (error) => troubles.push(error) });
  const yesterday = await copy(salts.of('2019-04-12'));
  store.take.away = true;
  const today = await copy(salts.of('2019-04-13'));
  expect(today).toHaveLength(32);
  expect(today).not.toEqual(yesterday);
  expect(await salts.of('2019-04-13')).toEqual(today);
  expect(troubles).toHaveLength(1);
  await expect(salts.keepUp('2019-04-13')).rejects.toThrow();
});

test('one that gives no answer is not waited for', async () => {
  const store = { ...createTestSaltStore(), keep: () => new Promise<Buffer>(() => {}) };
  const salts = openDaySalt(store, { limitMs: 20 });
  const first = await copy(salts.of('2019-04-13'));
  expect(await salts.of('2019-04-13')).toEqual(first);
});

test('the salt in memory goes to the store when it is back, and stays the same', async () => {
  const store = createTestSaltStore();
  const salts = openDaySalt(store, { retryMs: 0 });
  store.take.away = true;
  const inMemory = await copy(salts.of('2019-04-13'));
  store.take.away = false;
  await salts.keepUp('2019-04-13');
  expect(await salts.of('2019-04-13')).toEqual(inMemory);
  expect(await openDaySalt(store).of('2019-04-13')).toEqual(inMemory);
});

test('where another process was the first meanwhile, its salt is taken over', async () => {
  const store = createTestSaltStore();
  const salts = openDaySalt(store, { retryMs: 0 });
  store.take.away = true;
  const inMemory = await copy(salts.of('2019-04-13'));
  store.take.away = false;
  const shared = await copy(openDaySalt(store).of('2019-04-13'));
  expect(shared).not.toEqual(inMemory);
  await expect.poll(() => salts.of('2019-04-13')).toEqual(shared);
});

test('a salt in memory does not outlive its day', async () => {
  const store = createTestSaltStore();
  const salts = openDaySalt(store, { retryMs: 0 });
  store.take.away = true;
  const held = await salts.of('2019-04-13');
  const before = Buffer.from(held);
  expect(await salts.of('2019-04-14')).not.toEqual(before);
  expect(held).toEqual(Buffer.alloc(32));
});

test('printed codes are answered over a midnight without a store', async () => {
  let day = '2019-04-12';
  const clock = { ...createClock(), today: () => day };
  const server = await createTestServer({ clock });
  onTestFinished(() => server.close());
  const [path = ''] = scanPaths(1);
  expect((await server.app.inject(path)).statusCode).toBe(302);
  expect(server.salts.days()).toEqual(['2019-04-12']);
  server.salts.take.away = true;
  day = '2019-04-13';
  expect((await server.app.inject(path)).statusCode).toBe(302);
});

test('files of earlier versions are overwritten and deleted', () => {
  const root = folderForTest('salts-');
  destroyEarlierSalts(join(root, 'salts'));
  mkdirSync(join(root, 'salts'));
  writeFileSync(join(root, 'salts', 'salt-2019-04-12'), 'x'.repeat(32));
  destroyEarlierSalts(join(root, 'salts'));
  expect(existsSync(join(root, 'salts'))).toBe(false);
});
