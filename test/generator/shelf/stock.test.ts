import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shelfSchema } from '../../../campaigns/shelf.ts';
import { plainFile, type ShelfItem } from '../../../generator/shelf/item.ts';
import { type Stocking, stockShelf } from '../../../generator/shelf/stock-fs.ts';
import { openFolder } from '../../folders.ts';

const root = openFolder('shelf-');

let folders = 0;
function freshFolder(): string {
  folders += 1;
  return join(root, String(folders));
}

function item(name: string, text = name, calls: string[] = []): ShelfItem {
  return {
    files: [{ ...plainFile, item: name, format: 'txt', path: `radio/${name}.txt` }],
    inputs: text,
    async make(room) {
      calls.push(name);
      writeFileSync(join(room, `${name}.txt`), text);
    },
  };
}

function stock(out: string, items: ShelfItem[], more: Partial<Stocking> = {}) {
  const signal = new AbortController().signal;
  const usual = {
    campaign: 'up-cop',
    channel: 'radio',
    whole: true,
    force: false,
    signal,
  } as const;
  return stockShelf({ ...usual, out, items, ...more });
}

function shelf(out: string) {
  return shelfSchema.parse(JSON.parse(readFileSync(join(out, 'radio/shelf.json'), 'utf8'))).files;
}

test('makes what changed and leaves what is true', async () => {
  const out = freshFolder();
  const calls: string[] = [];
  await stock(out, [item('a', 'one', calls), item('b', 'two', calls)]);
  const again = await stock(out, [item('a', 'one', calls), item('b', 'new', calls)]);
  expect(calls).toEqual(['a', 'b', 'b']);
  expect(again).toMatchObject({ made: 1, fresh: 1, faults: [] });
  expect(readFileSync(join(out, 'radio/b.txt'), 'utf8')).toBe('new');
  expect(shelf(out).map(({ path, bytes }) => [path, bytes])).toEqual([
    ['radio/a.txt', 3],
    ['radio/b.txt', 3],
  ]);
});

test('makes a file again that was cut or lost', async () => {
  const out = freshFolder();
  await stock(out, [item('a', 'whole text')]);
  writeFileSync(join(out, 'radio/a.txt'), 'who');
  expect(await stock(out, [item('a', 'whole text')])).toMatchObject({ made: 1 });
});

test.each(['', '\0\0\0\0', '{"campaign"'])('restarts a damaged list: %j', async (text) => {
  const out = freshFolder();
  await stock(out, [item('a')]);
  writeFileSync(join(out, 'radio/shelf.json'), text);
  expect(await stock(out, [item('a')])).toMatchObject({ made: 1, faults: [] });
  expect(shelf(out)).toHaveLength(1);
});

test('goes on behind an item that fails, and names it', async () => {
  const out = freshFolder();
  const bad: ShelfItem = { ...item('bad'), make: () => Promise.reject(new Error('no such voice')) };
  const silent: ShelfItem = { ...item('silent'), make: () => Promise.resolve() };
  const { made, faults } = await stock(out, [bad, silent, item('good')]);
  expect(made).toBe(1);
  expect(faults).toEqual([
    { what: 'radio/bad.txt', message: 'no such voice' },
    { what: 'radio/silent.txt', message: 'Expected radio/silent.txt to be made, got nothing' },
  ]);
  expect(existsSync(join(out, 'radio/bad.txt'))).toBe(false);
});

test('goes on where it was stopped, with no half file', async () => {
  const out = freshFolder();
  const controller = new AbortController();
  const stopped: ShelfItem = {
    ...item('b'),
    async make(room) {
      writeFileSync(join(room, 'b.txt'), 'half');
      controller.abort();
    },
  };
  await stock(out, [item('a'), stopped, item('c')], { signal: controller.signal });
  expect(shelf(out).map(({ item: name }) => name)).toEqual(['a']);
  expect(existsSync(join(out, 'radio/b.txt'))).toBe(false);
  expect(await stock(out, [item('a'), item('b'), item('c')])).toMatchObject({ made: 2, fresh: 1 });
});

test('takes out what a whole run no longer has, but nothing of a single district', async () => {
  const out = freshFolder();
  const own = item('own');
  const ofAgra = { ...own, files: own.files.map((file) => ({ ...file, district: 'agra' })) };
  await stock(out, [item('a'), item('b')]);
  await stock(out, [ofAgra], { whole: false });
  expect(await stock(out, [item('a')])).toMatchObject({ removed: 1, fresh: 1 });
  expect(shelf(out).map(({ item: name }) => name)).toEqual(['a', 'own']);
  expect(existsSync(join(out, 'radio/b.txt'))).toBe(false);
});

test('lets one run at a time write into a channel', async () => {
  const out = freshFolder();
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow: ShelfItem = {
    ...item('a'),
    async make(room) {
      started.resolve();
      await release.promise;
      writeFileSync(join(room, 'a.txt'), 'a');
    },
  };
  const first = stock(out, [slow]);
  await started.promise;
  await expect(stock(out, [item('a')])).rejects.toThrow('Another run is writing');
  release.resolve();
  expect(await first).toMatchObject({ made: 1 });
});
