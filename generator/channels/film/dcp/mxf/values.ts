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
