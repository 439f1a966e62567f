import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import { phrases } from '../../campaigns/words/preflight-words.ts';
import { LayoutError } from './layout-error.ts';
import { column, type Node, type Style, type TextOptions, text } from './node.ts';
import type { Typeface } from './typeface.ts';

/** Names that are spelt letter by letter, and a verb of two parts: one word to a reader. */
const spelt = ['کیو آر کوڈ', 'ایف آئی آر', 'این او سی', 'او ٹی پی', 'کر کے'];

/** The words of a text; what is spelt letter by letter stays together. */
export function splitWords(content: string): string[] {
  const tied = spelt.reduce(
    (text, name) => text.replaceAll(name, name.replaceAll(' ', '\u00a0')),
    content,
  );
  return tied.split(' ').map((word) => word.replaceAll('\u00a0', ' '));
}

/**
 * Breaks a text at its spaces into lines no wider than `widthMm`; the last word of Urdu, which ends at the far edge, takes the
 * one before it along.
 * @throws when one word alone is wider
 */
export function breakLines(
  content: string,
  { face, sizeMm, widthMm }: { face: Typeface; sizeMm: number; widthMm: number },
): string[] {
  const width = (line: string) => (face.shape(line).advance * sizeMm) / face.unitsPerEm;
  const lines: string[] = [];
  const words = splitWords(content);
  for (const word of words) {
    if (width(word) > widthMm) {
      throw new LayoutError(
        `words that fit ${widthMm} mm at ${sizeMm.toFixed(1)} mm`,
        phrases.quoted(word),
      );
    }
    const last = lines.at(-1);
    if (last !== undefined && width(`${last} ${word}`) <= widthMm)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [before = '', last = ''] = words.slice(-2);
  const above = lines.at(-2) ?? '';
  const together = `${before} ${last}`;
  if (isUrdu(content) && lines.at(-1) === last && above.endsWith(` ${before}`))
    if (width(together) <= widthMm)
      lines.splice(-2, 2, above.slice(0, -before.length - 1), together);
  return lines;
}

/** A paragraph as a column of lines. */
export function paragraph(
  content: string,
  options: TextOptions & { widthMm: number; face: Typeface; box?: Style },
): Node {
  const { widthMm, face, box = {}, ...type } = options;
  const lines = breakLines(content, { face, sizeMm: options.sizeMm, widthMm });
  return column(
    { ...box, width: widthMm },
    lines.map((line) => text(line, type)),
  );
}
