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
