import { makeUuid } from '../uuid.ts';
import { batch, klv, label, primerKey, setKeys, u16, uuid } from './values.ts';

/**
 * Properties of the sets: local tag and label (ST 377-1, Annex A and B; RP 210). Tags from 8000 on are given out by
 * this writer, as the standard leaves them to the primer.
 */
const properties = {
  instanceUid: [0x3c0a, '060e2b34010101010101150200000000'],
  // Preface, identification and content storage
  lastModified: [0x3b02, '060e2b34010101020702011002040000'],
  version: [0x3b05, '060e2b34010101020301020105000000'],
  identifications: [0x3b06, '060e2b34010101020601010406040000'],
  contentStorage: [0x3b03, '060e2b34010101020601010402010000'],
  primaryPackage: [0x3b08, '060e2b34010101040601010401080000'],
  operationalPattern: [0x3b09, '060e2b34010101050102020300000000'],
  essenceContainers: [0x3b0a, '060e2b34010101050102021002010000'],
  dmSchemes: [0x3b0b, '060e2b34010101050102021002020000'],
  thisGenerationUid: [0x3c09, '060e2b34010101020520070101000000'],
  companyName: [0x3c01, '060e2b34010101020520070102010000'],
  productName: [0x3c02, '060e2b34010101020520070103010000'],
  versionString: [0x3c04, '060e2b34010101020520070105010000'],
  productUid: [0x3c05, '060e2b34010101020520070107000000'],
  modificationDate: [0x3c06, '060e2b34010101020702011002030000'],
  packages: [0x1901, '060e2b34010101020601010405010000'],
  essenceContainerData: [0x1902, '060e2b34010101020601010405020000'],
  linkedPackageUid: [0x2701, '060e2b34010101020601010601000000'],
  indexSid: [0x3f06, '060e2b34010101040103040500000000'],
  bodySid: [0x3f07, '060e2b34010101040103040400000000'],
  // Packages, tracks, sequences and components
  packageUid: [0x4401, '060e2b34010101010101151000000000'],
  packageName: [0x4402, '060e2b34010101010103030201000000'],
  packageCreated: [0x4405, '060e2b34010101020702011001030000'],
  packageModified: [0x4404, '060e2b34010101020702011002050000'],
  tracks: [0x4403, '060e2b34010101020601010406050000'],
  descriptor: [0x4701, '060e2b34010101020601010402030000'],
  trackId: [0x4801, '060e2b34010101020107010100000000'],
  trackNumber: [0x4804, '060e2b34010101020104010300000000'],
  trackName: [0x4802, '060e2b34010101020107010201000000'],
  trackSequence: [0x4803, '060e2b34010101020601010402040000'],
  editRate: [0x4b01, '060e2b34010101020530040500000000'],
  origin: [0x4b02, '060e2b34010101020702010301030000'],
  dataDefinition: [0x0201, '060e2b34010101020407010000000000'],
  duration: [0x0202, '060e2b34010101020702020101030000'],
  structuralComponents: [0x1001, '060e2b34010101020601010406090000'],
  roundedTimecodeBase: [0x1502, '060e2b34010101020404010102060000'],
  startTimecode: [0x1501, '060e2b34010101020702010301050000'],
  dropFrame: [0x1503, '060e2b34010101010404010105000000'],
  startPosition: [0x1201, '060e2b34010101020702010301040000'],
  sourcePackageId: [0x1101, '060e2b34010101020601010301000000'],
  sourceTrackId: [0x1102, '060e2b34010101020601010302000000'],
  // Descriptors
  subDescriptors: [0x8001, '060e2b34010101090601010406100000'],
  linkedTrackId: [0x3006, '060e2b34010101050601010305000000'],
  sampleRate: [0x3001, '060e2b34010101010406010100000000'],
  containerDuration: [0x3002, '060e2b34010101010406010200000000'],
  essenceContainer: [0x3004, '060e2b34010101020601010401020000'],
  frameLayout: [0x320c, '060e2b34010101010401030104000000'],
  storedWidth: [0x3203, '060e2b34010101010401050202000000'],
  storedHeight: [0x3202, '060e2b34010101010401050201000000'],
  aspectRatio: [0x320e, '060e2b34010101010401010101000000'],
  videoLineMap: [0x320d, '060e2b34010101020401030205000000'],
  pictureEssenceCoding: [0x3201, '060e2b34010101020401060100000000'],
  componentMaxRef: [0x3406, '060e2b3401010105040105030b000000'],
  componentMinRef: [0x3407, '060e2b3401010105040105030c000000'],
  pixelLayout: [0x3401, '060e2b34010101020401050306000000'],
  rsize: [0x8011, '060e2b340101010a0401060301000000'],
  xsize: [0x8012, '060e2b340101010a0401060302000000'],
  ysize: [0x8013, '060e2b340101010a0401060303000000'],
  xOsize: [0x8014, '060e2b340101010a0401060304000000'],
  yOsize: [0x8015, '060e2b340101010a0401060305000000'],
  xTsize: [0x8016, '060e2b340101010a0401060306000000'],
  yTsize: [0x8017, '060e2b340101010a0401060307000000'],
  xTOsize: [0x8018, '060e2b340101010a0401060308000000'],
  yTOsize: [0x8019, '060e2b340101010a0401060309000000'],
  csize: [0x801a, '060e2b340101010a040106030a000000'],
  pictureComponentSizing: [0x801b, '060e2b340101010a040106030b000000'],
  codingStyleDefault: [0x801c, '060e2b340101010a040106030c000000'],
  quantizationDefault: [0x801d, '060e2b340101010a040106030d000000'],
  audioSamplingRate: [0x3d03, '060e2b34010101050402030101010000'],
  locked: [0x3d02, '060e2b34010101040402030104000000'],
  channelCount: [0x3d07, '060e2b34010101050402010104000000'],
  quantizationBits: [0x3d01, '060e2b34010101040402030304000000'],
  blockAlign: [0x3d0a, '060e2b34010101050402030201000000'],
  averageBytesPerSecond: [0x3d09, '060e2b34010101050402030305000000'],
  channelAssignment: [0x3d32, '060e2b34010101070402010105000000'],
  mcaLabelDictionaryId: [0x8021, '060e2b340101010e0103070101000000'],
  mcaLinkId: [0x8022, '060e2b340101010e0103070105000000'],
  mcaTagSymbol: [0x8023, '060e2b340101010e0103070102000000'],
  mcaTagName: [0x8024, '060e2b340101010e0103070103000000'],
  mcaChannelId: [0x8025, '060e2b340101010e0103040a00000000'],
  spokenLanguage: [0x8026, '060e2b340101010d0301010203150000'],
  soundfieldGroupLinkId: [0x8027, '060e2b340101010e0103070106000000'],
  // Index table segment
  indexEditRate: [0x3f0b, '060e2b34010101050530040600000000'],
  indexStartPosition: [0x3f0c, '060e2b340101010507020103010a0000'],
  indexDuration: [0x3f0d, '060e2b34010101050702020101020000'],
  editUnitByteCount: [0x3f05, '060e2b34010101040406020100000000'],
  sliceCount: [0x3f08, '060e2b34010101040404040101000000'],
  deltaEntries: [0x3f09, '060e2b34010101050404040106000000'],
  indexEntries: [0x3f0a, '060e2b34010101050404040205000000'],
} as const satisfies Record<string, readonly [tag: number, label: string]>;

