import { phrases } from '../../campaigns/words/preflight-words.ts';
import { LayoutError } from './layout-error.ts';
import { column, type Node, type Style, type TextOptions, text } from './node.ts';
import type { Typeface } from './typeface.ts';

/**
 * Breaks a text at its spaces into lines no wider than `widthMm`.
 * @throws when one word alone is wider
 */
export function breakLines(
  content: string,
  { face, sizeMm, widthMm }: { face: Typeface; sizeMm: number; widthMm: number },
): string[] {
  const width = (line: string) => (face.shape(line).advance * sizeMm) / face.unitsPerEm;
  const lines: string[] = [];
  for (const word of content.split(' ')) {
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
