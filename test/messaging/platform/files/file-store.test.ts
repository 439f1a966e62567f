import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, fileRooms } from '../../../../messaging/platform/files/file-store.ts';
import { type Files, openFiles } from '../../../../messaging/platform/files/open-files.ts';
import { readS3Place } from '../../../../messaging/platform/files/s3-files.ts';
import { openFolder } from '../../../folders.ts';
import { freePort } from '../../fixtures/postgres.ts';
import { startS3, type TestS3 } from '../../fixtures/s3-server.ts';

const dataDir = openFolder('files-');

// One suite for every adapter of the port.
describe.each(['folder', 's3'] as const)('files in a store (%s)', (kind) => {
  let s3: TestS3 | undefined;
  let files: Files;
  let store: FileStore;
  beforeAll(async () => {
    if (kind === 's3') {
      s3 = await startS3();
      Object.assign(process.env, s3.env);
    }
    files = await openFiles({ url: s3?.url, dataDir });
    store = files.room('photos');
  });
  afterAll(async () => {
    files.close();
    await s3?.stop();
  });
  const read = async (name: string) => {
    const found = await store.get(name);
    return found && { ...found, content: await buffer(found.content) };
  };

  test('what is put comes back with its length, and its ETag is another one for another content', async () => {
    const content = randomBytes(300_000);
    expect(await store.put('ab/one.jpg', content)).toBe(true);
    const first = await read('ab/one.jpg');
    expect(first?.content.equals(content)).toBe(true);
    expect(first).toMatchObject({ name: 'ab/one.jpg', bytes: content.length });
    expect(first?.etag).toMatch(/^"[^"]+"$/);
    const { content: _, ...head } = first ?? {};
    expect(await store.head('ab/one.jpg')).toEqual(head);
    await store.put('ab/one.jpg', randomBytes(300_000));
    expect((await store.head('ab/one.jpg'))?.etag).not.toBe(first?.etag);
  });

  test('a part of a file comes alone, with what is known of the whole', async () => {
    await store.put('sound.wav', Buffer.from('0123456789'));
    const part = await store.get('sound.wav', { start: 3, end: 6 });
    expect(part && (await buffer(part.content)).toString()).toBe('3456');
    const { content: _, ...head } = part ?? {};
    expect(head).toEqual(await store.head('sound.wav'));
    expect(await store.get('none.wav', { start: 0, end: 1 })).toBeUndefined();
  });

  test('a file of this machine is stored in constant memory, an empty one too', async () => {
    const path = join(dataDir, 'local');
    for (const content of [randomBytes(5_000_000), Buffer.alloc(0)]) {
      writeFileSync(path, content);
      await store.put('local.bin', { path });
      expect((await read('local.bin'))?.content.equals(content)).toBe(true);
    }
  });

  test('what is not there is said, and deleting it does nothing', async () => {
    expect(await store.get('none.jpg')).toBeUndefined();
    expect(await store.head('none/at/all.jpg')).toBeUndefined();
    await store.delete('none.jpg');
    await store.put('some.jpg', Buffer.from('x'));
    expect(await store.head('some.jpg/below')).toBeUndefined();
    await store.delete('some.jpg');
    expect(await store.get('some.jpg')).toBeUndefined();
  });

  test('one that is there is left alone where only a new one is wanted, also at the same moment', async () => {
    const put = (text: string) => store.put('once.pdf', Buffer.from(text), { onlyNew: true });
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(put));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const first = (await read('once.pdf'))?.content.toString();
    expect(first).toBe('abcd'[outcomes.indexOf(true)]);
    expect(await put('later')).toBe(false);
    expect((await read('once.pdf'))?.content.toString()).toBe(first);
  });

  test('a file that cannot be read here leaves nothing, and what was there stays', async () => {
    await store.put('kept.bin', Buffer.from('old'));
    await expect(store.put('kept.bin', { path: join(dataDir, 'missing') })).rejects.toThrow();
    await expect(store.put('new.bin', { path: join(dataDir, 'missing') })).rejects.toThrow();
    expect((await read('kept.bin'))?.content.toString()).toBe('old');
    expect(await store.head('new.bin')).toBeUndefined();
  });

  test('names are listed by their beginning, in order, and rooms lie apart', async () => {
    const names = ['inbox/क.csv', 'inbox/b c.csv', 'inbox/sub/d.csv', 'inboxes/e.csv'];
    for (const name of names) await store.put(name, Buffer.from(name));
    const listed = await store.list('inbox/');
    const inOrder = ['inbox/b c.csv', 'inbox/sub/d.csv', 'inbox/क.csv'];
    expect(listed.map(({ name }) => name)).toEqual(inOrder);
    expect(listed[0]).toEqual(await store.head('inbox/b c.csv'));
    expect((await store.list('inbox')).length).toBe(4);
    expect(await store.list('nobody/')).toEqual([]);
    expect(await files.room('reports').list('')).toEqual([]);
  });

  test.each(['', '/a', 'a//b', '../a', 'a/../../b', 'a\\b', 'a\0b', `${'x'.repeat(600)}`])(
    'the name %j is refused',
    async (name) => {
      await expect(store.put(name, Buffer.from('x'))).rejects.toThrow('the name of a file');
      await expect(store.get(name)).rejects.toThrow('the name of a file');
    },
  );
});

test('the folder is what it was: each room a folder of the data folder, closed to other users', async () => {
  const files = await openFiles({ dataDir });
  for (const room of fileRooms) await files.room(room).put('x/y.bin', Buffer.from('x'));
  for (const room of fileRooms) {
    const path = join(dataDir, room, 'x', 'y.bin');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(path)).toBe(true);
  }
  expect(readdirSync(join(dataDir, 'reports', 'x'))).toEqual(['y.bin']);
});

test('a store that is away is told within a minute', { timeout: 60_000 }, async () => {
  const port = await freePort();
  const url = `s3://outreach/tests?endpoint=http://127.0.0.1:${port}`;
  const files = await openFiles({ url, dataDir });
  await expect(files.room('photos').get('one.jpg')).rejects.toThrow();
  await expect(files.room('photos').put('one.jpg', Buffer.from('x'))).rejects.toThrow();
  files.close();
});

test('an address says bucket, prefix, endpoint and region, and nothing else', () => {
  expect(readS3Place('s3://b/some/where/?endpoint=http://127.0.0.1:1&region=r')).toEqual({
    bucket: 'b',
    prefix: 'some/where/',
    endpoint: 'http://127.0.0.1:1',
    region: 'r',
  });
  expect(readS3Place('s3://b')).toMatchObject({ prefix: '', region: 'ap-south-1' });
  expect(() => readS3Place('s3://b?secret=x')).toThrow('`FILES_URL`');
});
