import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../assets/icons/phosphor');
const outlines = new Map<string, string>();

/**
 * Outline of a Phosphor icon in its filled weight, on a square of 256 units: board and pages show the same.
 * @throws when `assets/icons/phosphor/` has no icon of that name
 */
export function iconOutline(name: string): string {
  const kept = outlines.get(name);
  if (kept !== undefined) return kept;
  const file = join(folder, `${name}.svg`);
  if (!existsSync(file)) {
    throw new Error(`Expected an icon of \`assets/icons/phosphor/\` for \`icon\`, got "${name}"`);
  }
  const [, outline = ''] = /<path d="([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? [];
  outlines.set(name, outline);
  return outline;
}
