import type { IncomingHttpHeaders } from 'node:http';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Origins whose pages may change something: that of the public address, and on a machine of one's own both
 * names of it.
 */
export function ownOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const origins = [url.origin];
  for (const [name, other] of [
    ['localhost', '127.0.0.1'],
    ['127.0.0.1', 'localhost'],
  ] as const) {
    if (url.hostname === name) origins.push(url.origin.replace(name, other));
  }
  return origins;
}

/**
 * Whether a request that changes something was sent by another site's page (cross-site request forgery).
 * Browsers name the origin of every such request and a page cannot alter it; a request with neither origin
 * nor cookie is no browser's, such as a gateway's callback.
 */
export function isForeign(
  request: { method: string; headers: IncomingHttpHeaders },
  origins: readonly string[],
): boolean {
  if (readingMethods.has(request.method)) return false;
  const { origin, cookie, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined) return !origins.includes(origin);
  if (site !== undefined && site !== 'same-origin') return true;
  return cookie !== undefined;
}
