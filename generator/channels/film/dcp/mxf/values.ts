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
