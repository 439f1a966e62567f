import * as house from '../../../../campaigns/house-colours.ts';
import { openFamily } from '../../../../campaigns/languages/typesetting/font-family-fs.ts';
import { scriptNames, usualScript } from '../../../../campaigns/languages/typesetting/scripts.ts';

export const colours = {
  navy: `#${house.navy}`,
  red: `#${house.red}`,
  marigold: `#${house.marigold}`,
  steel: `#${house.steel}`,
  key: `#${house.key}`,
  quiet: `#${house.quiet}`,
  line: `#${house.hairline}`,
  paper: `#${house.white}`,
} as const;

export interface TextStyle {
  size: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
}

/** Sets text as outlines, so that a picture needs no font and Hindi is joined wherever it is shown. */
export interface Pen {
  text(words: string, x: number, y: number, style: TextStyle): string;
  widthOf(words: string, style: Pick<TextStyle, 'size' | 'bold'>): number;
  /** A text in lines of at most that width. */
  lines(words: string, width: number, style: Pick<TextStyle, 'size' | 'bold'>): string[];
  /** The glyphs that were used, to be put before what uses them. */
  glyphs(): string;
}

const fonts = { regular: openFamily(400), bold: openFamily(700) };

/** @param prefix sets the glyphs of one drawing apart from those of another one on the same page */
export function openPen(prefix: string): Pen {
  const used = new Map<string, string>();

  function set(words: string, bold: boolean) {
    const font = bold ? fonts.bold : fonts.regular;
    let at = 0;
    const placed = font.shape(words).flatMap(({ script, font: part, scale, glyphs }) =>
      glyphs.map(({ glyph, advance, x, y }) => {
        const kind = script === usualScript ? '' : `${scriptNames.indexOf(script)}-`;
        const id = `${prefix}${bold ? 'b' : 'r'}${kind}${glyph}`;
        if (!used.has(id)) used.set(id, outline(part.outline(glyph), scale));
        const placed = { id, x: at + x * scale, y: y * scale };
        at += advance * scale;
        return placed;
      }),
    );
    return { placed, width: at, em: font.unitsPerEm };
  }

  const widthOf: Pen['widthOf'] = (words, { size, bold = false }) => {
    const { width, em } = set(words, bold);
    return (width * size) / em;
  };

  return {
    widthOf,
    text(words, x, y, { size, bold = false, anchor = 'start', fill = colours.key }) {
      const { placed, width, em } = set(words, bold);
      const scale = size / em;
      const shift = anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2;
      const uses = placed
        .filter(({ id }) => used.get(id) !== '')
        .map((glyph) => `<use href="#${glyph.id}" x="${Math.round(glyph.x)}" y="${-glyph.y}"/>`);
      const place = `translate(${short(x - shift * scale)} ${short(y)}) scale(${short(scale, 4)})`;
      return `<g transform="${place}" fill="${fill}">${uses.join('')}</g>`;
    },
    lines(words, width, style) {
      const lines: string[] = [];
      for (const word of words.split(' ')) {
        const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && widthOf(joined, style) <= width) lines[lines.length - 1] = joined;
        else lines.push(word);
      }
      return lines;
    },
    glyphs: () =>
      `<defs>${[...used].map(([id, path]) => (path === '' ? '' : `<path id="${id}" d="${path}"/>`)).join('')}</defs>`,
  };
}

/** A number as short as a drawing needs it. */
export function short(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function outline(
  commands: readonly { type: string; values: readonly number[] }[],
  scale: number,
): string {
  // The font's y points upwards.
  return commands
    .map(
      ({ type, values }) =>
        type + values.map((value, at) => (at % 2 === 0 ? value : -value) * scale).join(' '),
    )
    .join('');
}

/** For a phone and for everything wider. */
export const chartSizes = ['wide', 'narrow'] as const;
export type ChartSize = (typeof chartSizes)[number];

export interface BodyOptions {
  size: ChartSize;
  language: 'hi' | 'en';
  pen: Pen;
}

/** A chart without the heading and the foot that every chart has. */
export interface Body {
  svg: string;
  height: number;
  /** Said to those who do not see it */
  alt: string;
  /** The meaning of each mark, which is drawn 36 by 14 */
  key: { words: string; svg: string }[];
}
