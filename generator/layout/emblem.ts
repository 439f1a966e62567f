import { type Ink, inkFromScreen } from '../ink/palette.ts';
import { type Path, parsePath } from './path.ts';

export interface Emblem {
  width: number;
  height: number;
  shapes: { path: Path; ink: Ink }[];
}

/**
 * Reads the emblem file: a flat SVG of filled paths, as "plain SVG, objects to paths" exports it. Colours of
 * the palette print with their named inks; any other becomes CMYK with the grey part in key.
 * @throws naming the element or attribute that a press file cannot carry
 */
export function parseEmblem(svg: string, name = 'emblem.svg'): Emblem {
  const viewBox = /<svg\b[^>]*\bviewBox="([^"]+)"/
    .exec(svg)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  if (viewBox === undefined || viewBox.length !== 4 || viewBox.some(Number.isNaN)) {
    throw new Error(`Expected <svg viewBox="x y width height"> in ${name}, got none`);
  }
  const [left, top, width, height] = viewBox as [number, number, number, number];
  const shapes: Emblem['shapes'] = [];
  for (const [, tag, attributes = ''] of svg.matchAll(/<([a-zA-Z][\w:]*)\b([^>]*)>/g)) {
    if (tag === undefined || harmless.has(tag)) continue;
    if (tag !== 'path') {
      throw new Error(
        `Expected only <path> elements in ${name}, got <${tag}>: export it with objects turned to paths`,
      );
    }
    for (const banned of ['transform', 'style', 'stroke', 'opacity', 'fill-opacity']) {
      const value = attribute(attributes, banned);
      if (value !== undefined && value !== 'none') {
        throw new Error(`Expected plain filled paths in ${name}, got ${banned}="${value}"`);
      }
    }
    const fill = attribute(attributes, 'fill') ?? '#000000';
    if (fill === 'none') continue;
    if (!/^#[0-9a-f]{6}$/i.test(fill)) {
      throw new Error(`Expected fill="#RRGGBB" in ${name}, got fill="${fill}"`);
    }
    const d = attribute(attributes, 'd') ?? '';
    shapes.push({ path: parsePath(d, [1, 0, 0, 1, -left, -top]), ink: inkFromScreen(fill) });
  }
  if (shapes.length === 0)
    throw new Error(`Expected at least one filled <path> in ${name}, got none`);
  return { width, height, shapes };
}

const harmless = new Set(['svg', 'g', 'title', 'desc', 'metadata', 'defs']);

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}
