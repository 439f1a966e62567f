import { makeUuid } from '../uuid.ts';
import type { Descriptors } from './descriptors.ts';
import {
  containers,
  dataDefinitions,
  essenceKeys,
  multipleWrappings,
  opAtom,
  setKeys,
} from './labels.ts';
import { type LocalSet, primer, writeLocalSet } from './local-set.ts';
import { batch, rational, timestamp, u8, u16, u32, u64, umid, utf16, uuid } from './values.ts';

export type Essence = 'picture' | 'sound';

/** Streams of the file: what the index and the body are called by (ST 377-1, 7.1). */
export const streamIds = { body: 1, index: 129 } as const;
export const editRate = 24;
/** The essence's track in both packages; the timecode's is 1. */
const essenceTrack = 2;
/** ST 377-1:2004, which ST 429-3 builds on. */
const version = 0x0102;

const packageNames = {
  picture: 'File Package: SMPTE ST 429-4 frame wrapping of JPEG 2000 codestreams',
  sound: 'File Package: SMPTE ST 382 frame wrapping of wave audio',
} as const;
const trackNames = { picture: 'Picture Track', sound: 'Sound Track' } as const;

const product = {
  company: 'UP COP outreach toolkit',
  name: 'UP COP outreach toolkit',
  version: '1.0.0',
  uid: '7f6c3f0e-5a1b-4f5d-8f3a-2f1d9c9e0b11',
} as const;

export type TrackFacts = {
  /** The track file's id: in the file package's UMID, in the CPL and in the asset map. */
  id: string;
  essence: Essence;
  /** In frames. */
  duration: number;
  /** Of the issue, so that the same film gives the same file. */
  created: Date;
  descriptors: Descriptors;
};

export const essenceContainers = (essence: Essence) =>
  batch([multipleWrappings, containers[essence]]);

/**
 * Primer and sets of a track file: one picture or sound track and a timecode track, in the material and in the file
 * package (ST 377-1, 9; ST 390; ST 429-3). The length does not depend on the duration.
 */
export function headerMetadata(facts: TrackFacts): Buffer {
  const { id, essence, duration, created, descriptors } = facts;
  const setOf = (key: keyof typeof setKeys, part: string, items: LocalSet['items']): LocalSet => {
    const own = makeUuid(id, key, part);
    return { key: setKeys[key], id: own, items: { instanceUid: uuid(own), ...items } };
  };
  const refer = (sets: readonly LocalSet[]) => batch(sets.map((set) => uuid(set.id)));
  const materialId = makeUuid(id, 'material');

  const track = (part: string, kind: Essence | 'timecode', clip: LocalSet) => {
    const sequence = setOf('sequence', part, {
      dataDefinition: dataDefinitions[kind],
      duration: u64(duration),
      structuralComponents: refer([clip]),
    });
    const ofEssence = kind !== 'timecode';
    const own = setOf('track', part, {
      trackId: u32(ofEssence ? essenceTrack : 1),
      // ST 379, 6.3: of the file package's track the last four octets of the essence element's key.
      trackNumber: ofEssence && part.startsWith('file') ? essenceKeys[kind].subarray(12) : u32(0),
      trackName: utf16(ofEssence ? trackNames[kind] : 'Timecode Track'),
      trackSequence: uuid(sequence.id),
      editRate: rational(editRate, 1),
      origin: u64(0),
    });
    return [own, sequence, clip] as const;
  };
  const timecode = (part: string, start: number) =>
    track(
      part,
      'timecode',
      setOf('timecodeComponent', part, {
        dataDefinition: dataDefinitions.timecode,
        duration: u64(duration),
        roundedTimecodeBase: u16(editRate),
        startTimecode: u64(start),
        dropFrame: u8(0),
      }),
    );
  const clip = (part: string, source: { packageId: Buffer; track: number }) =>
    track(
      part,
      essence,
      setOf('sourceClip', part, {
        dataDefinition: dataDefinitions[essence],
        duration: u64(duration),
        startPosition: u64(0),
        sourcePackageId: source.packageId,
        sourceTrackId: u32(source.track),
      }),
    );
  const packaged = (
    key: 'materialPackage' | 'sourcePackage',
    items: LocalSet['items'],
    tracks: readonly (readonly LocalSet[])[],
  ) => [
    setOf(key, '', {
      ...items,
      packageCreated: timestamp(created),
      packageModified: timestamp(created),
      tracks: refer(tracks.flatMap(([own]) => own ?? [])),
    }),
    ...tracks.flat(),
  ];

  const material = packaged(
    'materialPackage',
    { packageUid: umid(materialId), packageName: utf16('AS-DCP Material Package') },
    [
      timecode('material-timecode', 0),
      clip('material-essence', { packageId: umid(id), track: essenceTrack }),
    ],
  );
  const file = packaged(
    'sourcePackage',
    {
      packageUid: umid(id),
      packageName: utf16(packageNames[essence]),
      descriptor: uuid(descriptors.descriptor.id),
    },
    [
      timecode('file-timecode', 3600 * editRate),
      clip('file-essence', { packageId: Buffer.alloc(32), track: 0 }),
    ],
  );
  const identification = setOf('identification', '', {
    thisGenerationUid: uuid(makeUuid(id, 'generation')),
    companyName: utf16(product.company),
    productName: utf16(product.name),
    versionString: utf16(product.version),
    productUid: uuid(product.uid),
    modificationDate: timestamp(created),
  });
  const containerData = setOf('essenceContainerData', '', {
    linkedPackageUid: umid(id),
    indexSid: u32(streamIds.index),
    bodySid: u32(streamIds.body),
  });
  const storage = setOf('contentStorage', '', {
    packages: refer([material[0], file[0]].flatMap((set) => set ?? [])),
    essenceContainerData: refer([containerData]),
  });
  const preface = setOf('preface', '', {
    lastModified: timestamp(created),
    version: u16(version),
    identifications: refer([identification]),
    contentStorage: uuid(storage.id),
    primaryPackage: uuid(file[0]?.id ?? ''),
    operationalPattern: opAtom,
    essenceContainers: essenceContainers(essence),
    dmSchemes: batch([]),
  });
  const { descriptor, subDescriptors } = descriptors;
  const described: LocalSet = {
    ...descriptor,
    items: {
      ...descriptor.items,
      linkedTrackId: u32(essenceTrack),
      sampleRate: rational(editRate, 1),
      containerDuration: u64(duration),
    },
  };
  const sets = [
    preface,
    identification,
    storage,
    containerData,
    ...material,
    ...file,
    described,
    ...subDescriptors,
  ];
  return Buffer.concat([primer(sets), ...sets.map(writeLocalSet)]);
}
