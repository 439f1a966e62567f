import { makeUuid } from '../uuid.ts';
import { type LocalSet, makeSet, primer, referTo, writeLocalSet } from './local-set.ts';
import {
  type Essence,
  editRate,
  essenceTrack,
  filePackage,
  materialPackage,
  type TrackFacts,
} from './packages.ts';
import {
  batch,
  containers,
  indexSegmentKey,
  klv,
  multipleWrappings,
  opAtom,
  partitionKeys,
  randomIndexKey,
  rational,
  timestamp,
  u8,
  u16,
  u32,
  u64,
  umid,
  utf16,
  uuid,
} from './values.ts';

/** Streams of the file: what the index and the body are called by (ST 377-1, 7.1). */
export const streamIds = { body: 1, index: 129 } as const;
/** ST 377-1:2004, which ST 429-3 builds on. */
const version = 0x0102;

const product = {
  company: 'UP COP outreach toolkit',
  name: 'UP COP outreach toolkit',
  version: '1.0.0',
  uid: '7f6c3f0e-5a1b-4f5d-8f3a-2f1d9c9e0b11',
} as const;

export const essenceContainers = (essence: Essence) =>
  batch([multipleWrappings, containers[essence]]);

/**
 * Primer and sets of a track file: one picture or sound track and a timecode track, in the material and in the file
 * package (ST 377-1, 9; ST 390; ST 429-3). The length does not depend on the duration.
 */
export function headerMetadata(facts: TrackFacts): Buffer {
  const material = materialPackage(facts);
  const file = filePackage(facts);
  const identification = identify(facts);
  const containerData = makeSet([facts.id, 'essenceContainerData', ''], {
    linkedPackageUid: umid(facts.id),
    indexSid: u32(streamIds.index),
    bodySid: u32(streamIds.body),
  });
  const storage = makeSet([facts.id, 'contentStorage', ''], {
    packages: referTo([material[0], file[0]]),
    essenceContainerData: referTo([containerData]),
  });
  const preface = makeSet([facts.id, 'preface', ''], {
    lastModified: timestamp(facts.created),
    version: u16(version),
    identifications: referTo([identification]),
    contentStorage: uuid(storage.id),
    primaryPackage: uuid(file[0].id),
    operationalPattern: opAtom,
    essenceContainers: essenceContainers(facts.essence),
    dmSchemes: batch([]),
  });
  const sets = [
    preface,
    identification,
    storage,
    containerData,
    ...material,
    ...file,
    fileDescriptor(facts),
    ...facts.descriptors.subDescriptors,
  ];
  return Buffer.concat([primer(sets), ...sets.map(writeLocalSet)]);
}

/** Names the program that wrote the file. */
function identify({ id, created }: TrackFacts): LocalSet {
  const items = {
    thisGenerationUid: uuid(makeUuid(id, 'generation')),
    companyName: utf16(product.company),
    productName: utf16(product.name),
    versionString: utf16(product.version),
    productUid: uuid(product.uid),
    modificationDate: timestamp(created),
  };
  return makeSet([id, 'identification', ''], items);
}

/** The essence's descriptor with what only the finished file knows. */
function fileDescriptor({ descriptors, duration }: TrackFacts): LocalSet {
  const { descriptor } = descriptors;
  return {
    ...descriptor,
    items: {
      ...descriptor.items,
      linkedTrackId: u32(essenceTrack),
      sampleRate: rational(editRate, 1),
      containerDuration: u64(duration),
    },
  };
}

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
