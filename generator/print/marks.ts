import type { Outline } from '../layout/drawing.ts';
import { rectanglePath } from '../layout/path.ts';

type Size = { width: number; height: number };

/** Sizes of marks and slug in mm: a board is read from the ladder, paper from the hand. */
export function markSizes(trimMm: Size) {
  return trimMm.width > 1000
    ? { marginMm: 40, line: 0.6, length: 24, gap: 4, edge: 40, slugUnitMm: 0.016, slugBaseline: 37 }
    : {
        marginMm: 10,
        line: 0.1,
        length: 5,
        gap: 1,
        edge: 8,
        slugUnitMm: 0.0022,
        slugBaseline: 6.5,
      };
}

/** Room around the trim for marks and the slug line, in mm, the bleed included. */
export function slugMarginMm({ trimMm, bleedMm }: { trimMm: Size; bleedMm: number }): number {
  return bleedMm + markSizes(trimMm).marginMm;
}

/** Hairlines outside the bleed at every edge that the knife follows. */
export function cutMarks(
  { trimMm, bleedMm }: { trimMm: Size; bleedMm: number },
  cuts: { xs: readonly number[]; ys: readonly number[] },
): Outline[] {
  const { width, height } = trimMm;
  const { line, length, gap } = markSizes(trimMm);
  const from = bleedMm + gap;
  const mark = (x: number, y: number, w: number, h: number): Outline => ({
    kind: 'outline',
    part: 'marks',
    ink: 'key',
    path: rectanglePath(x, y, w, h),
  });
  return [
    ...cuts.xs.flatMap((x) => [
      mark(x - line / 2, -from - length, line, length),
      mark(x - line / 2, height + from, line, length),
    ]),
    ...cuts.ys.flatMap((y) => [
      mark(-from - length, y - line / 2, length, line),
      mark(width + from, y - line / 2, length, line),
    ]),
  ];
}
