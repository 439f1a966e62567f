import { makeUuid } from '../uuid.ts';
import { streamIds } from './header-metadata.ts';
import { indexSegmentKey } from './labels.ts';
import { type LocalSet, writeLocalSet } from './local-set.ts';
import { editRate } from './packages.ts';
import { batch, rational, u8, u32, u64, uuid } from './values.ts';

/** Entries of eleven bytes that fit the two-byte length of a local set's item. */
const entriesPerSegment = 5000;

/** Every frame can be started from and needs no other (ST 377-1, 11.2.6). */
function entry(offset: number): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0x80]), u64(offset)]);
}

/**
 * Index table of the picture: where in the essence container each frame's KLV packet begins (ST 377-1, 11).
 * @param offsets from the first byte of the essence container
 */
export function variableIndex(fileId: string, offsets: readonly number[]): Buffer {
  const segments: Buffer[] = [];
  for (let start = 0; start < offsets.length; start += entriesPerSegment) {
    const own = offsets.slice(start, start + entriesPerSegment);
    segments.push(
      segment(
        fileId,
        { start, duration: own.length, bytes: 0 },
        {
          deltaEntries: batch([Buffer.alloc(6)]),
          indexEntries: batch(own.map(entry)),
        },
      ),
    );
  }
  return Buffer.concat(segments);
}

/** Index table of the sound: each frame's packet is of the same length. */
export function constantIndex(fileId: string, bytes: number, duration: number): Buffer {
  return segment(fileId, { start: 0, duration, bytes }, {});
}

function segment(
  fileId: string,
  { start, duration, bytes }: { start: number; duration: number; bytes: number },
  items: LocalSet['items'],
): Buffer {
  return writeLocalSet({
    key: indexSegmentKey,
    items: {
      instanceUid: uuid(makeUuid(fileId, 'index', String(start))),
      indexEditRate: rational(editRate, 1),
      indexStartPosition: u64(start),
      indexDuration: u64(duration),
      editUnitByteCount: u32(bytes),
      indexSid: u32(streamIds.index),
      bodySid: u32(streamIds.body),
      sliceCount: u8(0),
      ...items,
    },
  });
}
