import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { muktaPath } from '../../campaigns/typesetting/mukta-fs.ts';
import { shortNumber, utf16Hex } from '../../campaigns/typesetting/pdf-text.ts';
import { openShapingFont, type ShapedGlyph } from '../../campaigns/typesetting/shaping.ts';

/** A font as a PDF embeds it. HarfBuzz joins the letters: a PDF reader itself knows nothing of Devanagari. */
export interface PdfFont {
  name: string;
  bytes: Buffer;
  /** The same as it is embedded, deflated. */
  packed: Buffer;
  ascent: number;
  descent: number;
  /** A text that somebody typed, on one line, with a question mark for every sign that the font lacks. */
  writable(text: string): string;
  /** In 1/1000 of the size. */
  widthOf(text: string): number;
  /** Operators that draw the text at the pen's place; it notes what it used. */
  show(text: string, size: number): string;
  /** Glyphs that were used, each with its width and the text that it stands for. */
  used(): ReadonlyMap<number, { width: number; text: string }>;
}

/** Signs that join or part letters and are not drawn. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

const names: Record<400 | 700, string> = { 400: 'Mukta-Regular', 700: 'Mukta-Bold' };

/** Files that never change while the process runs: deflating both takes about as long as all else of a page (22 and 19 ms of processor). */
const files = new Map<400 | 700, Pick<PdfFont, 'bytes' | 'packed'>>();

function fileOf(weight: 400 | 700): Pick<PdfFont, 'bytes' | 'packed'> {
  const known = files.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(muktaPath(weight));
  const file = { bytes, packed: deflateSync(bytes, { level: 9 }) };
  files.set(weight, file);
  return file;
}

/** Opens a weight of Mukta. */
export function openPdfFont(weight: 400 | 700): PdfFont {
  const { bytes, packed } = fileOf(weight);
  const font = openShapingFont(bytes);
  const scale = 1000 / font.unitsPerEm;
  const used = new Map<number, { width: number; text: string }>();

  /** Glyphs in 1/1000 of the size; it notes what each stands for. */
  function shape(text: string): ShapedGlyph[] {
    return font.shape(text).flatMap((run) =>
      run.glyphs.map((placed, index) => {
        const { glyph, cluster, advance, x, y } = placed;
        if (glyph === 0)
          throw new Error(`Expected a sign of the font Mukta, got one it lacks in "${run.text}"`);
        if (!used.has(glyph)) {
          const next = run.glyphs.slice(index + 1).find((after) => after.cluster !== cluster);
          const isFirst = run.glyphs[index - 1]?.cluster !== cluster;
          const characters = isFirst ? run.text.slice(cluster, next?.cluster) : '';
          used.set(glyph, { width: font.advance(glyph) * scale, text: characters });
        }
        return { glyph, cluster, advance: advance * scale, x: x * scale, y: y * scale };
      }),
    );
  }

  return {
    name: names[weight],
    bytes,
    packed,
    ascent: font.ascender * scale,
    descent: font.descender * scale,
    writable: (text) =>
      [...text.replace(/\s+/g, ' ')]
        .map((sign) => (ignorable.test(sign) || font.has(sign.codePointAt(0) ?? 0) ? sign : '?'))
        .join(''),
    widthOf: (text) => shape(text).reduce((sum, { advance }) => sum + advance, 0),
    show(text, size) {
      const parts: string[] = [];
      let rise = 0;
      for (const { glyph, advance, x, y } of shape(text)) {
        if (y !== rise) {
          parts.push(`] TJ ${shortNumber((y * size) / 1000)} Ts [`);
          rise = y;
        }
        const after = advance - x - (used.get(glyph)?.width ?? 0);
        if (x !== 0) parts.push(shortNumber(-x));
        parts.push(`<${glyph.toString(16).padStart(4, '0')}>`);
        if (Math.abs(after) > 0.01) parts.push(shortNumber(-after));
      }
      const reset = rise === 0 ? '' : ' 0 Ts';
      // Whoever copies or hears the text gets the words, not the order of the signs.
      return `/Span << /ActualText <${utf16Hex(text)}> >> BDC [${parts.join(' ')}] TJ${reset} EMC`;
    },
    used: () => used,
  };
}
