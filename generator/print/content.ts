import { shortNumber } from '../../campaigns/languages/typesetting/pdf-text.ts';
import { type Ink, inkCmyk } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { type Path, writePath } from '../layout/path.ts';
import type { Run } from '../layout/typeface.ts';
import { darkRuns, type QrCode } from '../qr/qr-code.ts';

/**
 * Writes shapes as PDF content in DeviceCMYK. Neighbours of one part share a marked-content tag (`/name BMC … EMC`),
 * by which a check finds them.
 * @param glyphs drawn by name, the others in place
 */
export function writeContent(shapes: readonly Shape[], glyphs: GlyphForms): string {
  const out: string[] = [];
  let part: string | undefined;
  let ink: Ink | undefined;
  for (const shape of shapes) {
    if (shape.part !== part) {
      if (part !== undefined) out.push('EMC');
      out.push(`/${shape.part} BMC`);
      part = shape.part;
    }
    if (shape.ink !== ink) {
      out.push(fill(shape.ink));
      ink = shape.ink;
    }
    out.push(writeShape(shape, glyphs));
  }
  if (part !== undefined) out.push('EMC');
  return out.join('\n');
}

function writeShape(shape: Shape, forms: GlyphForms): string {
  if (shape.kind === 'outline') return `${writePath(shape.path, 'pdf')}\nf`;
  const body = shape.kind === 'line' ? writeRun(shape.run, forms) : writeModules(shape.qr);
  return `q ${shape.matrix.map(precise).join(' ')} cm\n${body}Q`;
}

/** Glyph after glyph, each from its own origin, as a viewer sets live text. */
function writeRun({ glyphs }: Run, forms: GlyphForms): string {
  let body = '';
  let x = 0;
  let y = 0;
  for (const glyph of glyphs) {
    if (glyph.x !== x || glyph.y !== y) body += `1 0 0 1 ${glyph.x - x} ${glyph.y - y} cm\n`;
    [x, y] = [glyph.x, glyph.y];
    const outline = writePath(glyph.outline, 'pdf');
    const form = forms.get(outline);
    body += form === undefined ? `${outline}\nf\n` : `/${form} Do\n`;
  }
  return body;
}

function writeModules(qr: QrCode): string {
  let body = '';
  for (const { y, from, to } of darkRuns(qr)) body += `${from} ${y} ${to - from} 1 re\n`;
  return `${body}f\n`;
}

function fill(ink: Ink): string {
  return `${inkCmyk(ink)
    .map((percent) => shortNumber(percent / 100))
    .join(' ')} k`;
}

function precise(value: number): string {
  return `${Math.round(value * 1e8) / 1e8}`;
}

/**
 * Glyphs that a press file holds once, as form XObjects, and draws by name wherever they occur, at any size and in any
 * ink: the key is the outline as PDF content, which is the same in every thread. A text repeats its letters, and
 * Flate, whose window is 32 kB, no longer sees the earlier ones.
 */
export type GlyphForms = ReadonlyMap<string, string>;

/** A form costs about 150 bytes besides its outline: more than three repetitions within a window. */
const least = 4;

/**
 * @param shapes what all stations share
 * @param letters of the lines that each station adds
 */
export function collectGlyphs(
  shapes: readonly Shape[],
  letters: readonly Path[],
): { forms: GlyphForms; outlines: Path[] } {
  const counts = new Map<string, { outline: Path; times: number }>();
  const count = (outline: Path, times: number) => {
    const text = writePath(outline, 'pdf');
    const known = counts.get(text);
    if (known === undefined) counts.set(text, { outline, times });
    else known.times += times;
  };
  for (const outline of letters) count(outline, least);
  for (const shape of shapes) {
    if (shape.kind === 'line') for (const { outline } of shape.run.glyphs) count(outline, 1);
  }
  const often = [...counts].filter(([, { times }]) => times >= least);
  return {
    forms: new Map(often.map(([text], index) => [text, `g${index}`])),
    outlines: often.map(([, { outline }]) => outline),
  };
}

/** Smallest whole numbers around an outline: left, bottom, right, top. */
export function glyphBox({ xy }: Path): [number, number, number, number] {
  let left = Infinity;
  let bottom = Infinity;
  let right = -Infinity;
  let top = -Infinity;
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)];
}
