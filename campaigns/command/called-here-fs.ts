import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A release has no tests. */
export const isClone = existsSync(join(import.meta.dirname, '..', '..', 'test'));

/**
 * A text with its commands as they are called where this process runs. All texts name the program, `up-cop-outreach restore
 * FOLDER`; in a clone npm calls it: `npm run restore -- FOLDER`.
 */
export function asCalledHere(text: string, byNpm = isClone): string {
  if (!byNpm) return text;
  const takesArguments = /up-cop-outreach ([a-z]+(?:-[a-z]+)*)(?= (?:--|[A-Z]{2}))/g;
  return text
    .replace(takesArguments, 'npm run $1 --')
    .replace(/up-cop-outreach ([a-z]+(?:-[a-z]+)*)/g, 'npm run $1');
}
