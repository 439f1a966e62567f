import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writevSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { syncPath, syncPathSync } from './sync-fs.ts';

let count = 0;

/** Another name for every write, so that two of one file at once do not write into each other, of threads neither. */
function toPartialPath(path: string): string {
  count += 1;
  return `${path}.${process.pid}-${threadId}-${count}.partial`;
}

/** Writes a file whole or not at all: a reader meanwhile, or after a power cut, finds the old or the new one. */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode = 0o644,
): Promise<void> {
  const partial = toPartialPath(path);
  try {
    const file = await open(partial, 'w', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    // So that the new one is there when this is over, and not the old one still.
    await syncPath(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Writes a text whole or not at all, and only where it says something new, so that its time tells when it changed. */
export function writeWholeText(path: string, text: string, mode = 0o644): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeThenRename(toPartialPath(path), path, [Buffer.from(text)], { sync: true, mode });
  syncPathSync(dirname(path));
}

/** Writes the parts of one file one behind the other, whole or not at all, without waiting for the disk. */
export function writeWholeParts(path: string, parts: readonly Uint8Array[]): void {
  writeThenRename(toPartialPath(path), path, parts);
}

/** As `writeWholeParts`, below a folder. */
export type WriteParts = (path: string, parts: readonly Uint8Array[]) => void;

/**
 * Writes many files below a folder, each first into the folder of unfinished ones, on the same disk, so that a kill
 * leaves no half file where somebody looks. Parts go out in one writev without being joined. It is for files that can
 * be made again and whose length is known elsewhere: it does not wait for the disk. With an fsync each of a kit's some
 * 20,000 files took 0.5 ms instead of 0.1 to 0.3 on a fast disk, and a slow one takes several.
 * @param name of the writer: its own folder, since threads that make files in one wait for each other, which took
 * 1.6 s instead of 0.9 for 1,654 files by two threads
 */
export function createFileWriter(folder: string, unfinished: string, name: string): WriteParts {
  const partials = join(folder, unfinished, name);
  mkdirSync(partials, { recursive: true });
  const made = new Set<string>();
  return (path, parts) => {
    const target = join(folder, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    writeThenRename(toPartialPath(join(partials, 'file')), target, parts);
  };
}

function writeThenRename(
  partial: string,
  path: string,
  parts: readonly Uint8Array[],
  { sync = false, mode = 0o644 } = {},
): void {
  try {
    writeAll(partial, parts, { sync, mode });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function writeAll(
  file: string,
  parts: readonly Uint8Array[],
  { sync, mode }: { sync: boolean; mode: number },
): void {
  const descriptor = openSync(file, 'w', mode);
  try {
    let left = parts.filter(({ length }) => length > 0);
    while (left.length > 0) {
      let written = writevSync(descriptor, left);
      while (left[0] !== undefined && written >= left[0].length) {
        written -= left[0].length;
        left = left.slice(1);
      }
      if (left[0] !== undefined) left = [left[0].subarray(written), ...left.slice(1)];
    }
    if (sync) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