export type Property = keyof typeof properties;

export interface LocalSet {
  key: Buffer;
  /** UUID by which others refer to it. */
  id: string;
  items: Partial<Record<Property, Buffer>>;
}

/** A set whose id follows from the track file's, its kind and, where a file has several of it, the part it is for. */
export function makeSet(
  name: readonly [fileId: string, kind: keyof typeof setKeys, part?: string],
  items: LocalSet['items'],
): LocalSet {
  const id = makeUuid(...(name as readonly string[]));
  return { key: setKeys[name[1]], id, items: { instanceUid: uuid(id), ...items } };
}

/** Strong references to sets. */
export function referTo(sets: readonly LocalSet[]): Buffer {
  return batch(sets.map(({ id }) => uuid(id)));
}

const longestItem = 0xffff;

/** Tag, length of two bytes and value of each property (ST 377-1, 9.3). */
export function writeLocalSet({ key, items }: Pick<LocalSet, 'key' | 'items'>): Buffer {
  const parts = listItems(items).flatMap(([name, value]) => {
    if (value.length > longestItem) {
      throw new Error(`Expected at most ${longestItem} bytes for ${name}, got ${value.length}`);
    }
    return [u16(properties[name][0]), u16(value.length), value];
  });
  return klv(key, ...parts);
}

/** Properties of the index table's segments, which are in the footer; the primer is in the header. */
const indexProperties: readonly Property[] = [
  'indexEditRate',
  'indexStartPosition',
  'indexDuration',
  'editUnitByteCount',
  'sliceCount',
  'deltaEntries',
  'indexEntries',
];

/** The primer: what each tag of the sets and of the index means (ST 377-1, 9.2). */
export function primer(sets: readonly Pick<LocalSet, 'items'>[]): Buffer {
  const names = sets.flatMap(({ items }) => listItems(items).map(([name]) => name));
  const used = new Set([...names, ...indexProperties]);
  const entries = [...used].map((name) => {
    const [tag, meaning] = properties[name];
    return Buffer.concat([u16(tag), label(meaning)]);
  });
  return klv(primerKey, batch(entries));
}

function listItems(items: LocalSet['items']): [Property, Buffer][] {
  return Object.entries(items) as [Property, Buffer][];
}
