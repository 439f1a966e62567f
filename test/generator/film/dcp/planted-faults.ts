import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy, Kind } from './package-fixture.ts';

export type Fault = {
  rule: string;
  /** Where the finding must point; the file that is changed, unless said. */
  at?: Kind;
  plant(copy: Copy): void;
  /** What cannot but be found too. */
  also?: string[];
  /** Lengths and hashes stay as they were. */
  unsealed?: true;
};

const text = (
  kind: Kind,
  rule: string,
  from: string | RegExp,
  to: string,
  more: Partial<Fault> = {},
): Fault => ({ rule, at: kind, plant: (copy) => copy.text(kind, from, to), ...more });

/** Changes the value of a local tag, the nth of its kind, by overwriting its first bytes. */
const local = (
  kind: Kind,
  rule: string,
  [tagAndLength, value, nth = 0]: [tagAndLength: string, value: string, nth?: number],
  more: Partial<Fault> = {},
): Fault => ({
  rule,
  at: kind,
  plant: (copy) =>
    copy.bytes(kind, (bytes) => {
      const mark = Buffer.from(tagAndLength, 'hex');
      let at = -1;
      for (let time = 0; time <= nth; time += 1) at = bytes.indexOf(mark, at + 1);
      if (at < 0) throw new Error(`Expected ${tagAndLength} in ${kind}`);
      bytes.write(value, at + 4, 'hex');
      return undefined;
    }),
  ...more,
});

/** Overwrites bytes behind a mark in the fourth picture's codestream. */
const coded = (
  rule: string,
  mark: string,
  skip: number,
  value: string,
  more: Partial<Fault> = {},
) =>
  ({
    rule,
    at: 'picture',
    plant: (copy) =>
      copy.bytes('picture', (bytes) => {
        let at = -1;
        for (let frame = 0; frame < 4; frame += 1) {
          at = bytes.indexOf(Buffer.from('ff4fff51', 'hex'), at + 1);
        }
        bytes.write(value, bytes.indexOf(Buffer.from(mark, 'hex'), at) + skip, 'hex');
        return undefined;
      }),
    ...more,
  }) satisfies Fault;

/** Overwrites a field of a partition pack. */
const partition = (
  rule: string,
  kind: string,
  field: number,
  value: string,
  more: Partial<Fault> = {},
) =>
  ({
    rule,
    at: 'picture',
    plant: (copy) =>
      copy.bytes('picture', (bytes) => {
        const key = Buffer.from(`060e2b34020501010d01020101${kind}0400`, 'hex');
        bytes.write(value, bytes.indexOf(key) + field, 'hex');
        return undefined;
      }),
    ...more,
  }) satisfies Fault;

const inFolder = (
  rule: string,
  change: (folder: string, copy: Copy) => void,
  more: Partial<Fault> = {},
) => ({ rule, plant: (copy) => change(copy.folder, copy), ...more }) satisfies Fault;

const file = (kind: Kind, copy: Copy) => join(copy.folder, copy.file(kind));
const otherId = 'urn:uuid:00000000-0000-4000-8000-000000000000';

const ofTheFolder: Fault[] = [
  inFolder('package.files', (folder) => rmSync(join(folder, 'VOLINDEX.xml')), { at: 'volume' }),
  inFolder(
    'package.files',
    (folder) => renameSync(join(folder, 'ASSETMAP.xml'), join(folder, 'ASSETMAP')),
    { at: 'map', unsealed: true },
  ),
  inFolder('package.asset-file', (_, copy) => rmSync(file('sound', copy)), { unsealed: true }),
  inFolder('package.foreign-file', (folder) => writeFileSync(join(folder, '.DS_Store'), 'x')),
  inFolder('package.empty-folder', (folder) => mkdirSync(join(folder, 'empty'))),
  inFolder('xml.well-formed', (_, copy) => copy.text('map', '</AssetList>', ''), { at: 'map' }),
];

