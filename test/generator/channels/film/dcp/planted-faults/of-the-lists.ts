import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, type Fault, file, inFolder, otherId, text } from './fault.ts';

const ofTheFolder: Fault[] = [
  inFolder('package.files', (folder) => rmSync(join(folder, 'VOLINDEX.xml')), { at: 'volume' }),
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
    also: [
      ...['asset-map.file-id', 'packing-list.complete'],
      ...['packing-list.asset', 'playlist.asset'],
    ],
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
  inFolder(
    'asset-map.file-id',
    (folder, copy) => {
      const from = copy.file('sound');
      const to = from.replace(/.(?=\.mxf)/, (digit) => (digit === '0' ? '1' : '0'));
      renameSync(join(folder, from), join(folder, to));
      copy.text('map', from, to);
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
  bytes('sound', 'packing-list.hash', (all) => all.writeUInt8((all[60_000] ?? 0) ^ 1, 60_000), {
    unsealed: true,
  }),
];

/** A name that both lists have. */
const named = (rule: string, from: RegExp, to: string): Fault =>
  inFolder(rule, (_, copy) => {
    for (const kind of ['cpl', 'pkl'] as const) copy.text(kind, from, to);
  });

const ofThePlaylist: Fault[] = [
  named('playlist.name', /UpCop_PSA/g, 'UpCopUpCopUpCopX_PSA'),
  named('playlist.name-kind', /PSA-1/g, 'ADV-1'),
  named('playlist.name-date', /_20261125_/g, '_20261124_'),
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
  text('pkl', 'playlist.one', 'text/xml', 'application/xml', { also: ['packing-list.type'] }),
  text('cpl', 'picture.edit-rate', /Rate>24 1/g, 'Rate>26 1', {
    at: 'picture',
    also: [
      ...['playlist.least-duration', 'sound.samples'],
      ...['mxf.sample-rate', 'mxf.edit-rate', 'mxf.index-rate'],
      ...['mxf.sample-rate', 'mxf.edit-rate', 'mxf.index-rate'],
    ],
  }),
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

/** In the folder, in the asset map, in the packing list and in the playlist. */
export const faultsOfTheLists: Fault[] = [
  ...ofTheFolder,
  ...ofTheMap,
  ...ofTheList,
  ...ofThePlaylist,
];
