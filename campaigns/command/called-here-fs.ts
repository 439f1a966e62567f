import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A release has no tests. */
export const isClone = existsSync(join(import.meta.dirname, '..', '..', 'test'));

/**
 * A text with its commands as they are called where this process runs. All texts name the program, `up-cop-outreach restore
 * FOLDER`; in a clone npm calls it: `npm run restore -- FOLDER`. The program itself is no script of npm's: npx finds it.
 */
export function asCalledHere(text: string, byNpm = isClone): string {
  if (!byNpm) return text;
  return text
    .replace(
      /up-cop-outreach ([a-z]+(?:-[a-z]+)*)( (?=--|[A-Z]{2}|\/|\[))?/g,
      (_, name: string, takesArguments?: string) =>
        `npm run ${name}${takesArguments === undefined ? '' : ' -- '}`,
    )
    .replace(/up-cop-outreach (?=--help|COMMAND)/g, 'npx $&');
}
