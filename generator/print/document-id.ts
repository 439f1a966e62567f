import { createHash } from 'node:crypto';

/** A UUID made from the content, so that equal files carry equal ids. */
export function documentId(content: readonly string[]): string {
  const hash = createHash('sha256').update(content.join('\n')).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
