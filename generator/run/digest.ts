import { createHash } from 'node:crypto';

/** A short hash over texts, each kept apart from the next. */
export function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}
