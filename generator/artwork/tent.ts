import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLine } from './foot-line.ts';
import { headlineBlock } from './headline.ts';
import { lockups } from './lockup.ts';
import { phone, phoneWidth } from './phone.ts';
import { serviceList } from './service-list.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 4;

/** A third of A4, across. */
const trimMm = { width: 210, height: 99 };
const bleedMm = 3;
const safeMm = 5;
const left = 9;
const codeMm = 55;
const phoneAt = { left: trimMm.width - left - phoneWidth * codeMm, top: 5.5, codeMm };
const right = phoneAt.left - 7;
const footTop = 67;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 6.8,
  aboveMm: 4.2,
  belowMm: 11.9,
  idealHeightMm: 8,
  minHeightMm: leastNameMm,
  gapMm: 0.8,
};

/**
 * The table tent: A4 folded into a prism, the same face to both sides of the table and the third of the sheet below as
 * its foot. The upper face stands on its head until it is folded.
 */
export const tent: Artwork = {
  id: 'tent',
  source: 'artwork/tent.ts',
  channel: 'event',
  format: { trimMm, bleedMm, safeMm, unitsPerMm: 40 },
  limits: {
    decodeDpi: 75,
    qrMm: 43,
    readFromM: { headline: 1, scan: 0.8, name: 0.48, stores: 0.28, rest: 0.3 },
    lineGapMm: 0.8,
  },
  previewWidthsPx: [360],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [{ id: '', name, tree, stamp }],
  imposition: {
    trimMm: { width: trimMm.width, height: 297 },
    marginMm: 13,
    pages: 1,
    cells: [
      { side: 0, x: 0, y: 0, turned: true },
      { side: 0, x: 0, y: trimMm.height },
    ],
    turn: 'FOLD at 99 and 198 mm, glue the lowest third under the first',
    foldsMm: [trimMm.height, 2 * trimMm.height],
  },
};

function tree(kit: Kit): Node {
  const lockup = { top: 5.5, height: 11.2, ink: 'navy' } as const;
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...lockups(kit, { left, right, ...lockup }),
    ...headlineBlock(kit, {
      left,
      width: right - left,
      top: 19.9,
      height: 23.1,
      mostMm: 12.4,
      gapMm: 1.2,
      tagMm: 5.5,
    }),
    ...serviceList(kit, {
      left,
      width: right - left,
      second: 67,
      baseline: 52.6,
      pitch: 9.4,
      heightMm: 4.7,
      gapMm: 1,
      floorMm: footTop - 1.4,
    }),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 20 }),
    ...footLine(kit, { left, right, baseline: 91.8, heightMm: 4.2 }),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm: 3.4,
    districtAboveMm: 5.3,
    link: 1.85,
    floorMm: trimMm.height - safeMm,
  });
}
