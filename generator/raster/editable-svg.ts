import type { Artwork } from '../artwork/artwork.ts';
import type { Shape } from '../layout/drawing.ts';
import { shapeToSvg } from '../preview/svg.ts';

/**
 * One side with its bleed as SVG at true size, text as outlines. What belongs together is in its own layer that
 * Inkscape and CorelDRAW name: headline, phone, qr, name …
 */
export function editableSvg(
  shapes: readonly Shape[],
  { id, format: { trimMm, bleedMm } }: Pick<Artwork, 'id' | 'format'>,
): string {
  const width = trimMm.width + 2 * bleedMm;
  const height = trimMm.height + 2 * bleedMm;
  const used = new Map<string, number>();
  const layers = toLayers(shapes).map(({ part, own }) => {
    const count = (used.get(part) ?? 0) + 1;
    used.set(part, count);
    const name = count === 1 ? part : `${part}-${count}`;
    return `<g id="${name}" inkscape:groupmode="layer" inkscape:label="${name}">${own.map((shape) => shapeToSvg(shape)).join('')}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${width}mm" height="${height}mm" viewBox="${-bleedMm} ${-bleedMm} ${width} ${height}">`,
    `<title>${id}: trim ${trimMm.width} x ${trimMm.height} mm, bleed ${bleedMm} mm</title>`,
    ...layers,
    '</svg>\n',
  ].join('\n');
}

/** Neighbours of one part together, in the order of painting. */
function toLayers(shapes: readonly Shape[]): { part: string; own: Shape[] }[] {
  const layers: { part: string; own: Shape[] }[] = [];
  for (const shape of shapes) {
    const last = layers.at(-1);
    if (last?.part === shape.part) last.own.push(shape);
    else layers.push({ part: shape.part, own: [shape] });
  }
  return layers;
}
