import { unlink } from 'node:fs/promises';
import { headBytes, writeRecord } from './record.ts';
import type { RecordGroup } from './record-groups.ts';
import type { ReadableSegment, SegmentFile } from './segment-reader.ts';

export interface SegmentWriter {
  /** Returns whether the group is durable. */
  write(group: RecordGroup): Promise<boolean>;
  /** No write follows on the present segment. */
  seal(): Promise<void>;
  /** Deletes the segment that was made ahead. */
  dropSpare(): Promise<void>;
}

export interface SegmentWriterOptions {
  segmentBytes: number;
  create: () => Promise<SegmentFile>;
  /** Told of each segment that is begun. */
  onSegment: (segment: ReadableSegment) => void;
  /** Told of trouble with the disk, once a try. */
  onTrouble?: ((error: Error) => void) | undefined;
}

/** After a failed write the disk is left alone for this long. */
const retryMs = 1000;

/** Writes groups one after the other into segments; the next segment is made ahead. */
export function createSegmentWriter(options: SegmentWriterOptions): SegmentWriter {
  const { segmentBytes, create } = options;
  let active: { file: SegmentFile; readable: ReadableSegment } | undefined;
  let spare: Promise<SegmentFile> | undefined;
  let retryAt = 0;

  async function roomFor(bytes: number): Promise<NonNullable<typeof active>> {
    if (active !== undefined && active.readable.end + bytes <= segmentBytes) return active;
    await seal();
    const file = await (spare ?? create()).finally(() => {
      spare = undefined;
    });
    const { path, base } = file;
    const readable = { path, base, readAt: headBytes, end: headBytes, sealed: false };
    options.onSegment(readable);
    active = { file, readable };
    return active;
  }

  /** Zeros for the next segment are written ahead, so that no request waits for them. */
  function prepareSpare(): void {
    if (spare !== undefined) return;
    spare = create();
    spare.catch(() => {});
  }

  async function seal({ whole = true } = {}): Promise<void> {
    if (active === undefined) return;
    const { file, readable } = active;
    active = undefined;
    readable.sealed = true;
    // Nothing follows: its zeros need no room on the disk while it waits.
    if (whole) await file.handle.truncate(readable.end).catch(() => {});
    await file.handle.close();
  }

  return {
    async write(group) {
      if (performance.now() < retryAt) return false;
      try {
        const { file, readable } = await roomFor(group.bytes);
        const bytes = groupBytes(group);
        const { bytesWritten } = await file.handle.write(bytes, 0, bytes.length, readable.end);
        if (bytesWritten !== bytes.length) throw new Error('The disk took only a part of a write');
        readable.end += bytes.length;
        if (readable.end > segmentBytes / 2) prepareSpare();
        return true;
      } catch (error) {
        retryAt = performance.now() + retryMs;
        options.onTrouble?.(error as Error);
        // Part of the group may be on the disk: nothing may be written over or after it.
        await seal({ whole: false }).catch(() => {});
        return false;
      }
    },
    seal: () => seal(),
    async dropSpare() {
      await spare?.then(
        async ({ handle, path }) => {
          await handle.close();
          await unlink(path);
        },
        () => {},
      );
    },
  };
}

function groupBytes({ payloads, bytes }: RecordGroup): Buffer {
  const buffer = Buffer.alloc(bytes);
  let at = 0;
  for (const payload of payloads) at = writeRecord(buffer, at, payload);
  return buffer;
}
