import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each<[string, string | Buffer]>([
  ['nothing', ''],
  ['zeros', Buffer.alloc(4096)],
  ['something else', 'not a lock\n'.repeat(20)],
])('a lock file with %s in it is taken by one', (_, content) => {
  const path = join(folder, 'lock');
  writeFileSync(path, content);
  const lock = tryFileLock(path);
  expect(lock).not.toBe(null);
  expect(tryFileLock(path)).toBe(null);
  lock?.release();
  tryFileLock(path)?.release();
});