const ofTheMap: Fault[] = [
  text('map', 'asset-map.name-space', '429-9/2007', '429-9/2006'),
  text('map', 'asset-map.id', /urn:uuid:.{8}/, 'urn:uuid:zzzzzzzz'),
  text('map', 'asset-map.issue-date', 'T00:00:00+00:00', ''),
  text('map', 'asset-map.empty-text', 'Uttar Pradesh Police', ''),
  text('map', 'asset-map.asset-id', /(<Asset>\s*<Id>urn:uuid:.{14})./, '$1f', {
    also: ['packing-list.complete', 'packing-list.asset', 'playlist.asset'],
  }),
  text('map', 'asset-map.length', /<Length>\d+/, '<Length>7', { unsealed: true }),
  text('map', 'asset-map.volume', '<VolumeIndex>1', '<VolumeIndex>2'),
  text('map', 'asset-map.offset', '<Offset>0', '<Offset>1'),
  text('map', 'asset-map.chunks', /<Chunk>[\s\S]*?<\/Chunk>/, '$&$&'),
  text('map', 'asset-map.unique', /<Asset>[\s\S]*?<\/Asset>/, '$&$&'),
  text('map', 'asset-map.packing-list', '<PackingList>true', '<PackingList>false'),
  inFolder(
    'asset-map.path',
    (folder, copy) => {
      const from = copy.file('cpl');
      renameSync(join(folder, from), join(folder, `a ${from}`));
      copy.text('map', from, `a ${from}`);
    },
    { at: 'map', unsealed: true },
  ),
  text('volume', 'volume-index.index', '<Index>1', '<Index>2'),
];

const ofTheList: Fault[] = [
  text('pkl', 'packing-list.name-space', '429-8/2007', '429-8/2006'),
  text('pkl', 'packing-list.map-id', /urn:uuid:.{8}/, 'urn:uuid:00000000'),
  text('pkl', 'packing-list.issue-date', 'T00:00:00+00:00', ''),
  text('pkl', 'packing-list.annotation', '<AnnotationText>UpCop', '<AnnotationText>Other'),
  text('pkl', 'packing-list.size', /<Size>\d+/, '<Size>7', {
    at: 'picture',
    unsealed: true,
    also: ['asset-map.length'],
  }),
  text('pkl', 'packing-list.type', 'application/mxf', 'video/mxf', { at: 'picture' }),
  text('pkl', 'packing-list.unique', /<Asset>[\s\S]*?<\/Asset>/, '$&$&'),
  text('pkl', 'packing-list.asset', /(<Asset>\s*<Id>)[^<]*/, `$1${otherId}`, {
    also: ['packing-list.complete', 'playlist.asset'],
  }),
  inFolder(
    'packing-list.hash',
    (_, copy) =>
      copy.bytes('sound', (bytes) => {
        bytes[60_000] = (bytes[60_000] ?? 0) ^ 1;
        return undefined;
      }),
    { at: 'sound', unsealed: true },
  ),
];

const ofThePlaylist: Fault[] = [
  text('cpl', 'playlist.name-space', '429-7/2006', '429-7/2005'),
  text('cpl', 'playlist.map-id', /urn:uuid:.{8}/, 'urn:uuid:00000000'),
  text('cpl', 'playlist.issue-date', '<IssueDate>2026', '<IssueDate>am 2026', {
    also: ['playlist.name-date'],
  }),
  text('cpl', 'playlist.empty-text', 'Uttar Pradesh Police', ''),
  text('cpl', 'playlist.annotation', '<AnnotationText>UpCop', '<AnnotationText>Other'),
  text('cpl', 'playlist.content-kind', '<ContentKind>psa', '<ContentKind>film', {
    also: ['playlist.name-kind'],
  }),
  text('cpl', 'playlist.content-version', /<LabelText>[^<]*/, '<LabelText>'),
  text('cpl', 'playlist.reels', /<Reel>[\s\S]*?<\/Reel>/, '$&$&'),
  text('cpl', 'playlist.tracks', /MainSound>/g, 'MainSounds>'),
  text('cpl', 'playlist.asset', /(<MainSound>\s*<Id>)[^<]*/, `$1${otherId}`),
  text('cpl', 'playlist.hash', /<Hash>./, '<Hash>!', {
    unsealed: true,
    also: ['packing-list.hash'],
  }),
  text('cpl', 'playlist.cut', '<EntryPoint>0', '<EntryPoint>5'),
  text('cpl', 'playlist.least-duration', /<Duration>24/g, '<Duration>20', {
    also: ['playlist.lfoc'],
  }),
  text('cpl', 'playlist.reel-duration', /(<MainSound>[\s\S]*?<Duration>)24/, '$123'),
  text('cpl', 'playlist.reel-rate', /(<MainSound>[\s\S]*?<EditRate>)24/, '$125', {
    also: ['mxf.sample-rate', 'mxf.edit-rate', 'mxf.index-rate', 'sound.samples'],
  }),
  text('cpl', 'playlist.frame-rate', '<FrameRate>24', '<FrameRate>25'),
  text('cpl', 'playlist.ffoc', '<Offset>1<', '<Offset>0<'),
  text('cpl', 'playlist.lfoc', '<Offset>23<', '<Offset>24<'),
  text('cpl', 'playlist.markers', '<MarkerList>', '<Duration>24</Duration><MarkerList>'),
  text(
    'cpl',
    'playlist.aspect-ratio',
    '<ScreenAspectRatio>1998 1080',
    '<ScreenAspectRatio>185 100',
    { at: 'picture' },
  ),
  text(
    'cpl',
    'playlist.intrinsic-duration',
    /(<MainPicture>[\s\S]*?<IntrinsicDuration>)24/,
    '$125',
    {
      at: 'picture',
      also: ['metadata.duration'],
    },
  ),
  text('cpl', 'metadata.asset', /CompositionMetadataAsset/g, 'Metadata'),
  text('cpl', 'metadata.version', /<meta:VersionNumber[\s\S]*?<\/meta:VersionNumber>/, ''),
  text('cpl', 'metadata.edit-rate', /(CompositionMetadataAsset[\s\S]*?<EditRate>)24/, '$125'),
  text(
    'cpl',
    'metadata.duration',
    /(CompositionMetadataAsset[\s\S]*?<IntrinsicDuration>)24/,
    '$125',
  ),
  text('cpl', 'metadata.profile', 'RDD-52:2020-Bv2.1', 'RDD-52:2020-Bv2.0'),
  text('cpl', 'metadata.stored-area', /(StoredArea>\s*<meta:Width>)1998/, '$12048'),
  text('cpl', 'metadata.active-area', /(ActiveArea>\s*<meta:Width>)1998/, '$11997'),
  text('cpl', 'metadata.sound-configuration', '51/L,R,C,LFE,Ls,Rs', '51/L,R,C,LFE'),
  text('cpl', 'metadata.sound-rate', '48000 1', '96000 1'),
  text('cpl', 'metadata.sound-labels', 'MCATagSymbol>chC<', 'MCATagSymbol>chL<'),
];

