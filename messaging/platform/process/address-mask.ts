/** An e-mail address, also with its sign escaped in a URL; npm's `@fastify/static` and `pg@8.23.1` do not count. */
const address =
  /(?<![\p{L}\p{N}._%+-])([.%+-]*[\p{L}\p{N}_])[\p{L}\p{N}._%+-]*?(@|%40)((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu;
/** Cheap: whether a text may hold one at all. */
export const addressLike = /[\p{L}\p{N}._%+-](?:@|%40)[\p{L}\p{N}-]+\./u;

/** A text in which of every e-mail address only the first letter and the host are readable. */
export function maskAddresses(text: string): string {
  return text.replace(address, '$1…$2$3');
}
