import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createFileWriter,
  writeWholeFile,
  writeWholeText,
} from '../../../campaigns/files/whole-file-fs.ts';
import { openFolder } from '../../folders.ts';

const root = openFolder('whole-file-');

test('two writes of one file at once leave one of the two, and nothing else', async () => {
  const file = join(root, 'at-once', 'a.txt');
  createFileWriter(root, '.unfinished', 'test')('at-once/a.txt', []);
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(500_000));
  await Promise.all(texts.map((text) => writeWholeFile(file, text)));
  expect(texts).toContain(readFileSync(file, 'utf8'));
  expect(readdirSync(join(root, 'at-once'))).toEqual(['a.txt']);
});

test('parts stand one behind the other, also more of them than one writev takes', () => {
  const parts = Array.from({ length: 3000 }, (_, n) => Buffer.from(`${n},`));
  createFileWriter(root, '.unfinished', 'test')('deep/below/parts', [new Uint8Array(), ...parts]);
  const text = readFileSync(join(root, 'deep/below/parts'), 'utf8');
  expect(text).toBe(Buffer.concat(parts).toString());
  expect(readdirSync(join(root, '.unfinished', 'test'))).toEqual([]);
});

test('a write that fails leaves nothing behind', async () => {
  const write = createFileWriter(join(root, 'failing'), '.unfinished', 'test');
  write('folder/file', [Buffer.from('x')]);
  expect(() => write('folder', [Buffer.from('x')])).toThrow();
  expect(readdirSync(join(root, 'failing', '.unfinished', 'test'))).toEqual([]);
  await expect(writeWholeFile(join(root, 'failing', 'folder'), 'x')).rejects.toThrow();
  expect(readdirSync(join(root, 'failing')).sort()).toEqual(['.unfinished', 'folder']);
});

test('a text that says nothing new is not written again', () => {
  const file = join(root, 'text');
  writeWholeText(file, 'one');
  const before = statSync(file).ino;
  writeWholeText(file, 'one');
  expect(statSync(file).ino).toBe(before);
  writeWholeText(file, 'two');
  expect(readFileSync(file, 'utf8')).toBe('two');
});
