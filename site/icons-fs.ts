import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const assets = dirname(
  createRequire(import.meta.url).resolve('@phosphor-icons/core/assets/fill/x-fill.svg'),
);
const outlines = new Map<string, string>();

/**
 * Outline of a Phosphor icon in its fill weight, on a square of 256 units: what the board shows as well.
 * @throws when Phosphor has no icon of that name
 */
export function iconOutline(name: string): string {
  const kept = outlines.get(name);
  if (kept !== undefined) return kept;
  const file = join(assets, `${name}-fill.svg`);
  if (!existsSync(file)) {
    throw new Error(
      `Expected the name of a Phosphor icon without its weight for \`icon\`, got "${name}"`,
    );
  }
  const paths = [...readFileSync(file, 'utf8').matchAll(/<path d="([^"]+)"/g)].map(
    (match) => match[1],
  );
  const outline = paths.join('');
  outlines.set(name, outline);
  return outline;
}
