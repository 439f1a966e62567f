import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../../messaging/process/clock.ts';
import { openDaySalt } from '../../../messaging/scans/day-salt.ts';
import { scanPaths } from '../fixtures/service.ts';
import { createTestServer } from '../fixtures/test-server.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'salts-'));
  folder = join(root, 'salts');
});
afterEach(() => rmSync(root, { recursive: true }));

/** No file can be made in it, by root neither. */
function takeDiskAway(path = folder): void {
  rmSync(path, { recursive: true });
  writeFileSync(path, 'not a folder');
}

function giveDiskBack(): void {
  rmSync(folder);
  mkdirSync(folder);
}

test('a disk that takes nothing at midnight costs no scan: the salt lives in memory', () => {
  const troubles: Error[] = [];
  const salts = openDaySalt(folder, { onTrouble: (error) => troubles.push(error) });
  const yesterday = Buffer.from(salts.of('2019-04-12'));
  takeDiskAway();
  const today = salts.of('2019-04-13');
  expect(today).toHaveLength(32);
  expect(today).not.toEqual(yesterday);
  expect(salts.of('2019-04-13')).toBe(today);
  expect(troubles).toHaveLength(1);
});

test('the salt goes to the file when the disk takes it, and stays the same', () => {
  const salts = openDaySalt(folder, { retryMs: 0 });
  salts.of('2019-04-12');
  takeDiskAway();
  const inMemory = Buffer.from(salts.of('2019-04-13'));
  giveDiskBack();
  expect(salts.of('2019-04-13')).toEqual(inMemory);
  expect(readFileSync(join(folder, 'salt-2019-04-13'))).toEqual(inMemory);
  expect(openDaySalt(folder).of('2019-04-13')).toEqual(inMemory);
});

test('a salt in memory does not outlive its day', () => {
  const salts = openDaySalt(folder, { retryMs: 0 });
  salts.of('2019-04-12');
  takeDiskAway();
  const held = salts.of('2019-04-13');
  const copy = Buffer.from(held);
  expect(salts.of('2019-04-14')).not.toEqual(copy);
  expect(held).toEqual(Buffer.alloc(32));
});

test('a file that was cut off by a power cut is no salt', () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'salt-2019-04-13'), '');
  expect(openDaySalt(folder).of('2019-04-13')).toHaveLength(32);
});

test('what lies on the disk of other days is reported while it cannot be destroyed', () => {
  const salts = openDaySalt(folder);
  salts.of('2019-04-12');
  takeDiskAway();
  expect(() => salts.destroyOthers('2019-04-13')).toThrow();
});

test('printed codes are answered over a midnight without a disk', async () => {
  let day = '2019-04-12';
  const clock = { ...createClock(), today: () => day };
  const server = await createTestServer({ clock });
  onTestFinished(() => server.close());
  const [path = ''] = scanPaths(1);
  expect((await server.app.inject(path)).statusCode).toBe(302);
  expect(readdirSync(join(server.folder, 'salts'))).toEqual(['salt-2019-04-12']);
  takeDiskAway(join(server.folder, 'salts'));
  day = '2019-04-13';
  expect((await server.app.inject(path)).statusCode).toBe(302);
});
