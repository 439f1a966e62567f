import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileLock, tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { headBytes, payloadLimitBytes, type SpoolRecord, segmentLimitBytes } from './record.ts';
import { createRecordGroups } from './record-groups.ts';
import {
  createSegment,
  findSegments,
  type ReadableSegment,
  readSegment,
} from './segment-reader.ts';
import { createSegmentWriter } from './segment-writer.ts';

/**
 * A write waits for the disk, whatever it stores, and costs as much as the answers to ten scans: where one follows the other,
 * they begin so far apart, and each takes what came meanwhile. Once so many have come, waiting would save nothing more.
 */
const gatherMs = 4;
const enoughRecords = 32;

export interface SpoolOptions {
  folder: string;
  segmentBytes?: number;
  /** Told of trouble with the disk, once a try. */
  onTrouble?: ((error: Error) => void) | undefined;
  /** Makes the files; a test passes its own disk. */
  create?: typeof createSegment | undefined;
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
  readonly folder: string;
  /** Resolves to true once the record is durable, to false when it could not be stored. */
  append(payload: Uint8Array): Promise<boolean>;
  /** Oldest records that were not taken yet, at most `limit`; empty when there are none. */
  next(limit: number): Promise<SpoolBatch>;
  counts(): SpoolCounts;
  close(): Promise<void>;
}

/** Another process, or another opener in this one, has the spool. */
export class SpoolTakenError extends Error {
  override readonly name = 'SpoolTakenError';
}

/** @throws SpoolTakenError when another process has the spool */
export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const { folder, segmentBytes = segmentLimitBytes, create = createSegment } = options;
  await makeFolder(folder);
  const lock = takeLock(folder);
  const counts: SpoolCounts = { stored: 0, dropped: 0, drained: 0, damagedBytes: 0 };
  const segments: ReadableSegment[] = await findSegments(folder);
  const groups = createRecordGroups(segmentBytes - headBytes);
  const writer = createSegmentWriter({
    segmentBytes,
    create: () => create(folder, segmentBytes),
    onSegment: (segment) => void segments.push(segment),
    onTrouble: options.onTrouble,
  });
  let writing: Promise<void> | undefined;
  let goOn = (): void => {};

  async function writeAll(): Promise<void> {
    // Requests of the same turn of the event loop come into the same group.
    await new Promise((resolve) => setImmediate(resolve));
    for (let group = groups.take(); group !== undefined; group = groups.take()) {
      const startedAt = performance.now();
      const stored = await writer.write(group);
      counts[stored ? 'stored' : 'dropped'] += group.payloads.length;
      group.settle(stored);
      if (groups.count() > 0) await gather(startedAt + gatherMs - performance.now());
    }
    writing = undefined;
  }

  function gather(mostMs: number): Promise<void> | undefined {
    if (mostMs <= 0 || groups.count() >= enoughRecords) return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    folder,
    append(payload) {
      refuseBadLength(payload);
      const stored = groups.add(payload);
      if (groups.count() >= enoughRecords) goOn();
      writing ??= writeAll();
      return stored;
    },
    async next(limit) {
      const { records, damagedBytes, reached } = await readSegments(segments, limit);
      return {
        records,
        async done() {
          counts.drained += records.length;
          counts.damagedBytes += damagedBytes;
          for (const [segment, place] of reached) segment.readAt = place;
          await deleteTaken(segments);
        },
      };
    },
    counts: () => ({ ...counts }),
    async close() {
      await writing;
      await writer.seal();
      await deleteTaken(segments);
      await writer.dropSpare();
      lock.release();
    },
  };
}

function takeLock(folder: string): FileLock {
  const lock = tryFileLock(join(folder, 'lock'));
  if (lock === null) {
    throw new SpoolTakenError(`Expected one process for the spool ${folder}, got a second one`);
  }
  return lock;
}

function refuseBadLength({ length }: Uint8Array): void {
  if (length === 0 || length > payloadLimitBytes) {
    throw new RangeError(`Expected 1 to ${payloadLimitBytes} bytes for \`payload\`, got ${length}`);
  }
}

/** Records of the oldest segments, and how far they reach. */
interface SegmentBatch {
  records: SpoolRecord[];
  damagedBytes: number;
  reached: Map<ReadableSegment, number>;
}

/** Reads on where `segments`, the oldest first, were read to. */
async function readSegments(
  segments: readonly ReadableSegment[],
  limit: number,
): Promise<SegmentBatch> {
  const batch: SegmentBatch = { records: [], damagedBytes: 0, reached: new Map() };
  for (const segment of segments) {
    if (batch.records.length >= limit) break;
    const read = await readSegment(segment, limit - batch.records.length);
    batch.records.push(...read.records);
    batch.damagedBytes += read.damagedBytes;
    batch.reached.set(segment, read.next);
  }
  return batch;
}

/** Deletes the segments of which nothing is left to read and to which nothing is added. */
async function deleteTaken(segments: ReadableSegment[]): Promise<void> {
  for (const segment of segments.filter((one) => one.sealed && one.readAt >= one.end)) {
    await unlink(segment.path);
    segments.splice(segments.indexOf(segment), 1);
  }
}
