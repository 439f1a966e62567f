import { shortNumber } from '../../campaigns/typesetting/pdf-text.ts';
import { type Ink, inkCmyk } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { writePath } from '../layout/path.ts';
import type { Run } from '../layout/typeface.ts';
import { darkRuns, type QrCode } from '../qr/qr-code.ts';
import type { GlyphForms } from './glyph-forms.ts';

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
