import { boardServices } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLine } from './foot-line.ts';
import { headlineBlock } from './headline.ts';
import { lockups } from './lockup.ts';
import { phone, phoneHeight, phoneWidth } from './phone.ts';
import { fitMm, lineAt, spreadLines } from './typeset.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 24;

/** 2 ft × 6 ft, rolled into its base at the foot. */
const trimMm = { width: 609.6, height: 1828.8 };
const bleedMm = 5;
const left = 44;
const right = trimMm.width - left;
const codeMm = (right - left) / phoneWidth;
const footTop = 1480;
const phoneAt = { left, top: footTop + 8 - phoneHeight * codeMm, codeMm };

const help = { baseline: 1672, heightMm: 21 } as const;
const lineGapMm = 7;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 44,
  aboveMm: 22.6,
  belowMm: 70,
  idealHeightMm: 46,
  minHeightMm: leastNameMm,
  gapMm: 8,
};

/** The standee of a desk or a fair: the same signs one above the other; the base hides its lowest 15 cm. */
export const standee: Artwork = {
  id: 'standee',
  source: 'artwork/standee.ts',
  channel: 'event',
  format: { trimMm, bleedMm, safeMm: 25, unitsPerMm: 10 },
  limits: {
    decodeDpi: 38,
    qrMm: 380,
    readFromM: {
      headline: 6.7,
      scan: 7.2,
      service: 5,
      owner: 1.4,
      'app-name': 1.4,
      name: 2.8,
      rest: 1.8,
    },
    lineGapMm,
  },
  previewWidthsPx: [240],
  rasterDpi: 150,
  stock: 'flex',
  onDemand: true,
  pages: [{ id: '', name, tree, stamp }],
};

function tree(kit: Kit): Node {
  const lockup = { top: 46, height: 66, ink: 'navy' } as const;
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...lockups(kit, { left, right, ...lockup }),
    ...headlineBlock(kit, {
      left,
      width: right - left,
      top: 138,
      height: 268,
      mostMm: 72,
      gapMm: 12,
      tagMm: 34,
    }),
    ...serviceLines(kit),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 90 }),
    ...footLine(kit, { left, right, ...help, districtBaseline: 1634 }),
  ]);
}

function serviceLines(kit: Kit): Node[] {
  const lines = boardServices(kit.campaign).map(({ board }) => board.hi);
  const { heightMm, baselines } = spreadLines(
    kit,
    lines.map((line) => [line]),
    { baseline: 478, pitch: 64, heightMm: 34, gapMm: 7.2, floorMm: phoneAt.top - 7 },
  );
  return lines.map((line, at) =>
    lineAt(kit, line, {
      x: left,
      baseline: baselines[at] ?? 0,
      heightMm: fitMm(kit, line, { heightMm, widthMm: right - left }),
      ink: 'navy',
      part: 'service',
    }),
  );
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  // Deep signs of the district keep clear of the help lines under it.
  const floorMm = help.baseline - 1.005 * help.heightMm - lineGapMm;
  return stampStation(slots, imprint, kit, { grid: name, districtMm: 22, floorMm, link: 16 });
}
