import { uuidBytes } from '../uuid.ts';

/** Values as ST 377-1, 4.3 writes them: big end first. */
export const u8 = (value: number) => Buffer.from([value]);

export function u16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16BE(value);
  return out;
}

export function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}

export function u64(value: number): Buffer {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(value));
  return out;
}

export const rational = (over: number, under: number) => Buffer.concat([u32(over), u32(under)]);

export const iso7 = (text: string) => Buffer.from(text, 'ascii');

export const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

export const uuid = uuidBytes;

/** An array or batch of items of one length: their number, their length, they themselves. */
export function batch(items: readonly Buffer[], itemBytes = items[0]?.length ?? 16): Buffer {
  return Buffer.concat([u32(items.length), u32(itemBytes), ...items]);
}

/** Year, month, day, hour, minute, second and quarter milliseconds, in UTC. */
export function timestamp(date: Date): Buffer {
  return Buffer.concat([
    u16(date.getUTCFullYear()),
    Buffer.from([
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      date.getUTCHours(),
      date.getUTCMinutes(),
      date.getUTCSeconds(),
      Math.floor(date.getUTCMilliseconds() / 4),
    ]),
  ]);
}

/** Basic UMID whose material number is a UUID (ST 330); ST 429-3 takes the track file's id from there. */
export function umid(id: string): Buffer {
  return Buffer.concat([Buffer.from('060a2b340101010501010f2013000000', 'hex'), uuidBytes(id)]);
}

/** A SMPTE universal label or key, 32 hexadecimal digits (ST 298). */
export function label(hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length !== 16) throw new Error(`Expected 32 digits for a label, got "${hex}"`);
  return bytes;
}

/** Bytes of key and length before a value. */
export const keyLengthBytes = 20;
const longestValue = 0xffffff;

/**
 * Key and length of ST 336. The length is always of four bytes (`83`): D-cinema's readers refuse the short form.
 */
export function keyLength(key: Buffer, length: number): Buffer {
  if (length > longestValue) {
    throw new Error(`Expected at most ${longestValue} bytes in a KLV packet, got ${length}`);
  }
  const out = Buffer.alloc(keyLengthBytes);
  key.copy(out);
  out.writeUInt32BE(0x83000000 + length, 16);
  return out;
}

export function klv(key: Buffer, ...value: readonly Buffer[]): Buffer {
  const length = value.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([keyLength(key, length), ...value]);
}

const fillKey = label('060e2b34010101020301021001000000');

/** A fill item of exactly this many bytes, key and length included (ST 377-1, 6.3.3). */
export function fill(bytes: number): Buffer {
  return klv(fillKey, Buffer.alloc(bytes - keyLengthBytes));
}

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
