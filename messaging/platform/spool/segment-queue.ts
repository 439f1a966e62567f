import { unlink } from 'node:fs/promises';
import type { SpoolRecord } from './record.ts';
import { type ReadableSegment, readSegment } from './segment-reader.ts';

/** Records of the oldest segments, and how far they reach. */
export interface SegmentBatch {
  records: SpoolRecord[];
  damagedBytes: number;
  reached: Map<ReadableSegment, number>;
}

/** Reads on where `segments`, the oldest first, were read to. */
export async function readSegments(
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
export async function deleteTaken(segments: ReadableSegment[]): Promise<void> {
  for (const segment of segments.filter((one) => one.sealed && one.readAt >= one.end)) {
    await unlink(segment.path);
    segments.splice(segments.indexOf(segment), 1);
  }
}
