import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder below the output for files that are not whole yet; on the same disk, so that a rename is atomic. */
export const unfinishedFolder = '.unfinished';

/** Writes files whole or not at all: into the unfinished folder first, then by rename. */
export function createWriter(
  out: string,
  name: string,
): (path: string, parts: Uint8Array[]) => void {
  const folder = join(out, unfinishedFolder);
  mkdirSync(folder, { recursive: true });
  const made = new Set<string>();
  let count = 0;
  return (path, parts) => {
    count += 1;
    const temporary = join(folder, `${name}-${count}`);
    const target = join(out, path);
    try {
      writeAll(temporary, parts);
      if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
      made.add(dirname(target));
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  };
}

function writeAll(file: string, parts: Uint8Array[]): void {
  const descriptor = openSync(file, 'w');
  try {
    let left = parts;
    while (left.length > 0) {
      let written = writevSync(descriptor, left);
      while (left[0] !== undefined && written >= left[0].length) {
        written -= left[0].length;
        left = left.slice(1);
      }
      if (left[0] !== undefined) left = [left[0].subarray(written), ...left.slice(1)];
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a text whole or not at all, and only where it says something new. */
export function writeTextWhole(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
