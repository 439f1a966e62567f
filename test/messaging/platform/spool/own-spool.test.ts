import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnSpool, openOwnSpool } from '../../../../messaging/platform/spool/own-spool.ts';
import type { SpoolRecord } from '../../../../messaging/platform/spool/record.ts';
import { folderForTest } from '../../../folders.ts';

let folder: string;
let base: string;
let opened: OwnSpool[];
beforeEach(() => {
  folder = folderForTest('own-spool-');
  base = join(folder, 'scans');
  opened = [];
});
afterEach(async () => {
  for (const each of opened) await each.close();
});

/** A store that remembers its records. */
function keeper() {
  const stored: SpoolRecord[] = [];
  return {
    texts: () => stored.map(({ payload }) => payload.toString()).sort(),
    ids: () => new Set(stored.map(({ id }) => id)),
    store: async (records: SpoolRecord[]) =>
      void stored.push(...records.map((one) => ({ ...one, payload: Buffer.from(one.payload) }))),
  };
}

type Store = (records: SpoolRecord[]) => Promise<void>;
async function open(store: Store, onTrouble?: (error: Error) => void): Promise<OwnSpool> {
  const told = onTrouble && { onTrouble };
  const own = await openOwnSpool({ base, store, pauseMs: 20, adoptEveryMs: 50, ...told });
  opened.push(own);
  return own;
}

test('processes that share a folder have one each, and none takes what another has', async () => {
  const one = keeper();
  const other = keeper();
  const first = await open(one.store);
  const second = await open(other.store);
  const texts = (name: string) => Array.from({ length: 50 }, (_, index) => `${name} ${index}`);
  await Promise.all(texts('a').map((text) => first.spool.append(Buffer.from(text))));
  await Promise.all(texts('b').map((text) => second.spool.append(Buffer.from(text))));
  await expect.poll(one.texts).toEqual(texts('a').sort());
  await expect.poll(other.texts).toEqual(texts('b').sort());
  expect(readdirSync(folder).sort()).toEqual(['scans', 'scans-2']);
});

test('what a killed process has left is stored by another, once', async () => {
  const never = keeper();
  const holding = await open(never.store);
  // Its database is away, so that all of it stays.
  const program = `import { openOwnSpool } from ${JSON.stringify(join(import.meta.dirname, '../../../../messaging/platform/spool/own-spool.ts'))};
const { spool } = await openOwnSpool({ base: ${JSON.stringify(base)}, store: () => Promise.reject(new Error('away')) });
await Promise.all(Array.from({ length: 300 }, (_, n) => spool.append(Buffer.from('left ' + n))));
console.log('stored');
setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const one = keeper();
  const other = keeper();
  const both = [await open(one.store), await open(other.store)];
  expect([...one.texts(), ...other.texts()]).toEqual([]);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const all = () => [...never.texts(), ...one.texts(), ...other.texts()].sort();
  await expect.poll(all).toEqual(Array.from({ length: 300 }, (_, n) => `left ${n}`).sort());
  for (const each of [holding, ...both]) await each.close();
  opened = [];
  expect(all()).toHaveLength(300);
  const left = readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)));
  expect(left.filter((name) => name.endsWith('.spool'))).toEqual([]);
});

const segment = '0123456789a.spool';
test.each<[string, (inside: string) => void]>([
  ['a folder .spool', (inside) => mkdirSync(join(inside, '.spool'))],
  ['a file .spool', (inside) => writeFileSync(join(inside, '.spool'), 'x')],
  ['a folder that is called as a segment', (inside) => mkdirSync(join(inside, segment))],
  ['a link to nowhere', (inside) => symlinkSync('nowhere', join(inside, segment))],
  ['a file of somebody else', (inside) => writeFileSync(join(inside, segment), 'not ours')],
])('%s in its folders stops nothing, and is left there', async (_, leave) => {
  for (const each of [base, `${base}-2`]) {
    mkdirSync(each);
    leave(each);
  }
  const now = keeper();
  const { spool } = await open(now.store);
  expect(await spool.append(Buffer.from('stored'))).toBe(true);
  await expect.poll(now.texts).toEqual(['stored']);
});

test.each<[string, () => void]>([
  ['a file in its place', () => writeFileSync(base, 'not a folder')],
  ['a folder that is called as its lock', () => mkdirSync(join(base, 'lock'), { recursive: true })],
])('%s: the next folder is taken, and it is said', async (_, leave) => {
  leave();
  const troubles: Error[] = [];
  const now = keeper();
  const own = await open(now.store, (error) => troubles.push(error));
  expect(await own.spool.append(Buffer.from('stored'))).toBe(true);
  await expect.poll(now.texts).toEqual(['stored']);
  expect(troubles[0]?.message).toContain(`Expected to be able to use the spool ${base}`);
  expect(existsSync(base)).toBe(true);
});

test('a process that starts takes the first folder that nobody has, with what lies in it', async () => {
  const away = () => Promise.reject(new Error('away'));
  const before = await open(away);
  await before.spool.append(Buffer.from('kept'));
  await before.close();
  opened = [];
  const now = keeper();
  await open(now.store);
  await expect.poll(now.texts).toEqual(['kept']);
  expect(readdirSync(folder)).toEqual(['scans']);
});
