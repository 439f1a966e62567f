import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { createSegment } from '../../../../messaging/platform/spool/segment-reader.ts';
import { openSpool, type Spool } from '../../../../messaging/platform/spool/spool.ts';
import { folderForTest } from '../../../folders.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest('spool-');
});

async function readAll(spool: Spool, limit = 1000): Promise<{ id: bigint; text: string }[]> {
  const all: { id: bigint; text: string }[] = [];
  for (;;) {
    const batch = await spool.next(limit);
    if (batch.records.length === 0) return all;
    all.push(...batch.records.map(({ id, payload }) => ({ id, text: payload.toString() })));
    await batch.done();
  }
}

function segmentFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spool'))
    .map((name) => join(folder, name));
}

test('records come out in order, each with an id of its own, over several segments', async () => {
  const spool = await openSpool({ folder, segmentBytes: 4096 });
  const texts = Array.from(
    { length: 1000 },
    (_, index) => `record ${index} ${'x'.repeat(index % 90)}`,
  );
  for (let start = 0; start < texts.length; start += 100) {
    const stored = texts.slice(start, start + 100).map((text) => spool.append(Buffer.from(text)));
    expect(new Set(await Promise.all(stored))).toEqual(new Set([true]));
  }
  const read = await readAll(spool, 77);
  expect(read.map(({ text }) => text)).toEqual(texts);
  expect(new Set(read.map(({ id }) => id)).size).toBe(texts.length);
  expect(read.every(({ id }) => id >= 0n && id < 2n ** 63n)).toBe(true);
  await spool.close();
  expect(segmentFiles()).toEqual([]);
});

