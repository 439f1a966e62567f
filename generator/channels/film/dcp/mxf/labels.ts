import { label } from './values.ts';

/** OP-Atom, one track of one source (ST 390). */
export const opAtom = label('060e2b34040101020d01020110000000');
/** Generic container, several kinds of essence (ST 379): accompanies the specific one in ST 429-3 files. */
export const multipleWrappings = label('060e2b34040101030d010301027f0100');

export const partitionKeys = {
  header: label('060e2b34020501010d01020101020400'),
  body: label('060e2b34020501010d01020101030400'),
  footer: label('060e2b34020501010d01020101040400'),
} as const;

export const primerKey = label('060e2b34020501010d01020101050100');
export const randomIndexKey = label('060e2b34020501010d01020101110100');
export const indexSegmentKey = label('060e2b34025301010d01020101100100');

/** Keys of the header metadata's sets (ST 377-1, Annex A and B; ST 422; ST 377-4). */
export const setKeys = {
  preface: set('2f'),
  identification: set('30'),
  contentStorage: set('18'),
  essenceContainerData: set('23'),
  materialPackage: set('36'),
  sourcePackage: set('37'),
  track: set('3b'),
  sequence: set('0f'),
  timecodeComponent: set('14'),
  sourceClip: set('11'),
  rgbaDescriptor: set('29'),
  jpeg2000SubDescriptor: set('5a'),
  waveAudioDescriptor: set('48'),
  audioChannelLabel: set('6b'),
  soundfieldGroupLabel: set('6c'),
} as const;

function set(which: string): Buffer {
  return label(`060e2b34025301010d0101010101${which}00`);
}

export const dataDefinitions = {
  picture: label('060e2b34040101010103020201000000'),
  sound: label('060e2b34040101010103020202000000'),
  timecode: label('060e2b34040101010103020101000000'),
} as const;

/** Frame-wrapped JPEG 2000 (ST 422) and wave audio (ST 382). */
export const containers = {
  picture: label('060e2b34040101070d010301020c0100'),
  sound: label('060e2b34040101010d01030102060100'),
} as const;

/** Keys of the essence elements: the one element of its kind in the file (ST 379). */
export const essenceKeys = {
  picture: label('060e2b34010201010d01030115010801'),
  sound: label('060e2b34010201010d01030116010101'),
} as const;

/** JPEG 2000 coded by the 2K D-cinema profile (ST 429-4). */
export const jpeg2000Cinema2k = label('060e2b34040101090401020203010103');

/** Channel assignment "configuration 4, Wild Track Format" of ST 429-2, Annex A: the MCA labels say what is where. */
export const wildTrackFormat = label('060e2b340401010b0402021003010400');

/** Labels of ST 428-12 for channels and the 5.1 soundfield. */
export const audioLabels = {
  L: label('060e2b340401010d0302010100000000'),
  R: label('060e2b340401010d0302010200000000'),
  C: label('060e2b340401010d0302010300000000'),
  LFE: label('060e2b340401010d0302010400000000'),
  Ls: label('060e2b340401010d0302010500000000'),
  Rs: label('060e2b340401010d0302010600000000'),
  soundfield51: label('060e2b340401010d0302020100000000'),
} as const;
