import { deflateSync } from 'node:zlib';
import { fontBytes, openFamily } from '../../../campaigns/languages/typesetting/font-family-fs.ts';
import { shortNumber, utf16Hex } from '../../../campaigns/languages/typesetting/pdf-text.ts';
import { type Script, scriptRow } from '../../../campaigns/languages/typesetting/scripts.ts';
import type { ShapedGlyph } from '../../../campaigns/languages/typesetting/shaping.ts';

type Weight = 400 | 700;

/** A font file as a PDF embeds it. */
export interface EmbeddedFont {
  /** Its name in the content of a page. */
  resource: string;
  name: string;
  length: number;
  /** The file as it is embedded, deflated. */
  packed: Buffer;
  ascent: number;
  descent: number;
  /** Glyphs that were used, each with its width and the text that it stands for. */
  used: Map<number, { width: number; text: string }>;
}

/**
 * A weight in which text is set, whatever its script: each has its own font file. HarfBuzz joins the letters: a
 * PDF reader itself knows nothing of Devanagari.
 */
export interface PdfFont {
  ascent: number;
  descent: number;
  /** A text on one line, with a question mark for every sign that the font lacks. */
  writable(text: string): string;
  /** In 1/1000 of the size. */
  widthOf(text: string): number;
  /** Operators that choose the font and draw the text at the pen's place; it notes what it used. */
  show(text: string, size: number): string;
  /** The files that were used. */
  files(): EmbeddedFont[];
}

/** Signs that join or part letters and are not drawn. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** Deflating a file takes about as long as all else of a page (22 and 19 ms of processor for the two of Mukta). */
const packed = new Map<string, Buffer>();

function embed(weight: Weight, script: Script, metrics: { ascent: number; descent: number }) {
  const bytes = fontBytes(weight, script);
  const resource = `${script}${weight}`;
  const deflated = packed.get(resource) ?? deflateSync(bytes, { level: 9 });
  packed.set(resource, deflated);
  const name = `${scriptRow(script).family.replaceAll(' ', '')}-${weight === 700 ? 'Bold' : 'Regular'}`;
  return { resource, name, length: bytes.length, packed: deflated, ...metrics, used: new Map() };
}

export function openPdfFont(weight: Weight): PdfFont {
  const family = openFamily(weight);
  const scale = 1000 / family.unitsPerEm;
  const metrics = { ascent: family.ascender * scale, descent: family.descender * scale };
  const files = new Map<Script, EmbeddedFont>();
  const fileFor = (script: Script): EmbeddedFont => {
    const file = files.get(script) ?? embed(weight, script, metrics);
    files.set(script, file);
    return file;
  };

  /** Glyphs in 1/1000 of their font's size, which is a share of the text's, with its file; it notes what each stands for. */
  function shape(text: string): SetRun[] {
    return family.shape(text).map(({ script, font, scale: own, text: words, glyphs }) => {
      const file = fileFor(script);
      const scale = 1000 / font.unitsPerEm;
      const starts = glyphs.map(({ cluster }) => cluster);
      const placed = glyphs.map(({ glyph, cluster, advance, x, y }, index) => {
        if (glyph === 0)
          throw new Error(
            `Expected a sign of the font ${file.name}, got one it lacks in "${words}"`,
          );
        if (!file.used.has(glyph)) {
          // Urdu's clusters go down from left to right.
          const next = Math.min(...starts.filter((start) => start > cluster), words.length);
          const isFirst = glyphs[index - 1]?.cluster !== cluster;
          const characters = isFirst ? words.slice(cluster, next) : '';
          file.used.set(glyph, { width: font.advance(glyph) * scale, text: characters });
        }
        return { glyph, cluster, advance: advance * scale, x: x * scale, y: y * scale };
      });
      return { file, glyphs: placed, share: (own / scale) * (1000 / family.unitsPerEm) };
    });
  }

  return {
    ...metrics,
    writable: (text) =>
      [...text.replace(/[^\S\u00a0]+/g, ' ')]
        .map((sign) => (ignorable.test(sign) || family.has(sign) ? sign : '?'))
        .join(''),
    widthOf: (text) =>
      shape(text).reduce(
        (sum, { glyphs, share }) =>
          glyphs.reduce((width, { advance }) => width + advance * share, sum),
        0,
      ),
    show(text, size) {
      const runs = shape(text).map((run) => showRun(run, size));
      // Copied or read aloud, the text gives the words, not the order of the glyphs.
      return `/Span << /ActualText <${utf16Hex(text)}> >> BDC ${runs.join(' ')} EMC`;
    },
    files: () => [...files.values()],
  };
}

interface SetRun {
  file: EmbeddedFont;
  glyphs: readonly ShapedGlyph[];
  share: number;
}

function showRun({ file, glyphs, share }: SetRun, textSize: number): string {
  const size = textSize * share;
  const parts: string[] = [];
  let rise = 0;
  for (const { glyph, advance, x, y } of glyphs) {
    if (y !== rise) {
      parts.push(`] TJ ${shortNumber((y * size) / 1000)} Ts [`);
      rise = y;
    }
    const after = advance - x - (file.used.get(glyph)?.width ?? 0);
    if (x !== 0) parts.push(shortNumber(-x));
    parts.push(`<${glyph.toString(16).padStart(4, '0')}>`);
    if (Math.abs(after) > 0.01) parts.push(shortNumber(-after));
  }
  const reset = rise === 0 ? '' : ' 0 Ts';
  return `/${file.resource} ${shortNumber(size)} Tf [${parts.join(' ')}] TJ${reset}`;
}
