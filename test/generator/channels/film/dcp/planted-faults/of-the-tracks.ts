import { bytes, coded, codestream, type Fault, find, local, partition } from './fault.ts';

const fillKey = '060e2b34010101020301021001000000';
const essenceKey = '060e2b34010201010d01030115010801';
const randomIndexKey = '060e2b34020501010d01020101110100';
const footerKey = '060e2b34020501010d01020101040400';
const bodyAt = 16_384;
/** Where the header partition says how many bytes its header has. */
const headerBytes = 20 + 32;

/** Adds to a number of eight bytes. */
function add(all: Buffer, at: number, more: number): void {
  all.writeBigUInt64BE(all.readBigUInt64BE(at) + BigInt(more), at);
}
function increment(all: Buffer, at: number): void {
  all[at] = (all[at] ?? 0) + 1;
}

const ofTheTrack: Fault[] = [
  bytes('picture', 'mxf.length-form', (all) => all.writeUInt8(0x03, find(all, essenceKey) + 16)),
  bytes('picture', 'mxf.random-index', (all) => increment(all, all.length - 1)),
  bytes('picture', 'mxf.partitions', (all) => {
    all.writeBigUInt64BE(16_385n, find(all, randomIndexKey) + 20 + 12 + 4);
  }),
  bytes('picture', 'mxf.header-bytes', (all) => {
    add(all, headerBytes, find(all, fillKey) - bodyAt);
  }),
  bytes('picture', 'mxf.packets', (all) => add(all, headerBytes, -5)),
  bytes('picture', 'file.readable', (all) => {
    all.writeBigUInt64BE(1n << 40n, find(all, footerKey) + 20 + 40);
  }),
  partition('mxf.partition-kind', '02', 14, '01'),
  partition('mxf.this-partition', '03', 20 + 8, '00000000000000ff'),
  partition('mxf.previous-partition', '04', 20 + 16, '00000000000000ff'),
  partition('mxf.footer-partition', '03', 20 + 24, '00000000000000ff'),
  partition('mxf.body-stream', '03', 20 + 60, '00000007', ['mxf.random-index']),
  partition('mxf.operational-pattern', '03', 20 + 64 + 12, '20'),
  partition('mxf.essence-containers', '03', 20 + 88 + 16 + 14, 'ff'),
  bytes('picture', 'mxf.primer', (all) => all.write('4799', find(all, '4701060e2b34'), 'hex')),
  local('picture', 'mxf.references', ['80010018', '000000010000001000']),
  local('picture', 'mxf.linked-package', ['27010020', '060a2b35']),
  local(
    'picture',
    'mxf.asset-id',
    ['44010020', `060a2b340101010501010f2013000000${'ab'.repeat(16)}`, 1],
    ['mxf.linked-package', 'mxf.source-clip'],
  ),
  local('picture', 'mxf.source-clip', ['11010020', '060a2b35']),
  local('picture', 'mxf.track-number', ['48040004', '15010802', 3]),
  local('picture', 'mxf.data-definition', ['02010010', '060e2b34040101010103020202', 3]),
  local('picture', 'mxf.duration', ['02020008', '0000000000000019']),
  local('picture', 'mxf.container-duration', ['30020008', '0000000000000019']),
  local('picture', 'mxf.sample-rate', ['30010008', '00000019']),
  local('picture', 'mxf.edit-rate', ['4b010008', '00000019']),
  local('picture', 'mxf.descriptor-container', ['30040010', '060e2b34040101070d010301020d']),
  local('picture', 'mxf.index-duration', ['3f0d0008', '0000000000000017'], ['mxf.index']),
  local('picture', 'mxf.index-rate', ['3f0b0008', '00000019']),
  bytes('picture', 'mxf.index', (all) => {
    increment(all, find(all, '3f0a0110') + 12 + 5 * 11 + 10);
  }),
  bytes('picture', 'mxf.essence-key', (all) => all.writeUInt8(0x09, find(all, essenceKey) + 14)),
];

const ofThePicture: Fault[] = [
  coded('picture.codestream', 'ff4fff51', 0, '0000'),
  bytes('picture', 'picture.size', (all) => all.writeUInt32BE(1996, find(all, codestream) + 8), {
    also: [
      ...['picture.tile', 'picture.stored-size', 'picture.sub-descriptor'],
      ...['picture.aspect-ratio', 'playlist.aspect-ratio'],
    ],
  }),
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
  local('picture', 'picture.stored-size', ['32030004', '00000800'], ['metadata.stored-area']),
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
  local(
    'sound',
    'sound.channels',
    ['3d070004', '00000005'],
    [
      'sound.block-align',
      'sound.average-bytes',
      'sound.samples',
      'sound.channel-labels',
      'metadata.sound-configuration',
    ],
  ),
  local('sound', 'sound.block-align', ['3d0a0002', '0010']),
  local('sound', 'sound.average-bytes', ['3d090004', '00000001']),
  local('sound', 'sound.assignment', ['3d320010', '060e2b340401010b040202100301ff00']),
  local(
    'sound',
    'sound.soundfield',
    ['80230008', '0073006700370031'],
    ['sound.label-dictionary', 'metadata.sound-labels'],
  ),
  local('sound', 'sound.channel-labels', ['80250004', '00000002']),
  local('sound', 'sound.label-dictionary', ['80210010', '060e2b340401010d0302010200000000', 1]),
  local('sound', 'sound.label-language', ['80260002', '656e', 2]),
  local('sound', 'sound.soundfield-link', ['80270010', '00000000']),
];

/** In the track files: what both have, the picture's and the sound's own. */
export const faultsOfTheTracks: Fault[] = [...ofTheTrack, ...ofThePicture, ...ofTheSound];
