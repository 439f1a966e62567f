// What the reader looks for in a track file. Labels are given without their version octet, the eighth, which a reader
// ignores (ST 298): fourteen digits, then sixteen.

/** Kinds of sets by the octet that tells them apart (ST 377-1, Annexes A and B; ST 422; ST 377-4). */
const sets: Record<string, string> = {
  '2f': 'Preface',
  '30': 'Identification',
  '18': 'ContentStorage',
  '23': 'EssenceContainerData',
  '36': 'MaterialPackage',
  '37': 'SourcePackage',
  '3b': 'Track',
  '0f': 'Sequence',
  '14': 'TimecodeComponent',
  '11': 'SourceClip',
  '29': 'RGBAEssenceDescriptor',
  '5a': 'JPEG2000PictureSubDescriptor',
  '48': 'WaveAudioDescriptor',
  '6b': 'AudioChannelLabelSubDescriptor',
  '6c': 'SoundfieldGroupLabelSubDescriptor',
};

/** Name of a set by its key; undefined for what is no set of the header metadata. */
export function setName(key: string): string | undefined {
  const kind = /^060e2b34025301..0d0101010101(..)00$/.exec(key)?.[1];
  return kind === undefined ? undefined : (sets[kind] ?? `set ${kind}`);
}

const properties: Record<string, string> = {
  '0101150200000000': 'InstanceUID',
  '0702011002040000': 'LastModifiedDate',
  '0601010402010000': 'ContentStorage',
  '0601010406040000': 'Identifications',
  '0601010401080000': 'PrimaryPackage',
  '0102020300000000': 'OperationalPattern',
  '0102021002010000': 'EssenceContainers',
  '0601010405010000': 'Packages',
  '0601010405020000': 'EssenceContainerData',
  '0601010601000000': 'LinkedPackageUID',
  '0103040500000000': 'IndexSID',
  '0103040400000000': 'BodySID',
  '0101151000000000': 'PackageUID',
  '0601010406050000': 'Tracks',
  '0601010402030000': 'Descriptor',
  '0107010100000000': 'TrackID',
  '0104010300000000': 'TrackNumber',
  '0601010402040000': 'Sequence',
  '0530040500000000': 'EditRate',
  '0407010000000000': 'DataDefinition',
  '0702020101030000': 'Duration',
  '0601010406090000': 'StructuralComponents',
  '0601010301000000': 'SourcePackageID',
  '0601010302000000': 'SourceTrackID',
  '0601010406100000': 'SubDescriptors',
  '0601010305000000': 'LinkedTrackID',
  '0406010100000000': 'SampleRate',
  '0406010200000000': 'ContainerDuration',
  '0601010401020000': 'EssenceContainer',
  '0401050202000000': 'StoredWidth',
  '0401050201000000': 'StoredHeight',
  '0401010101000000': 'AspectRatio',
  '0401060100000000': 'PictureEssenceCoding',
  '040105030b000000': 'ComponentMaxRef',
  '040105030c000000': 'ComponentMinRef',
  '0401060301000000': 'Rsize',
  '0401060302000000': 'Xsize',
  '0401060303000000': 'Ysize',
  '040106030a000000': 'Csize',
  '040106030c000000': 'CodingStyleDefault',
  '040106030d000000': 'QuantizationDefault',
  '0402030101010000': 'AudioSamplingRate',
  '0402010104000000': 'ChannelCount',
  '0402030304000000': 'QuantizationBits',
  '0402030201000000': 'BlockAlign',
  '0402030305000000': 'AvgBps',
  '0402010105000000': 'ChannelAssignment',
  '0103070101000000': 'MCALabelDictionaryID',
  '0103070105000000': 'MCALinkID',
  '0103070102000000': 'MCATagSymbol',
  '0103040a00000000': 'MCAChannelID',
  '0301010203150000': 'RFC5646SpokenLanguage',
  '0103070106000000': 'SoundfieldGroupLinkID',
  '0530040600000000': 'IndexEditRate',
  '07020103010a0000': 'IndexStartPosition',
  '0702020101020000': 'IndexDuration',
  '0406020100000000': 'EditUnitByteCount',
  '0404040205000000': 'IndexEntryArray',
};

/** Local tags that an index table may use without a primer (ST 377-1, 11.2.2). */
export const indexTags: readonly [tag: number, name: string][] = [
  [0x3c0a, 'InstanceUID'],
  [0x3f05, 'EditUnitByteCount'],
  [0x3f06, 'IndexSID'],
  [0x3f07, 'BodySID'],
  [0x3f08, 'SliceCount'],
  [0x3f09, 'DeltaEntryArray'],
  [0x3f0a, 'IndexEntryArray'],
  [0x3f0b, 'IndexEditRate'],
  [0x3f0c, 'IndexStartPosition'],
  [0x3f0d, 'IndexDuration'],
  [0x3f0e, 'PosTableCount'],
];

/** Name of a property by its label; undefined for one that no rule asks for. */
export function propertyName(label: string): string | undefined {
  return label.startsWith('060e2b34010101') ? properties[label.slice(16)] : undefined;
}

/** Keys of partitions by what they say of themselves: kind and status (ST 377-1, 7.1). */
export function partitionName(key: string): string | undefined {
  const [, kind = '', status = ''] =
    /^060e2b34020501..0d01020101(0[234])(0[1-4])00$/.exec(key) ?? [];
  if (kind === '') return undefined;
  const named = { '02': 'header', '03': 'body', '04': 'footer' }[kind];
  const said = { '01': 'open incomplete', '02': 'closed incomplete', '03': 'open complete' }[
    status
  ];
  return `${said ?? 'closed complete'} ${named}`;
}

/** Whether a key or label is that one, its version aside. */
export function isLabel(found: string, wanted: string): boolean {
  return found.slice(0, 14) === wanted.slice(0, 14) && found.slice(16) === wanted.slice(16);
}

export const keys = {
  primer: '060e2b34020501010d01020101050100',
  indexSegment: '060e2b34025301010d01020101100100',
  randomIndex: '060e2b34020501010d01020101110100',
  fill: '060e2b34010101020301021001000000',
  pictureElement: '060e2b34010201010d01030115010801',
  soundElement: '060e2b34010201010d01030116010101',
} as const;

export const labels = {
  opAtom: '060e2b34040101020d01020110000000',
  pictureContainer: '060e2b34040101070d010301020c0100',
  soundContainer: '060e2b34040101010d01030102060100',
  pictureDefinition: '060e2b34040101010103020201000000',
  soundDefinition: '060e2b34040101010103020202000000',
  cinema2k: '060e2b34040101090401020203010103',
  wildTrackFormat: '060e2b340401010b0402021003010400',
  mcaAssignment: '060e2b340401010d0402021003020000',
} as const;
