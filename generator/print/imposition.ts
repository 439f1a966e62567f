import type { Artwork } from '../artwork/artwork.ts';
import { slugMarginMm } from './marks.ts';
import type { Cell } from './press-file.ts';

export type SheetPlan = {
  trimMm: { width: number; height: number };
  marginMm: number;
  pages: 1 | 2;
  cells: Cell[];
  /** Where the knife goes. */
  cuts: { xs: number[]; ys: number[] };
};

/** Sheets of an artwork: each side by itself, or imposed; a side bleeds to all edges, into the gutter too. */
export function planSheets({ format, pages, imposition }: Artwork): SheetPlan[] {
  const { width, height } = format.trimMm;
  const around = format.bleedMm;
  const bleed = { left: around, top: around, right: around, bottom: around };
  if (imposition === undefined) {
    const marginMm = slugMarginMm({ trimMm: format.trimMm, bleedMm: around });
    return pages.map((_, side) => ({
      trimMm: format.trimMm,
      marginMm,
      pages: 1,
      cells: [{ side, x: 0, y: 0, bleed }],
      cuts: { xs: [0, width], ys: [0, height] },
    }));
  }
  const { cells, trimMm, marginMm } = imposition;
  return [
    {
      trimMm,
      marginMm,
      pages: 2,
      cells: cells.map(({ side, x, y }) => ({ side, x, y, bleed })),
      cuts: {
        xs: unique(cells.flatMap(({ x }) => [x, x + width])),
        ys: unique(cells.flatMap(({ y }) => [y, y + height])),
      },
    },
  ];
}

function unique(values: number[]): number[] {
  return [...new Set(values.map((value) => Math.round(value * 100) / 100))].sort((a, b) => a - b);
}
