import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from './sync-fs.ts';

/** Writes a file whole or not at all: whoever reads it meanwhile, or after a power cut, finds the old or the new one. */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
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
