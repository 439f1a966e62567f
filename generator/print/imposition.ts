import type { Artwork } from '../artwork/artwork.ts';
import type { Cell } from './press-file.ts';

export interface SheetPlan {
  trimMm: { width: number; height: number };
  marginMm: number;
  pages: 1 | 2;
  cells: Cell[];
  /** Where the knife goes. */
  cuts: { xs: number[]; ys: number[] };
  foldsMm: readonly number[];
}

/** Sheets of an artwork: each side by itself, or imposed; a side bleeds to all edges, into the gutter too. */
export function planSheets({ format, pages, imposition, placed }: Artwork): SheetPlan[] {
  const { width, height } = format.trimMm;
  const around = format.bleedMm;
  const bleed = { left: around, top: around, right: around, bottom: around };
  if (imposition === undefined) {
    const marginMm = placed === true ? 0 : slugMarginMm({ trimMm: format.trimMm, bleedMm: around });
    return pages.map((_, side) => ({
      trimMm: format.trimMm,
      marginMm,
      pages: 1,
      cells: [{ side, x: 0, y: 0, turned: false, bleed }],
      cuts: { xs: [0, width], ys: [0, height] },
      foldsMm: [],
    }));
  }
  const { cells, pages: count, trimMm, marginMm, foldsMm = [] } = imposition;
  const isFolded = (y: number) => foldsMm.some((fold) => Math.abs(fold - y) < 0.01);
  return [
    {
      trimMm,
      marginMm,
      pages: count,
      cells: cells.map(({ side, x, y, turned = false }) => {
        // What is folded runs on: only a cut needs bleed.
        const [head, foot] = turned ? [y + height, y] : [y, y + height];
        const own = { top: isFolded(head) ? 0 : around, bottom: isFolded(foot) ? 0 : around };
        return { side, x, y, turned, bleed: { ...bleed, ...own } };
      }),
      cuts: {
        xs: unique(cells.flatMap(({ x }) => [x, x + width])),
        ys: unique([
          0,
          trimMm.height,
          ...cells.flatMap(({ y }) => [y, y + height]).filter((y) => !isFolded(y)),
        ]),
      },
      foldsMm,
    },
  ];
}

function unique(values: number[]): number[] {
  return [...new Set(values.map((value) => Math.round(value * 100) / 100))].sort((a, b) => a - b);
}

export interface Size {
  width: number;
  height: number;
}

/** Sizes of marks and slug in mm: a board is read from the ladder, paper from the hand. */
export function markSizes(trimMm: Size) {
  return trimMm.width > 500
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

/** The narrow margin of an imposed sheet. */
const sheetSizes = {
  line: 0.1,
  length: 3,
  gap: 0.75,
  edge: 3,
  slugUnitMm: 0.0018,
  slugBaseline: 2.9,
};

export function findMarkSizes({ trimMm, pages }: { trimMm: Size; pages: 1 | 2 }) {
  return pages === 2 ? sheetSizes : markSizes(trimMm);
}

/** Room around the trim for marks and the slug line, in mm, the bleed included. */
export function slugMarginMm({ trimMm, bleedMm }: { trimMm: Size; bleedMm: number }): number {
  return bleedMm + markSizes(trimMm).marginMm;
}
