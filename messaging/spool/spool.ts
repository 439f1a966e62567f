import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { makeFolder } from '../../campaigns/files/sync-fs.ts';
import {
  headBytes,
  payloadLimitBytes,
  recordBytes,
  type SpoolRecord,
  segmentLimitBytes,
  writeRecord,
} from './record.ts';
import { createSegment, type SegmentFile } from './segment-file.ts';
import { findSegments, type ReadableSegment, readSegment } from './segment-reader.ts';

export interface SpoolOptions {
  folder: string;
  segmentBytes?: number;
  /** Told of trouble with the disk, once a try. */
  onTrouble?: (error: Error) => void;
}

/** Counts since the spool was opened. */
interface SpoolCounts {
  stored: number;
  /** Not stored, since the disk was full or failed. */
  dropped: number;
  drained: number;
  damagedBytes: number;
}

interface SpoolBatch {
  records: SpoolRecord[];
  /** Marks the batch as taken: its segments may be deleted. */
  done(): Promise<void>;
}

/**
 * An append-only file queue that outlives a kill. Records that arrive while a write is under way are stored together
 * by the next one; after a kill every record may be read again, so that the reader has to know ids that it has.
 */
export interface Spool {
  /** Resolves to true once the record is durable, to false when it could not be stored. */
  append(payload: Uint8Array): Promise<boolean>;
  /** Oldest records that were not taken yet, at most `limit`; empty when there are none. */
  next(limit: number): Promise<SpoolBatch>;
  counts(): SpoolCounts;
  close(): Promise<void>;
}

/** After a failed write the disk is left alone for this long. */
const retryMs = 1000;

interface Group {
  payloads: Uint8Array[];
  bytes: number;
  stored: Promise<boolean>;
  settle: (stored: boolean) => void;
}

/** @throws when another process has the spool */
export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const { folder, segmentBytes = segmentLimitBytes } = options;
  await makeFolder(folder);
  const lock = tryFileLock(join(folder, 'lock'));
  if (lock === null) {
    throw new Error(`Expected one process for the spool ${folder}, got a second one`);
  }
  const counts: SpoolCounts = { stored: 0, dropped: 0, drained: 0, damagedBytes: 0 };
  const segments: ReadableSegment[] = await findSegments(folder);
  let active: { file: SegmentFile; readable: ReadableSegment } | undefined;
  let spare: Promise<SegmentFile> | undefined;
  let gathering: Group | undefined;
  const waiting: Group[] = [];
  let writing: Promise<void> | undefined;
  let retryAt = 0;
  const groupLimit = segmentBytes - headBytes;

  function append(payload: Uint8Array): Promise<boolean> {
    if (payload.length === 0 || payload.length > payloadLimitBytes) {
      throw new RangeError(
        `Expected 1 to ${payloadLimitBytes} bytes for \`payload\`, got ${payload.length}`,
      );
    }
    // A group fits a segment; what does not fit this one waits for the next.
    if (gathering === undefined || gathering.bytes + recordBytes(payload.length) > groupLimit) {
      if (gathering !== undefined) waiting.push(gathering);
      gathering = newGroup();
    }
    gathering.payloads.push(payload);
    gathering.bytes += recordBytes(payload.length);
    writing ??= writeAll();
    return gathering.stored;
  }

  async function writeAll(): Promise<void> {
    // Requests of the same turn of the event loop come into the same group.
    await new Promise((resolve) => setImmediate(resolve));
    for (let group = takeGroup(); group !== undefined; group = takeGroup()) {
      const stored = await writeGroup(group);
      if (stored) counts.stored += group.payloads.length;
      else counts.dropped += group.payloads.length;
      group.settle(stored);
    }
    writing = undefined;
  }

  function takeGroup(): Group | undefined {
    const first = waiting.shift();
    if (first !== undefined) return first;
    const group = gathering;
    gathering = undefined;
    return group;
  }

  async function writeGroup(group: Group): Promise<boolean> {
    if (performance.now() < retryAt) return false;
    try {
      const { file, readable } = await roomFor(group.bytes);
      const bytes = Buffer.alloc(group.bytes);
      let at = 0;
      for (const payload of group.payloads) at = writeRecord(bytes, at, payload);
      const { bytesWritten } = await file.handle.write(bytes, 0, bytes.length, readable.end);
      if (bytesWritten !== bytes.length) throw new Error('The disk took only a part of a write');
      readable.end += bytes.length;
      if (readable.end > segmentBytes / 2) prepareSpare();
      return true;
    } catch (error) {
      retryAt = performance.now() + retryMs;
      options.onTrouble?.(error as Error);
      // Part of the group may be on the disk: nothing may be written over or after it.
      await seal().catch(() => {});
      return false;
    }
  }

  async function roomFor(bytes: number): Promise<NonNullable<typeof active>> {
    if (active !== undefined && active.readable.end + bytes <= segmentBytes) return active;
    await seal();
    const file = await (spare ?? createSegment(folder, segmentBytes)).finally(() => {
      spare = undefined;
    });
    const { path, base } = file;
    const readable = { path, base, readAt: headBytes, end: headBytes, sealed: false };
    segments.push(readable);
    active = { file, readable };
    return active;
  }

  /** Zeros for the next segment are written ahead, so that no request waits for them. */
  function prepareSpare(): void {
    if (spare !== undefined) return;
    spare = createSegment(folder, segmentBytes);
    spare.catch(() => {});
  }

  async function seal(): Promise<void> {
    if (active === undefined) return;
    const { file, readable } = active;
    active = undefined;
    readable.sealed = true;
    await file.handle.close();
  }

  async function next(limit: number): Promise<SpoolBatch> {
    const records: SpoolRecord[] = [];
    const reached = new Map<ReadableSegment, number>();
    let damagedBytes = 0;
    for (const segment of segments) {
      if (records.length >= limit) break;
      const read = await readSegment(segment, limit - records.length);
      records.push(...read.records);
      damagedBytes += read.damagedBytes;
      reached.set(segment, read.next);
    }
    return {
      records,
      async done() {
        counts.drained += records.length;
        counts.damagedBytes += damagedBytes;
        for (const [segment, place] of reached) segment.readAt = place;
        await deleteTaken();
      },
    };
  }

  async function deleteTaken(): Promise<void> {
    for (const segment of segments.filter((one) => one.sealed && one.readAt >= one.end)) {
      await unlink(segment.path);
      segments.splice(segments.indexOf(segment), 1);
    }
  }

  return {
    append,
    next,
    counts: () => ({ ...counts }),
    async close() {
      await writing;
      await seal();
      await deleteTaken();
      await spare?.then(
        async ({ handle, path }) => {
          await handle.close();
          await unlink(path);
        },
        () => {},
      );
      lock.release();
    },
  };
}

function newGroup(): Group {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  return { payloads: [], bytes: 0, stored: promise, settle: resolve };
}
