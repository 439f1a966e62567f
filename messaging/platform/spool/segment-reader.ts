import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
import { syncPath } from '../../../campaigns/files/sync-fs.ts';
import { headBytes, type ReadResult, readHead, readRecords, writeHead } from './record.ts';

/** A segment as its reader sees it. */
export interface ReadableSegment {
  path: string;
  base: bigint;
  /** Where to read on. */
  readAt: number;
  /** End of what is durable. */
  end: number;
  sealed: boolean;
}

const segmentName = /^([0-9a-f]{11})\.spool$/;

/** Whether a name is one that a segment has; anything else in the folder is somebody else's and stays. */
export function isSegmentName(name: string): boolean {
  return segmentName.test(name);
}

/** Segments that earlier runs left, the oldest first. */
export async function findSegments(folder: string): Promise<ReadableSegment[]> {
  const found: (ReadableSegment & { changedMs: number })[] = [];
  for (const name of listFiles(folder)) {
    const hex = segmentName.exec(name)?.[1];
    if (hex === undefined) continue;
    const path = join(folder, name);
    const { head, size, mtimeMs } = await readStart(path);
    // The name says the base once more, in case the head is damaged.
    const base = readHead(head) ?? BigInt(`0x${hex}`);
    found.push({ path, base, readAt: headBytes, end: size, sealed: true, changedMs: mtimeMs });
  }
  return found.sort((a, b) => a.changedMs - b.changedMs);
}

async function readStart(path: string): Promise<{ head: Buffer; size: number; mtimeMs: number }> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    await handle.read(head, 0, headBytes, 0);
    const { size, mtimeMs } = await handle.stat();
    return { head, size, mtimeMs };
  } finally {
    await handle.close();
  }
}

/** Bytes read at once; more than the longest record has. */
const windowBytes = 128 * 1024;

export async function readSegment(
  { path, base, readAt, end }: ReadableSegment,
  limit: number,
): Promise<ReadResult> {
  const read: ReadResult = { records: [], next: readAt, damagedBytes: 0 };
  if (readAt >= end) return read;
  const handle = await open(path, 'r');
  try {
    while (read.next < end && read.records.length < limit) {
      const length = Math.min(windowBytes, end - read.next);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, read.next);
      const last = read.next + bytesRead >= end || bytesRead === 0;
      const part = readRecords(buffer.subarray(0, bytesRead), {
        base,
        offset: read.next,
        limit: limit - read.records.length,
        last,
      });
      read.records.push(...part.records);
      read.damagedBytes += part.damagedBytes;
      read.next = bytesRead === 0 ? end : part.next;
    }
    return read;
  } finally {
    await handle.close();
  }
}

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
