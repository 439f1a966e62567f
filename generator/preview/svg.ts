import { shortNumber } from '../../campaigns/languages/typesetting/pdf-text.ts';
import { type Ink, inkScreen } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { writePath } from '../layout/path.ts';
import { darkRuns } from '../qr/qr-code.ts';

export interface SvgView {
  x: number;
  y: number;
  width: number;
  height: number;
  widthPx: number;
  heightPx: number;
}

/** Writes shapes as SVG; `colour` says what an ink looks like (on screen, or as a separation). */
export function writeSvg(
  shapes: readonly Shape[],
  view: SvgView,
  colour: (ink: Ink) => string = inkScreen,
): string {
  const body = shapes.map((shape) => shapeToSvg(shape, colour(shape.ink)));
  const { x, y, width, height, widthPx, heightPx } = view;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${[x, y, width, height].map(shortNumber).join(' ')}">${body.join('')}</svg>`;
}

function shapeToSvg(shape: Shape, fill: string): string {
  if (shape.kind === 'outline') return `<path fill="${fill}" d="${writePath(shape.path, 'svg')}"/>`;
  const open = `<g fill="${fill}" transform="matrix(${shape.matrix.map(fine).join(' ')})">`;
  if (shape.kind === 'modules') {
    const d = darkRuns(shape.qr).map(({ y, from, to }) => `M${from} ${y}H${to}V${y + 1}H${from}Z`);
    return `${open}<path d="${d.join('')}"/></g>`;
  }
  const glyphs = shape.run.glyphs.map(
    ({ outline, x, y }) =>
      `<path transform="translate(${x} ${y})" d="${writePath(outline, 'svg')}"/>`,
  );
  return `${open}${glyphs.join('')}</g>`;
}

function fine(value: number): string {
  return `${Math.round(value * 1e7) / 1e7}`;
}
