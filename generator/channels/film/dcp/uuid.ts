import { createHash } from 'node:crypto';

/** Name space of the package's ids: any fixed UUID does (RFC 9562, 5.5). */
const nameSpace = Buffer.from('5c1d3a54f0a94c0f9a0b7d6c2b1e8f43', 'hex');

/**
 * A name-based UUID (version 5) of what it is made of, in the form of RFC 4122 that SMPTE ST 429-7, 6.1 asks for: the
 * same film gets the same ids, another film others.
 */
export function makeUuid(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(nameSpace).update(parts.join('\0')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** Its 16 octets. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
