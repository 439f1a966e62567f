import type { Artwork } from '../artwork/artwork.ts';
import type { Cell } from './press-file.ts';

export type SheetPlan = {
  trimMm: { width: number; height: number };
  pages: 1 | 2;
  cells: Cell[];
  /** Where the knife goes. */
  cuts: { xs: number[]; ys: number[] };
};

/**
 * Sheets of an artwork. Without an imposition every side is a sheet of its own. On an imposed sheet neighbours
 * share one cut: there a side ends at its trim, elsewhere it bleeds.
 */
export function planSheets({ format, pages, imposition }: Artwork): SheetPlan[] {
  const { width, height } = format.trimMm;
  const around = format.bleedMm;
  if (imposition === undefined) {
    return pages.map((_, side) => ({
      trimMm: format.trimMm,
      pages: 1,
      cells: [
        { side, x: 0, y: 0, bleed: { left: around, top: around, right: around, bottom: around } },
      ],
      cuts: { xs: [0, width], ys: [0, height] },
    }));
  }
  const { cells } = imposition;
  const meets = (x: number, y: number) => cells.some((cell) => near(cell.x, x) && near(cell.y, y));
  return [
    {
      trimMm: imposition.trimMm,
      pages: 2,
      cells: cells.map(({ side, x, y }) => ({
        side,
        x,
        y,
        bleed: {
          left: meets(x - width, y) ? 0 : around,
          right: meets(x + width, y) ? 0 : around,
          top: meets(x, y - height) ? 0 : around,
          bottom: meets(x, y + height) ? 0 : around,
        },
      })),
      cuts: {
        xs: unique(cells.flatMap(({ x }) => [x, x + width])),
        ys: unique(cells.flatMap(({ y }) => [y, y + height])),
      },
    },
  ];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}

function unique(values: number[]): number[] {
  return [...new Set(values.map((value) => Math.round(value * 100) / 100))].sort((a, b) => a - b);
}
