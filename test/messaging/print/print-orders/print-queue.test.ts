import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { createWorkQueue } from '../../../../messaging/platform/queue/work-queue.ts';
import { createSharedPrints } from '../../../../messaging/print/print-files/shared-prints-fs.ts';
import {
  openPrintQueue,
  type PrintQueue,
} from '../../../../messaging/print/print-orders/print-queue.ts';
import {
  createRunGenerator,
  type PrintOrder,
} from '../../../../messaging/print/print-orders/run-generator.ts';
import { folderForTest } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';

const hazratganj: PrintOrder = { district: 'lucknow', station: 'hazratganj', format: 'jpeg' };
const officer = { id: 'pro' };
const alambagh: PrintOrder = { ...hazratganj, station: 'alambagh' };

const redisUrl = await borrow('redis');
let printDir: string;
let printQueue: PrintQueue;
/** Orders that the printQueue has begun, and what ends the present one. */
let begun: string[];
let finish: (error?: Error) => void;

let count = 0;
beforeEach(async () => {
  begun = [];
  finish = () => {};
  printDir = folderForTest('printQueue-');
  count += 1;
  printQueue = openPrintQueue({
    redisUrl,
    printDir,
    name: `printQueue-${count}`,
    work: createWorkQueue(),
    onTrouble: () => {},
    make: ({ district, station }) =>
      new Promise((resolve, reject) => {
        begun.push(station);
        finish = (error) => {
          if (error !== undefined) return reject(error);
          mkdirSync(join(printDir, district, station), { recursive: true });
          writeFileSync(
            join(printDir, district, station, `${district}-${station}-board-press.jpg`),
            'made',
          );
          resolve();
        };
      }),
  });
  return async () => {
    finish(new Error('the test is over'));
    await printQueue.close();
  };
});

/** The order is given, and is made by now. */
const begin = async () => {
  await printQueue.order(hazratganj, officer);
  await reach(hazratganj, 'making');
};
const reach = (order: PrintOrder, state: string) =>
  expect.poll(async () => (await printQueue.findState(order)).state).toBe(state);

test('orders are made one at a time, in turn, and say how many are ahead', async () => {
  expect(await printQueue.findState(hazratganj)).toEqual({ state: 'none' });
  await begin();
  expect(await printQueue.order(alambagh, officer)).toEqual({ state: 'waiting', ahead: 1 });
  expect(begun).toEqual(['hazratganj']);
  finish();
  await reach(hazratganj, 'ready');
  expect(await printQueue.findState(hazratganj)).toEqual({
    state: 'ready',
    url: '/files/lucknow/hazratganj/lucknow-hazratganj-board-press.jpg',
  });
  await reach(alambagh, 'making');
  finish();
  await reach(alambagh, 'ready');
});

test('an order that is given again while it is made is not made twice', async () => {
  await begin();
  expect((await printQueue.order(hazratganj, officer)).state).toBe('making');
  finish();
  await reach(hazratganj, 'ready');
  expect(begun).toEqual(['hazratganj']);
});

test('an officer has a share of the places, and the others still get theirs', async () => {
  await begin();
  for (let at = 0; at < 40; at += 1)
    await printQueue.order({ ...hazratganj, station: `s${at}` }, officer);
  const more = printQueue.order({ ...hazratganj, station: 'more' }, officer);
  await expect(more).rejects.toMatchObject({ code: 'too-many-files' });
  expect(await printQueue.order(alambagh, { id: 'other' })).toMatchObject({ state: 'waiting' });
});

test('a failure is told, and the order can be given again', async () => {
  await begin();
  finish(new Error('no ink'));
  await reach(hazratganj, 'failed');
  expect(await printQueue.findState(hazratganj)).toEqual({ state: 'failed', reason: 'no ink' });
  await begin();
});

test('a station that the generator does not know fails with its words', async () => {
  const make = createRunGenerator({ printDir, env: { DATA_DIR: printDir } });
  const order: PrintOrder = { district: 'lucknow', station: 'nowhere', format: 'tiff' };
  await expect(make(order, new AbortController().signal)).rejects.toThrow(/nowhere/);
});

test('a picture that one machine made is on the other as soon as it says so, and again when it is remade', async () => {
  const store = openFolderFiles(join(printDir, 'store'));
  const machines = ['a', 'b'].map((name) => {
    const dir = join(printDir, name);
    let made = 0;
    const queue = openPrintQueue({
      redisUrl,
      printDir: dir,
      name: `shared-${count}`,
      shared: createSharedPrints(store, dir),
      work: createWorkQueue(),
      onTrouble: () => {},
      async make({ district, station }) {
        made += 1;
        begun.push(name);
        mkdirSync(join(dir, district, station), { recursive: true });
        writeFileSync(
          join(dir, district, station, `${district}-${station}-board-press.jpg`),
          `by ${name}, ${made}`,
        );
      },
    });
    const picture = () =>
      readFileSync(
        join(dir, 'lucknow', 'hazratganj', 'lucknow-hazratganj-board-press.jpg'),
        'utf8',
      );
    return { name, queue, picture, made: () => made };
  });
  onTestFinished(async () => {
    for (const { queue } of machines) await queue.close();
  });
  for (let round = 0; round < 3; round += 1) {
    await machines[round % 2]?.queue.order(hazratganj, officer);
    await expect.poll(() => begun.length).toBe(round + 1);
    const maker = machines.find(({ name }) => name === begun.at(-1));
    for (const { queue, picture } of machines) {
      await expect
        .poll(async () => (await queue.findState(hazratganj)).state === 'ready' && picture())
        .toBe(`by ${maker?.name}, ${maker?.made()}`);
    }
  }
});
