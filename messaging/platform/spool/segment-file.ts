import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from '../../../campaigns/files/sync-fs.ts';
import { headBytes, writeHead } from './record.ts';

/** A segment that is being written. */
export interface SegmentFile {
  path: string;
  base: bigint;
  handle: FileHandle;
}

/**
 * Makes a segment of zeros at its full size, so that a later write changes no metadata and is durable in one step
 * (O_DSYNC: write and fdatasync in one). The name, the size and the head are durable when this returns.
 */
export async function createSegment(folder: string, bytes: number): Promise<SegmentFile> {
  const base = randomBytes(8).readBigUInt64LE() >> 21n;
  const path = join(folder, `${base.toString(16).padStart(11, '0')}.spool`);
  try {
    const fresh = await open(path, 'wx', 0o600);
    try {
      const zeros = Buffer.alloc(bytes);
      writeHead(base).copy(zeros, 0, 0, headBytes);
      await fresh.writeFile(zeros);
      await fresh.sync();
    } finally {
      await fresh.close();
    }
    await syncPath(folder);
    return { path, base, handle: await open(path, constants.O_WRONLY | constants.O_DSYNC) };
  } catch (error) {
    await unlink(path).catch(() => {});
    throw error;
  }
}