test('what was not taken is there after a restart, under the same ids', async () => {
  const first = await openSpool({ folder });
  await Promise.all(['a', 'b', 'c'].map((text) => first.append(Buffer.from(text))));
  const seen = (await first.next(10)).records.map(({ id }) => id);
  await first.close();
  const second = await openSpool({ folder });
  await second.append(Buffer.from('d'));
  const read = await readAll(second);
  expect(read.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
  expect(read.slice(0, 3).map(({ id }) => id)).toEqual(seen);
  await second.close();
});

test('what waits for a restart takes no more room than it needs', async () => {
  const spool = await openSpool({ folder });
  for (let count = 0; count < 10; count += 1) await spool.append(Buffer.from('a scan'));
  await spool.close();
  expect(segmentFiles().map((file) => statSync(file).size)).toEqual([findPlace(10)]);
});

test('a batch that was not taken comes again', async () => {
  const spool = await openSpool({ folder });
  await spool.append(Buffer.from('once'));
  const first = await spool.next(10);
  const again = await spool.next(10);
  expect(again.records.map(({ id }) => id)).toEqual(first.records.map(({ id }) => id));
  await again.done();
  expect((await spool.next(10)).records).toEqual([]);
  await spool.close();
});

/** Place of a record in a segment whose records have 16 bytes, after a head of 16. */
const findPlace = (index: number) => 16 + 16 * index;

test.each<[string, (bytes: Buffer) => Buffer, number]>([
  ['a torn tail', (bytes) => bytes.subarray(0, findPlace(9) + 5), 9],
  ['rubbish after the tail', (bytes) => Buffer.concat([bytes, Buffer.alloc(480, 0xa5)]), 10],
  [
    'a wrong byte in one record',
    (bytes) => bytes.fill(0xff, findPlace(4) + 9, findPlace(4) + 10),
    9,
  ],
  ['a wrong length in one record', (bytes) => bytes.fill(0x70, findPlace(4), findPlace(4) + 2), 9],
  ['a torn head', (bytes) => bytes.fill(0, 0, 16), 10],
])('%s loses nothing but itself', async (_label, damage, left) => {
  const spool = await openSpool({ folder, segmentBytes: 4096 });
  for (let index = 0; index < 10; index += 1) await spool.append(Buffer.from(`record ${index}`));
  await spool.close();
  const [file] = segmentFiles();
  if (file === undefined) throw new Error('Expected a segment');
  writeFileSync(file, damage(readFileSync(file)));
  const again = await openSpool({ folder });
  expect(await readAll(again)).toHaveLength(left);
  await again.close();
  expect(segmentFiles()).toEqual([]);
});

test('files of others in the folder are left alone', async () => {
  writeFileSync(join(folder, 'notes.spool'), 'mine');
  const spool = await openSpool({ folder });
  expect(await readAll(spool)).toEqual([]);
  await spool.close();
  expect(readFileSync(join(folder, 'notes.spool'), 'utf8')).toBe('mine');
});

test('a second process on one spool is refused', async () => {
  const spool = await openSpool({ folder });
  const program = `import { openSpool } from ${JSON.stringify(join(import.meta.dirname, '../../../../messaging/platform/spool/spool.ts'))};
await openSpool({ folder: ${JSON.stringify(folder)} }).then(() => console.log('opened'), (error) => console.log(error.message));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect((await run()).stdout).toContain('Expected one process for the spool');
  await spool.close();
  expect((await run()).stdout).toContain('opened');
});

test('a second opener in the same process is refused too, and takes nothing from the first', async () => {
  const first = await openSpool({ folder });
  await first.append(Buffer.from('mine'));
  await expect(openSpool({ folder })).rejects.toThrow('Expected one process for the spool');
  expect((await readAll(first)).map(({ text }) => text)).toEqual(['mine']);
  await first.close();
});

test('nothing is written over or after what a failed write left', async () => {
  let failing = false;
  const spool = await openSpool({
    folder,
    segmentBytes: 4096,
    async create(...given) {
      const segment = await createSegment(...given);
      const { handle } = segment;
      const write = handle.write.bind(handle) as (
        bytes: Buffer,
        offset: number,
        length: number,
        position: number,
      ) => ReturnType<typeof handle.write>;
      handle.write = (async (bytes: Buffer, offset: number, length: number, position: number) =>
        write(bytes, offset, failing ? length - 3 : length, position)) as typeof handle.write;
      return segment;
    },
  });
  expect(await spool.append(Buffer.from('before'))).toBe(true);
  failing = true;
  expect(await spool.append(Buffer.from('torn off'))).toBe(false);
  failing = false;
  const [torn] = segmentFiles();
  if (torn === undefined) throw new Error('Expected a segment');
  const left = readFileSync(torn);
  expect(left.includes('torn')).toBe(true);
  await expect.poll(() => spool.append(Buffer.from('after')), { interval: 100 }).toBe(true);
  expect(readFileSync(torn)).toEqual(left);
  expect(segmentFiles()).toHaveLength(2);
  expect((await readAll(spool)).map(({ text }) => text)).toEqual(['before', 'after']);
  // Sealed: once taken, it does not stay on the disk.
  expect(segmentFiles()).not.toContain(torn);
  await spool.close();
});

test('records of no bytes or too many are refused', async () => {
  const spool = await openSpool({ folder });
  expect(() => spool.append(Buffer.alloc(0))).toThrow('Expected 1 to 65536 bytes');
  expect(() => spool.append(Buffer.alloc(65_537))).toThrow('Expected 1 to 65536 bytes');
  await spool.close();
});

test('while the disk takes nothing, records are turned down at once and counted', async () => {
  const troubles: Error[] = [];
  const gone = join(folder, 'gone');
  const spool = await openSpool({ folder: gone, onTrouble: (error) => troubles.push(error) });
  rmSync(gone, { recursive: true });
  expect(await spool.append(Buffer.from('lost'))).toBe(false);
  expect(await spool.append(Buffer.from('lost too'))).toBe(false);
  expect(spool.counts()).toMatchObject({ dropped: 2, stored: 0 });
  expect(troubles).toHaveLength(1);
  mkdirSync(gone);
  await expect.poll(() => spool.append(Buffer.from('kept')), { interval: 100 }).toBe(true);
  expect((await readAll(spool)).map(({ text }) => text)).toEqual(['kept']);
  await spool.close();
});
