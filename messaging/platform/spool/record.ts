import { crc32 } from 'node:zlib';

// A segment file: a head of 16 bytes (magic, base, CRC), then records on 8-byte steps, then zeros to its end.
// A record is length (4), CRC-32 of the payload (4), payload, zeros up to the next step.

const magic = 'UPSP';
export const headBytes = 16;
const recordHeadBytes = 8;
const step = 8;
export const segmentLimitBytes = 8 * 1024 * 1024;
export const payloadLimitBytes = 64 * 1024;
/** 8 MiB in steps of 8 bytes. */
const placeBits = 20n;

export interface SpoolRecord {
  /** Unique among all spools: the segment's random base and the record's place. Below 2^63. */
  id: bigint;
  payload: Buffer;
}

export function recordBytes(payloadBytes: number): number {
  return recordHeadBytes + Math.ceil(payloadBytes / step) * step;
}

/** Writes a record into zeroed bytes and returns the place of the next. */
export function writeRecord(target: Buffer, at: number, payload: Uint8Array): number {
  target.writeUInt32LE(payload.length, at);
  target.writeUInt32LE(crc32(payload), at + 4);
  target.set(payload, at + recordHeadBytes);
  return at + recordBytes(payload.length);
}

/** @param base 43 random bits */
export function writeHead(base: bigint): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write(magic, 0, 'latin1');
  head.writeBigUInt64LE(base, 4);
  head.writeUInt32LE(crc32(head.subarray(0, 12)), 12);
  return head;
}

/** Base of a segment; undefined when its head is torn. */
export function readHead(head: Buffer): bigint | undefined {
  if (head.length < headBytes || head.toString('latin1', 0, 4) !== magic) return undefined;
  if (crc32(head.subarray(0, 12)) !== head.readUInt32LE(12)) return undefined;
  return head.readBigUInt64LE(4);
}

export interface ReadResult {
  records: SpoolRecord[];
  /** Place at which to read on. */
  next: number;
  /** Bytes that are not zero and belong to no whole record. */
  damagedBytes: number;
}

export interface ReadWindow {
  base: bigint;
  /** Place of the window's first byte. */
  offset: number;
  limit: number;
  /** True when nothing comes after the window. */
  last: boolean;
}

/**
 * Reads whole records. A torn or damaged one is stepped over, so that what was written durably after it is still
 * found: ids come from places, and stay the same.
 */
export function readRecords(bytes: Buffer, window: ReadWindow): ReadResult {
  const { base, offset, limit, last } = window;
  const records: SpoolRecord[] = [];
  let at = 0;
  let damagedBytes = 0;
  while (at + recordHeadBytes <= bytes.length && records.length < limit) {
    const length = bytes.readUInt32LE(at);
    const end = at + recordHeadBytes + length;
    const plausible = length > 0 && length <= payloadLimitBytes;
    if (plausible && end > bytes.length && !last) break;
    if (plausible && end <= bytes.length) {
      const payload = bytes.subarray(at + recordHeadBytes, end);
      if (crc32(payload) === bytes.readUInt32LE(at + 4)) {
        records.push({ id: (base << placeBits) | BigInt((offset + at) / step), payload });
        at += recordBytes(length);
        continue;
      }
    }
    if (length !== 0 || bytes.readUInt32LE(at + 4) !== 0) damagedBytes += step;
    at += step;
  }
  const finished = last && at + recordHeadBytes > bytes.length;
  return { records, next: offset + (finished ? bytes.length : at), damagedBytes };
}
