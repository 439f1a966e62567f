import { inkScreen } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { createCoverage } from './coverage.ts';
import { flatten } from './flatten.ts';
import type { Rgb } from './ramps.ts';

/** Pixels of a side in true colour, 0xRRGGBB each. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint32Array;
}

/** Finer pixels across each pixel, so that where three inks meet in one no ground shines through. */
const samples = 4;
/** Rows made at once: a whole board in fine pixels would take 80 MB. */
const bandRows = 16;

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A shape as it is drawn: the edges of its outline in fine pixels, four numbers each. */
export interface Drawn {
  edges: Float64Array;
  colour: Rgb;
  least: number;
  most: number;
}

/** Shapes as outlines at a resolution. */
export function toOutlines(shapes: readonly Shape[], pixelsPerMm: number): Drawn[] {
  return shapes.map((shape) => toOutline(shape, pixelsPerMm * samples));
}

/** Draws over white paper in true colour. */
export function drawPicture(drawn: readonly Drawn[], { width, height }: Size): Picture {
  const fineWidth = width * samples;
  const fineRows = bandRows * samples;
  const pixels = new Uint32Array(width * height);
  const band = new Uint32Array(fineWidth * fineRows);
  const coverage = createCoverage(fineWidth, fineRows, samples);
  for (let top = 0; top < height; top += bandRows) {
    band.fill(0xffffff);
    const from = top * samples;
    for (const { edges, colour, least, most } of drawn) {
      if (most <= from || least >= from + fineRows) continue;
      for (let at = 0; at < edges.length; at += 4) {
        coverage.edge(
          edges[at] as number,
          (edges[at + 1] as number) - from,
          edges[at + 2] as number,
          (edges[at + 3] as number) - from,
        );
      }
      coverage.sweep((y, left, right, covered) => {
        const row = y * fineWidth;
        for (let x = left; x < right; x += 1) {
          const part = covered[x] as number;
          if (part > 0.999) band[row + x] = colour;
          else if (part > 0.001) band[row + x] = blend(band[row + x] as number, colour, part);
        }
      });
    }
    shrink(band, pixels, { width, top, rows: Math.min(bandRows, height - top) });
  }
  return { width, height, pixels };
}

function toOutline(shape: Shape, scale: number): Drawn {
  const edges: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  flatten(shape, [scale, 0, 0, scale, 0, 0], (x0, y0, x1, y1) => {
    if (y0 === y1) return;
    edges.push(x0, y0, x1, y1);
    least = Math.min(least, y0, y1);
    most = Math.max(most, y0, y1);
  });
  return { edges: Float64Array.from(edges), colour: screenRgb(shape), least, most };
}

export function screenRgb({ ink }: Shape): Rgb {
  return Number.parseInt(inkScreen(ink).slice(1), 16);
}

function blend(under: Rgb, over: Rgb, part: number): Rgb {
  const r = (under >> 16) & 255;
  const g = (under >> 8) & 255;
  const b = under & 255;
  return (
    (Math.round(r + (((over >> 16) & 255) - r) * part) << 16) |
    (Math.round(g + (((over >> 8) & 255) - g) * part) << 8) |
    Math.round(b + ((over & 255) - b) * part)
  );
}

/** Averages fine pixels into pixels. */
function shrink(
  band: Uint32Array,
  pixels: Uint32Array,
  { width, top, rows }: { width: number; top: number; rows: number },
): void {
  const fineWidth = width * samples;
  const count = samples * samples;
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * samples * fineWidth + x * samples;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sub = 0; sub < count; sub += 1) {
        const value = band[at + (sub >> 2) * fineWidth + (sub & 3)] as number;
        red += (value >> 16) & 255;
        green += (value >> 8) & 255;
        blue += value & 255;
      }
      pixels[(top + y) * width + x] =
        (Math.round(red / count) << 16) |
        (Math.round(green / count) << 8) |
        Math.round(blue / count);
    }
  }
}
