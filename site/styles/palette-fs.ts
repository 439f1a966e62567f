import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadConfig } from '../config.ts';

const file = join(import.meta.dirname, 'palette.css');
const inks = ['navy', 'red', 'marigold', 'paper', 'key', 'mist', 'steel'] as const;
export type InkName = (typeof inks)[number];

/** The colours of `palette.css`, for pictures that are drawn at build. */
export const palette = readPalette();

/** The style sheet of colours, the campaign's own in the place of those that it replaces. */
export function paletteCss(): string {
  const { campaign, published } = loadConfig(process.env);
  const replaced = Object.entries(loadCampaign(campaign, published).inks ?? {});
  return replaced.reduce(
    (css, [name, { screen }]) =>
      css.replace(new RegExp(`--${name}: #[0-9a-f]{6};`), `--${name}: ${screen.toLowerCase()};`),
    readFileSync(file, 'utf8'),
  );
}

function readPalette(): Record<InkName, string> {
  const css = paletteCss();
  const colour = (name: InkName) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
    if (found === undefined)
      throw new Error(`Expected a colour for \`--${name}\` in ${file}, got none`);
    return found;
  };
  return Object.fromEntries(inks.map((name) => [name, colour(name)])) as Record<InkName, string>;
}
