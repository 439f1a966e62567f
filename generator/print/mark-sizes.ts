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
