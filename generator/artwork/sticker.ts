import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { headlineBlock } from './headline.ts';
import { appTile, policeSign } from './lockup.ts';
import { scanButton } from './phone.ts';
import { largestStack, stackedLines } from './stacked-lines.ts';
import { block, fitMm, lineAt } from './typeset.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 2.2;

/** 75 mm square. */
const trimMm = { width: 75, height: 75 };
const bleedMm = 2;
const safeMm = 2.5;
const left = 4;
const right = trimMm.width - left;
const codeMm = 46;
const footTop = 59.8;
const beside = left + codeMm + 2.5;
const besideWidth = right - beside;
const tileMm = 9.4;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 2.9,
  aboveMm: 1.8,
  belowMm: 5.4,
  idealHeightMm: 3.8,
  minHeightMm: leastNameMm,
  gapMm: 0.4,
};

/** The sticker for counters and doors: the code and whose it is, read from an arm's length. */
export const sticker: Artwork = {
  id: 'sticker',
  source: 'artwork/sticker.ts',
  channel: 'event',
  format: { trimMm, bleedMm, safeMm, unitsPerMm: 50 },
  limits: {
    decodeDpi: 75,
    qrMm: 36,
    readFromM: { headline: 0.31, scan: 0.75, demonstration: 0.18, rest: 0.26 },
    lineGapMm: 0.4,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [{ id: '', name, tree, stamp }],
};

function tree(kit: Kit): Node {
  const { copy } = kit.campaign;
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    block('paper', { left, top: 4, width: codeMm, height: codeMm }),
    slot('qr', { position: 'absolute', left, top: 4, width: codeMm, height: codeMm }),
    ...policeSign(kit, { left: beside, top: 4, width: besideWidth, height: 8, ink: 'navy' }),
    ...headlineBlock(kit, {
      ...{ left: beside, width: besideWidth, top: 13.4, height: 20.6 },
      ...{ mostMm: 5, gapMm: 0.7, tagMm: 6.6 },
    }),
    ...appSign(kit),
    lineAt(kit, copy.free.hi, {
      ...{ x: beside, baseline: 49.3, ink: 'navy', part: 'free' },
      heightMm: fitMm(kit, copy.free.hi, { heightMm: 2.3, widthMm: besideWidth }),
    }),
    ...scanButton(kit, {
      left,
      top: 51.2,
      width: right - left,
      height: 7.8,
      radius: 2.2,
      heightMm: 4.4,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 9 }),
    slot('district', { position: 'absolute', left, top: 69.5, width: 28, height: 1.8 }),
    slot('link', { position: 'absolute', left: right - 34, top: 69.5, width: 34, height: 1.8 }),
  ]);
}

/** Tile and name side by side; a name that would be small print there has the room of both. */
function appSign(kit: Kit): Node[] {
  const { nameHi } = kit.campaign.app;
  const box = { height: tileMm, mostMm: 2.7, mostLines: 3, gapMm: 0.5 };
  const moved = tileMm + 1.1;
  const isBeside =
    largestStack(kit, nameHi, { ...box, width: besideWidth - moved }).heightMm > leastAppMm;
  const [x, width] = isBeside ? [beside + moved, besideWidth - moved] : [beside, besideWidth];
  return [
    ...(isBeside ? appTile(kit, { left: beside, top: signTop, height: tileMm }) : []),
    ...stackedLines(kit, nameHi, {
      ...{ ...box, x, width, top: signTop, ink: 'navy', part: 'app-name' },
    }),
  ];
}

const signTop = 36;
const leastAppMm = 1.7;

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm: 1.8,
    districtAboveMm: 2.8,
    floorMm: trimMm.height - safeMm,
    link: {
      heightMm: 1.8,
      ink: 'paper',
      align: 'right',
    },
  });
}
