import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import {
  type Artwork,
  type Imprint,
  type Kit,
  type NameGrid,
  type Page,
  type StampKit,
  slotBox,
} from './artwork.ts';
import { footLine } from './foot-line.ts';
import { headlineLines } from './headline.ts';
import { appLockup, policeLockup } from './lockup.ts';
import { pamphletBack } from './pamphlet-back.ts';
import { phone, phoneHeight, phoneWidth } from './phone.ts';
import { questions } from './questions.ts';
import { stampLine, stampLink, stampName, stampQr } from './stamp.ts';
import { block } from './typeset.ts';

/** A5 upright. */
const trimMm = { width: 148, height: 210 };
const bleedMm = 3;
const left = 8;
const right = trimMm.width - left;
const footTop = 177;
const codeMm = 67.2;
/** The phone stands on the foot. */
const phoneAt = {
  left: right - phoneWidth * codeMm,
  top: footTop + 1.5 - phoneHeight * codeMm,
  codeMm,
};

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 6.6,
  aboveMm: 4.2,
  belowMm: 12.3,
  idealHeightMm: 8,
  minHeightMm: 4,
  gapMm: 0.8,
};

const front: Page = { id: 'front', name, tree, stamp };

const sides = {
  source: 'artwork/pamphlet.ts',
  channel: 'pamphlet',
  format: { trimMm, bleedMm, safeMm: 5, unitsPerMm: 40 },
  limits: {
    decodeDpi: 75,
    qrMm: 45,
    heightsMm: { headline: 10, name: 4, scan: 7 },
    leastMm: 2.25,
    lineGapMm: 0.8,
  },
  rasterDpi: 300,
  stock: 'paper',
  pages: [front, pamphletBack],
} as const satisfies Partial<Artwork>;

/** The pamphlet, read in the hand: front for the glance, back for all services and how to begin. */
export const pamphlet: Artwork = { id: 'pamphlet', ...sides, previewWidthsPx: [480, 800] };

/** Between two trims on a sheet: the bleed of both sides, so that no cut stands between unlike colours. */
const gutterMm = 2 * bleedMm;
const backX = trimMm.width + gutterMm;

/** Front and back side by side on half an SRA3 sheet: the same form prints both sides of it. */
export const pamphletTwoUp: Artwork = {
  id: 'pamphlet-2up',
  ...sides,
  previewWidthsPx: [],
  imposition: {
    trimMm: { width: backX + trimMm.width, height: trimMm.height },
    marginMm: 7.5,
    cells: [
      { side: 0, x: 0, y: 0 },
      { side: 1, x: backX, y: 0 },
    ],
    turn: 'WORK AND TURN, left to right (duplex: flip on short edge)',
  },
};

const nextY = trimMm.height + gutterMm;

/** Four to an SRA3 sheet, fronts in the left column and backs in the right. */
export const pamphletFourUp: Artwork = {
  id: 'pamphlet-4up',
  ...sides,
  previewWidthsPx: [],
  imposition: {
    trimMm: { width: backX + trimMm.width, height: nextY + trimMm.height },
    marginMm: 9,
    cells: [0, nextY].flatMap((y) => [
      { side: 0, x: 0, y },
      { side: 1, x: backX, y },
    ]),
    turn: 'WORK AND TURN, left to right (duplex: flip on long edge)',
  },
};

function tree(kit: Kit): Node {
  const whole = { left: -bleedMm, width: trimMm.width + 2 * bleedMm };
  return column({ ...trimMm }, [
    block('marigold', { ...whole, top: -bleedMm, height: footTop + bleedMm }),
    block('navy', { ...whole, top: footTop, height: trimMm.height - footTop + bleedMm }),
    ...policeLockup(kit, { left, top: 8, height: 13.5, ink: 'navy' }),
    ...appLockup(kit, { left: right, top: 8, height: 13.5, ink: 'navy', anchor: 'right' }),
    ...headlineLines(kit, {
      left,
      width: right - left,
      baseline: 43,
      heightMm: 12.6,
      gapMm: 1.6,
    }),
    ...questions(kit, {
      left,
      top: phoneAt.top,
      width: phoneAt.left - left - 5,
      height: footTop - 4 - phoneAt.top,
    }),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 20 }),
    ...footLine(kit, { left, right, baseline: 203.6, heightMm: 3.4 }),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return [
    ...stampName(slotBox(slots, 'name'), imprint.name, kit, { grid: name, ink: 'paper' }),
    stampLine(slotBox(slots, 'district'), imprint.districtName, kit, {
      heightMm: 3.4,
      ink: 'marigold',
      part: 'district',
    }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, 2.3),
  ];
}
