import { makeUuid } from '../uuid.ts';
import { containers, multipleWrappings, opAtom } from './labels.ts';
import { type LocalSet, makeSet, primer, referTo, writeLocalSet } from './local-set.ts';
import {
  type Essence,
  editRate,
  essenceTrack,
  filePackage,
  materialPackage,
  type TrackFacts,
} from './packages.ts';
import { batch, rational, timestamp, u16, u32, u64, umid, utf16, uuid } from './values.ts';

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
