import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../process/refusal.ts';

/** Characters of path and query together; ours have some hundred. */
const longestAddress = 2048;
/** RFC 3986: letters that are in a path, and escapes. */
const pathForm = /^\/(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*$/i;
/** Parts that are empty, or name their own folder or the one above. */
const looseParts = /\/(?:\.{0,2}\/|\.{1,2}$)/;
const escapedAscii = /%[0-7][\da-f]/gi;
/** Characters that need no escape, part a path, or would be read a second time. */
const neverEscaped = /[\w.~/\\%\p{Cc}-]/u;

/**
 * Whether a path is written in the one way in which we write it. Other writings of it lead nowhere: a check that reads
 * the path and a program that opens the file could take them for two different things.
 */
export function isCanonicalPath(path: string): boolean {
  if (!pathForm.test(path) || looseParts.test(path)) return false;
  if (!path.includes('%')) return true;
  for (const [escaped] of path.matchAll(escapedAscii)) {
    if (neverEscaped.test(decodeURIComponent(escaped))) return false;
  }
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

type AddressFault = 'not-canonical' | 'too-long';
const faults = new WeakMap<IncomingMessage, AddressFault>();

/**
 * For Fastify's `rewriteUrl`: the address as it came, or `/` in place of one that is refused, so that no route reads
 * that.
 */
export function readAddress(request: IncomingMessage): string {
  const { url = '' } = request;
  const fault = findFault(url);
  if (fault === null) return url;
  faults.set(request, fault);
  return '/';
}

function findFault(url: string): AddressFault | null {
  if (url.length > longestAddress) return 'too-long';
  const [path = ''] = url.split('?', 1);
  return isCanonicalPath(path) ? null : 'not-canonical';
}

/**
 * Answers 404 for a path that is not canonical, 414 for an address that is too long and 400 for a part of the query that is
 * given twice, on every route: of two values one program takes the first, another one the last.
 */
export function refuseAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const fault = faults.get(request.raw);
    if (fault === undefined) done(findRepeated(request.query));
    else if (fault === 'too-long') done(new Refusal('address-too-long'));
    else reply.callNotFound();
  });
}

/** Of a name as it is said in an answer. */
const longestName = 40;

function findRepeated(query: unknown): Refusal | undefined {
  const repeated = Object.entries(query as Record<string, unknown>).find(([, value]) =>
    Array.isArray(value),
  );
  if (repeated === undefined) return undefined;
  const [key, values] = repeated as [string, unknown[]];
  const name = key.slice(0, longestName);
  return new Refusal('wrong-input', {
    place: `query.${name}`,
    found: values.length,
    hi: `पते में ${name} एक ही बार होना चाहिए, ${values.length} बार मिला`,
    en: `Expected ${name} once in the address, got it ${values.length} times`,
  });
}
