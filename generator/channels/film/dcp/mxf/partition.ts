import { klv } from './klv.ts';
import { opAtom, partitionKeys, randomIndexKey } from './labels.ts';
import { u16, u32, u64 } from './values.ts';

export interface Partition {
  kind: keyof typeof partitionKeys;
  /** Offsets from the start of the file. */
  at: number;
  previous: number;
  footer: number;
  headerBytes: number;
  indexBytes: number;
  indexSid: number;
  bodySid: number;
  /** A batch of labels. */
  essenceContainers: Buffer;
}

/** A closed and complete partition's pack, version 1.2 (ST 377-1, 7.1; ST 429-3, 6). */
export function partitionPack(partition: Partition): Buffer {
  return klv(
    partitionKeys[partition.kind],
    u16(1),
    u16(2),
    u32(1),
    u64(partition.at),
    u64(partition.previous),
    u64(partition.footer),
    u64(partition.headerBytes),
    u64(partition.indexBytes),
    u32(partition.indexSid),
    // The essence container begins in the first body partition.
    u64(0),
    u32(partition.bodySid),
    opAtom,
    partition.essenceContainers,
  );
}

/** The random index pack at the file's end: stream and offset of each partition, and its own length (ST 377-1, 12). */
export function randomIndexPack(partitions: readonly { bodySid: number; at: number }[]): Buffer {
  const pairs = partitions.map(({ bodySid, at }) => Buffer.concat([u32(bodySid), u64(at)]));
  const length = 20 + pairs.length * 12 + 4;
  return klv(randomIndexKey, ...pairs, u32(length));
}
