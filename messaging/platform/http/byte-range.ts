/** A part of a body, both ends with it; `whole` where none is asked for; `outside` for 416. */
export type ByteRange = { start: number; end: number } | 'whole' | 'outside';

/** Reads a `Range` header (RFC 9110, 14.1.2). Several ranges at once are answered with the whole. */
export function byteRange(header: string | undefined, bytes: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const count = Math.min(bytes, Number(last));
    return count === 0 ? 'outside' : { start: bytes - count, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(bytes - 1, Number(last));
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= bytes ? 'outside' : { start, end };
}
