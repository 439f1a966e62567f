import { a5 } from '../print/paper-sizes.ts';
import type { Artwork } from './artwork.ts';
import { pamphletBack } from './pamphlet-back.ts';
import { uprightPage } from './upright.ts';

/** A5 upright. */
const trimMm = a5;
const bleedMm = 3;

/** Width of the code's modules, which a hand holds before the phone. */
const codeMm = 44;

const sides = {
  source: 'artwork/pamphlet.ts',
  channel: 'pamphlet',
  format: { trimMm, bleedMm, safeMm: 5, unitsPerMm: 40 },
  limits: {
    decodeDpi: 75,
    qrMm: codeMm - 0.1,
    // The address of a code with M and W in it is wide, and is typed from the hand.
    readFromM: { headline: 1.6, scan: 0.82, name: 0.48, stores: 0.29, link: 0.38, rest: 0.39 },
    lineGapMm: 0.8,
    // The address stands in a strip as low as the hand-held building allows.
    clearMm: 0.62,
  },
  rasterDpi: 300,
  stock: 'paper',
  pages: [uprightPage('front', trimMm, bleedMm, { codeMm }), pamphletBack],
} as const satisfies Partial<Artwork>;

/** The pamphlet, read in the hand: front for the glance, back for all services and how to begin. */
export const pamphlet: Artwork = { id: 'pamphlet', ...sides, previewWidthsPx: [480, 800] };

/** Between two trims on a sheet: the bleed of both sides, so that no cut is between unlike colours. */
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
    pages: 2,
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
    pages: 2,
    cells: [0, nextY].flatMap((y) => [
      { side: 0, x: 0, y },
      { side: 1, x: backX, y },
    ]),
    turn: 'WORK AND TURN, left to right (duplex: flip on long edge)',
  },
};
