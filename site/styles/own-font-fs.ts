import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Script, scriptRow } from '../../campaigns/languages/typesetting/scripts.ts';

/** A block of Unicode holds the letters of a script. */
const blockLength = 0x80;
/** Stops and joiners that the scripts share: without them a full stop would fetch the font of Devanagari. */
const shared = 'U+0964-0965, U+200C-200D, U+25CC';
/** Of these the packages have the subset, and `fonts.css` the face. */
const packaged: Partial<Record<Script, string>> & { Devanagari: string } = {
  Devanagari: '@fontsource/mukta/files/mukta-devanagari-400-normal.woff2',
  Gujarati: '@fontsource/mukta-vaani/files/mukta-vaani-gujarati-400-normal.woff2',
};

/** The web font of a script, and the style of its own: its face beside Mukta's, the height of its headings' lines. */
export function findOwnFont(script: Script): { file: string; style: string } {
  const { font, headingLine } = scriptRow(script);
  const name = `${font.package}-400.woff2`;
  const file = fileURLToPath(new URL(`../fonts/${name}`, import.meta.url));
  const lines =
    headingLine === undefined
      ? ''
      : `:root{--heading-line:${headingLine}}${writeText(headingLine)}`;
  return existsSync(file)
    ? { file, style: writeFace(script, name) + lines }
    : { file: packaged[script] ?? packaged.Devanagari, style: lines };
}

/** Lines of text are 1.6 em high by `global.css`: where headings need more, text does. */
const writeText = (headingLine: number) =>
  headingLine > 1.6 ? `:root body{line-height:${headingLine}}` : '';

function writeFace(script: Script, name: string): string {
  const first = (scriptRow(script).body.codePointAt(0) ?? 0) & -blockLength;
  const [from, to] = [first, first + blockLength - 1].map((code) =>
    code.toString(16).toUpperCase().padStart(4, '0'),
  );
  return `@font-face{font-family:Mukta;font-weight:400;font-display:swap;src:url("../fonts/${name}?no-inline") format("woff2");unicode-range:U+${from}-${to}, ${shared}}`;
}
