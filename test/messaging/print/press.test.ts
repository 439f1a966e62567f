import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMakeFile } from '../../../messaging/print/make-file.ts';
import { openPress, type Press, type PressOrder } from '../../../messaging/print/press.ts';
import { startRedis, type TestRedis } from '../fixtures/redis.ts';

const hazratganj: PressOrder = { district: 'lucknow', station: 'hazratganj', format: 'jpeg' };
const alambagh: PressOrder = { ...hazratganj, station: 'alambagh' };

let redis: TestRedis;
let printDir: string;
let press: Press;
/** Orders that the press has begun, and what ends the present one. */
let begun: string[];
let finish: (error?: Error) => void;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.dispose();
});
let count = 0;
beforeEach(async () => {
  begun = [];
  finish = () => {};
  printDir = mkdtempSync(join(tmpdir(), 'press-'));
  count += 1;
  press = openPress({
    redisUrl: redis.url,
    printDir,
    name: `press-${count}`,
    onTrouble: () => {},
    make: ({ district, station }) =>
      new Promise((resolve, reject) => {
        begun.push(station);
        finish = (error) => {
          if (error !== undefined) return reject(error);
          mkdirSync(join(printDir, district, station), { recursive: true });
          writeFileSync(join(printDir, district, station, 'board.jpg'), 'made');
          resolve();
        };
      }),
  });
  return async () => {
    finish(new Error('the test is over'));
    await press.close();
    rmSync(printDir, { recursive: true, force: true });
  };
});

const reach = (order: PressOrder, state: string) =>
  expect.poll(async () => (await press.stateOf(order)).state, { timeout: 5000 }).toBe(state);

test('orders are made one at a time, in turn, and say how many are ahead', async () => {
  expect(await press.stateOf(hazratganj)).toEqual({ state: 'none' });
  await press.order(hazratganj);
  await reach(hazratganj, 'making');
  expect(await press.order(alambagh)).toEqual({ state: 'waiting', ahead: 1 });
  expect(begun).toEqual(['hazratganj']);
  finish();
  await reach(hazratganj, 'ready');
  expect(await press.stateOf(hazratganj)).toEqual({
    state: 'ready',
    url: '/files/lucknow/hazratganj/board.jpg',
  });
  await reach(alambagh, 'making');
  finish();
  await reach(alambagh, 'ready');
});

test('an order that is given again while it is made is not made twice', async () => {
  await press.order(hazratganj);
  await reach(hazratganj, 'making');
  expect((await press.order(hazratganj)).state).toBe('making');
  finish();
  await reach(hazratganj, 'ready');
  expect(begun).toEqual(['hazratganj']);
});

test('a failure is told, and the order can be given again', async () => {
  await press.order(hazratganj);
  await reach(hazratganj, 'making');
  finish(new Error('no ink'));
  await reach(hazratganj, 'failed');
  expect(await press.stateOf(hazratganj)).toEqual({ state: 'failed', reason: 'no ink' });
  await press.order(hazratganj);
  await reach(hazratganj, 'making');
});

test('a station that the generator does not know fails with its words', async () => {
  const make = createMakeFile({ printDir, env: { DATA_DIR: printDir } });
  const order: PressOrder = { district: 'lucknow', station: 'nowhere', format: 'tiff' };
  await expect(make(order, new AbortController().signal)).rejects.toThrow(/nowhere/);
});