const fillKey = Buffer.from('060e2b34010101020301021001000000', 'hex');

const ofTheTrack: Fault[] = [
  inFolder(
    'mxf.length-form',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        bytes[bytes.indexOf(Buffer.from('060e2b34010201010d01030115010801', 'hex')) + 16] = 0x03;
        return undefined;
      }),
    { at: 'picture' },
  ),
  inFolder(
    'mxf.random-index',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) + 1;
        return undefined;
      }),
    { at: 'picture' },
  ),
  inFolder(
    'mxf.partitions',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        const pair =
          bytes.indexOf(Buffer.from('060e2b34020501010d01020101110100', 'hex')) + 20 + 12;
        bytes.writeBigUInt64BE(16_385n, pair + 4);
        return undefined;
      }),
    { at: 'picture' },
  ),
  inFolder(
    'mxf.header-bytes',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        const bodyAt = 16_384;
        const filled = bodyAt - bytes.indexOf(fillKey);
        const field = 20 + 32;
        bytes.writeBigUInt64BE(bytes.readBigUInt64BE(field) - BigInt(filled), field);
        return undefined;
      }),
    { at: 'picture' },
  ),
  inFolder(
    'mxf.packets',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        const field = 20 + 32;
        bytes.writeBigUInt64BE(bytes.readBigUInt64BE(field) - 5n, field);
        return undefined;
      }),
    { at: 'picture' },
  ),
  inFolder(
    'file.readable',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        const footer = bytes.indexOf(Buffer.from('060e2b34020501010d01020101040400', 'hex'));
        bytes.writeBigUInt64BE(1n << 40n, footer + 20 + 40);
        return undefined;
      }),
    { at: 'picture' },
  ),
  partition('mxf.partition-kind', '02', 14, '01'),
  partition('mxf.this-partition', '03', 20 + 8, '00000000000000ff'),
  partition('mxf.previous-partition', '04', 20 + 16, '00000000000000ff'),
  partition('mxf.footer-partition', '03', 20 + 24, '00000000000000ff'),
  partition('mxf.body-stream', '03', 20 + 60, '00000007', { also: ['mxf.random-index'] }),
  partition('mxf.operational-pattern', '03', 20 + 64 + 12, '20'),
  partition('mxf.essence-containers', '03', 20 + 88 + 16 + 14, 'ff'),
  inFolder(
    'mxf.primer',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        bytes.write('4799', bytes.indexOf(Buffer.from('4701060e2b34', 'hex')), 'hex');
        return undefined;
      }),
    { at: 'picture' },
  ),
  local('picture', 'mxf.references', ['80010018', '000000010000001000']),
  local('picture', 'mxf.linked-package', ['27010020', '060a2b35']),
  local(
    'picture',
    'mxf.asset-id',
    ['44010020', `060a2b340101010501010f2013000000${'ab'.repeat(16)}`, 1],
    {
      also: ['mxf.linked-package', 'mxf.source-clip'],
    },
  ),
  local('picture', 'mxf.source-clip', ['11010020', '060a2b35']),
  local('picture', 'mxf.track-number', ['48040004', '15010802', 3]),
  local('picture', 'mxf.data-definition', ['02010010', '060e2b34040101010103020202', 3]),
  local('picture', 'mxf.duration', ['02020008', '0000000000000019']),
  local('picture', 'mxf.container-duration', ['30020008', '0000000000000019']),
  local('picture', 'mxf.sample-rate', ['30010008', '00000019']),
  local('picture', 'mxf.edit-rate', ['4b010008', '00000019']),
  local('picture', 'mxf.descriptor-container', ['30040010', '060e2b34040101070d010301020d']),
  local('picture', 'mxf.index-duration', ['3f0d0008', '0000000000000017'], { also: ['mxf.index'] }),
  local('picture', 'mxf.index-rate', ['3f0b0008', '00000019']),
  inFolder(
    'mxf.index',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        const entries = bytes.indexOf(Buffer.from('3f0a0110', 'hex')) + 12;
        bytes[entries + 5 * 11 + 10] = (bytes[entries + 5 * 11 + 10] ?? 0) + 1;
        return undefined;
      }),
    { at: 'picture' },
  ),
  local('sound', 'mxf.index', ['3f050004', '00008cb5']),
  inFolder(
    'mxf.essence-key',
    (_, copy) =>
      copy.bytes('picture', (bytes) => {
        bytes[bytes.indexOf(Buffer.from('060e2b34010201010d01030115010801', 'hex')) + 14] = 0x09;
        return undefined;
      }),
    { at: 'picture' },
  ),
];

