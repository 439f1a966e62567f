import type { FastifyInstance } from 'fastify';
import { Refusal } from '../process/refusal.ts';

/**
 * Refuses a request whose text PostgreSQL could not keep as it came: NUL, or half of a surrogate pair, which becomes
 * another character on its way into UTF-8, so that the audit log's hash would no longer fit what is kept.
 */
export function refuseIllFormedText(app: FastifyInstance): void {
  app.addHook('preValidation', ({ params, query, body }, _reply, done) => {
    const place =
      illFormedAt(params, 'params') ?? illFormedAt(query, 'query') ?? illFormedAt(body, 'body');
    done(place === null ? undefined : new Refusal('ill-formed-text', { place }));
  });
}

const deepest = 20;

/** Where in a value text is ill-formed, as a path; null when none is. Bytes are not looked into. */
export function illFormedAt(value: unknown, path: string, depth = 0): string | null {
  if (typeof value === 'string') return isWellFormed(value) ? null : path;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  if (depth > deepest) return path;
  for (const [key, entry] of Object.entries(value)) {
    if (!isWellFormed(key)) return path;
    const place = illFormedAt(entry, `${path}.${key}`, depth + 1);
    if (place !== null) return place;
  }
  return null;
}

/** Text without NUL and without half a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
