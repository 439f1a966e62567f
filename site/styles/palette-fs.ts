import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const inks = ['navy', 'red', 'marigold', 'paper', 'key', 'mist', 'steel'] as const;
export type InkName = (typeof inks)[number];

/** The colours of `palette.css`, for pictures that are drawn at build. */
export const palette = readPalette();

function readPalette(): Record<InkName, string> {
  const file = join(import.meta.dirname, 'palette.css');
  const css = readFileSync(file, 'utf8');
  const colour = (name: InkName) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
    if (found === undefined)
      throw new Error(`Expected a colour for \`--${name}\` in ${file}, got none`);
    return found;
  };
  return Object.fromEntries(inks.map((name) => [name, colour(name)])) as Record<InkName, string>;
}
