import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import { type MuktaWeight, muktaPath } from './mukta-fs.ts';

/** One sign of a shaped text: number in the font, where it stands after the one before, all in 1/1000 of the size. */
interface Placed {
  glyph: number;
  advance: number;
  x: number;
  y: number;
}

/** A font as a PDF embeds it. HarfBuzz joins the letters: a PDF reader itself knows nothing of Devanagari. */
export interface PdfFont {
  name: string;
  bytes: Buffer;
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

/** Opens a weight of Mukta. */
export function openPdfFont(weight: MuktaWeight): PdfFont {
  const bytes = readFileSync(muktaPath(weight));
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const scale = 1000 / face.upem;
  const { ascender, descender } = font.hExtents();
  const used = new Map<number, { width: number; text: string }>();

  function shape(text: string): Placed[] {
    // Devanagari and Latin letters are joined by rules of their own.
    const runs = text.match(/[A-Za-z][^\u0900-\u097F]*|[^A-Za-z]+/g) ?? [];
    return runs.flatMap(shapeRun);
  }

  function shapeRun(text: string): Placed[] {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    const infos = buffer.getGlyphInfosAndPositions();
    return infos.map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }, index) => {
      if (codepoint === 0)
        throw new Error(`Expected a sign of the font Mukta, got one it lacks in "${text}"`);
      const next = infos.slice(index + 1).find((info) => info.cluster !== cluster);
      const isFirst = infos[index - 1]?.cluster !== cluster;
      const width = font.glyphHAdvance(codepoint) * scale;
      if (!used.has(codepoint)) {
        used.set(codepoint, { width, text: isFirst ? text.slice(cluster, next?.cluster) : '' });
      }
      return {
        glyph: codepoint,
        advance: xAdvance * scale,
        x: xOffset * scale,
        y: yOffset * scale,
      };
    });
  }

  return {
    name: `Mukta-${weight.slice(3)}`,
    bytes,
    ascent: ascender * scale,
    descent: descender * scale,
    writable: (text) =>
      [...text.replace(/\s+/g, ' ')]
        .map((sign) =>
          ignorable.test(sign) || font.glyph(sign.codePointAt(0) ?? 0) !== undefined ? sign : '?',
        )
        .join(''),
    widthOf: (text) => shape(text).reduce((sum, { advance }) => sum + advance, 0),
    show(text, size) {
      const parts: string[] = [];
      let rise = 0;
      for (const { glyph, advance, x, y } of shape(text)) {
        if (y !== rise) {
          parts.push(`] TJ ${number((y * size) / 1000)} Ts [`);
          rise = y;
        }
        const after = advance - x - (used.get(glyph)?.width ?? 0);
        if (x !== 0) parts.push(number(-x));
        parts.push(`<${glyph.toString(16).padStart(4, '0')}>`);
        if (Math.abs(after) > 0.01) parts.push(number(-after));
      }
      const reset = rise === 0 ? '' : ' 0 Ts';
      // Whoever copies or hears the text gets the words, not the order of the signs.
      return `/Span << /ActualText <${utf16(text)}> >> BDC [${parts.join(' ')}] TJ${reset} EMC`;
    },
    used: () => used,
  };
}

/** A text as hexadecimal UTF-16 with its byte order mark. */
export function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}

export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
