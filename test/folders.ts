import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

const make = (prefix: string) => mkdtempSync(join(tmpdir(), prefix));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** A new folder, deleted after the file or the suite that opens it. */
export function openFolder(prefix: string): string {
  const folder = make(prefix);
  afterAll(() => remove(folder));
  return folder;
}

/** A new folder, deleted after the test that asks for it. */
export function folderForTest(prefix: string): string {
  const folder = make(prefix);
  onTestFinished(() => remove(folder));
  return folder;
}
