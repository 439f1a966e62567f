import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { folderForTest } from '../../folders.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest('lock-');
});

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