const ofThePicture: Fault[] = [
  coded('picture.codestream', 'ff4fff51', 0, '0000'),
  coded('picture.profile', 'ff51', 4, '0004'),
  coded('picture.components', 'ff51', 40, '09'),
  coded('picture.tile', 'ff51', 22, '00000400'),
  coded('picture.progression', 'ff52', 5, '00'),
  coded('picture.layers', 'ff52', 6, '0002'),
  coded('picture.levels', 'ff52', 9, '06'),
  coded('picture.code-block', 'ff52', 10, '04'),
  coded('picture.transformation', 'ff52', 13, '01'),
  coded('picture.precincts', 'ff52', 15, '77'),
  coded('picture.guard-bits', 'ff5c', 4, '42'),
  coded('picture.tile-lengths', 'ff55', 0, 'ff64'),
  coded('picture.progression-changes', 'ff64', 0, 'ff5f'),
  local('picture', 'picture.stored-size', ['32030004', '00000800'], {
    also: ['metadata.stored-area'],
  }),
  local('picture', 'picture.aspect-ratio', ['320e0008', '00000800']),
  local('picture', 'picture.coding', ['32010010', '060e2b34040101090401020203010104']),
  local('picture', 'picture.range', ['34060004', '000003ff']),
  local('picture', 'picture.sub-descriptor', ['80110002', '0004']),
  local('picture', 'picture.coding-style', ['801c0010', '0100']),
  local('picture', 'picture.quantization', ['801d0021', '42']),
];

const ofTheSound: Fault[] = [
  local('sound', 'sound.rate', ['3d030008', '00017700']),
  local('sound', 'sound.bits', ['3d010004', '00000010']),
  local('sound', 'sound.channels', ['3d070004', '00000005'], {
    also: [
      'sound.block-align',
      'sound.average-bytes',
      'sound.samples',
      'sound.channel-labels',
      'metadata.sound-configuration',
    ],
  }),
  local('sound', 'sound.block-align', ['3d0a0002', '0010']),
  local('sound', 'sound.average-bytes', ['3d090004', '00000001']),
  local('sound', 'sound.assignment', ['3d320010', '060e2b340401010b040202100301ff00']),
  local('sound', 'sound.soundfield', ['80230008', '0073006700370031'], {
    also: ['sound.label-dictionary', 'metadata.sound-labels'],
  }),
  local('sound', 'sound.channel-labels', ['80250004', '00000002']),
  local('sound', 'sound.label-dictionary', ['80210010', '060e2b340401010d0302010200000000', 1]),
  local('sound', 'sound.label-language', ['80260002', '656e', 2]),
  local('sound', 'sound.soundfield-link', ['80270010', '00000000']),
];

export const faults: Fault[] = [
  ...ofTheFolder,
  ...ofTheMap,
  ...ofTheList,
  ...ofThePlaylist,
  ...ofTheTrack,
  ...ofThePicture,
  ...ofTheSound,
];
