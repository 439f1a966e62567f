import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Script, scriptRow } from '../../campaigns/languages/typesetting/scripts.ts';

/** A block of Unicode holds the letters of a script. */
const blockLength = 0x80;
/** Stops and joiners that the scripts share: without them a full stop would fetch the font of Devanagari. */
const shared = 'U+0964-0965, U+200C-200D, U+25CC';
const packaged: Partial<Record<Script, string>> = {
  Devanagari: '@fontsource/mukta/files/mukta-devanagari-400-normal.woff2',
  Gujarati: '@fontsource/mukta-vaani/files/mukta-vaani-gujarati-400-normal.woff2',
};

/** The web font of a script, and the rule that sets its letters in it under Mukta's name; of some `fonts.css` has the rule. */
export function findOwnFont(script: Script): { file: string; face: string } {
  const { font, body } = scriptRow(script);
  const file = fileURLToPath(new URL(`../fonts/${font.package}-400.woff2`, import.meta.url));
  if (!existsSync(file)) return { file: packaged[script] ?? packaged.Devanagari ?? '', face: '' };
  const first = (body.codePointAt(0) ?? 0) & -blockLength;
  const range = [first, first + blockLength - 1]
    .map((code) => code.toString(16).toUpperCase().padStart(4, '0'))
    .join('-');
  const source = `url("../fonts/${font.package}-400.woff2?no-inline") format("woff2")`;
  return {
    file,
    face: `@font-face{font-family:Mukta;font-weight:400;font-display:swap;src:${source};unicode-range:U+${range}, ${shared}}`,
  };
}
