import type { Format } from '../artwork/artwork.ts';
import type { Shape } from '../layout/drawing.ts';
import { rectanglePath } from '../layout/path.ts';

/** Room around the trim for crop marks and the slug line, in mm. */
export function slugMarginMm({ trimMm, bleedMm }: Pick<Format, 'trimMm' | 'bleedMm'>): number {
  return bleedMm + (trimMm.width > 1000 ? 40 : 10);
}

/** Crop marks: two hairlines at each corner of the trim, outside the bleed. */
export function cropMarks({ trimMm, bleedMm }: Pick<Format, 'trimMm' | 'bleedMm'>): Shape[] {
  const { width, height } = trimMm;
  const large = width > 1000;
  const line = large ? 0.6 : 0.1;
  const length = large ? 24 : 5;
  const gap = bleedMm + (large ? 4 : 1);
  const marks: Shape[] = [];
  const mark = (x: number, y: number, w: number, h: number) =>
    marks.push({ kind: 'outline', part: 'marks', ink: 'key', path: rectanglePath(x, y, w, h) });
  for (const x of [0, width]) {
    mark(x - line / 2, -gap - length, line, length);
    mark(x - line / 2, height + gap, line, length);
  }
  for (const y of [0, height]) {
    mark(-gap - length, y - line / 2, length, line);
    mark(width + gap, y - line / 2, length, line);
  }
  return marks;
}
