import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { ground, stampStation } from './family.ts';
import { appTile, policeSign } from './lockup.ts';
import { scanButton } from './phone.ts';
import { stackedLines } from './stacked-lines.ts';
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

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 2.9,
  aboveMm: 1.8,
  belowMm: 5.9,
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
    readFromM: { scan: 0.75, demonstration: 0.18, rest: 0.26 },
    lineGapMm: 0.4,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [{ id: '', name, tree, stamp }],
};

function tree(kit: Kit): Node {
  const { app, copy } = kit.campaign;
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    block('paper', { left, top: 4, width: codeMm, height: codeMm }),
    slot('qr', { position: 'absolute', left, top: 4, width: codeMm, height: codeMm }),
    ...policeSign(kit, { left: beside, top: 4, width: besideWidth, height: 8.4, ink: 'navy' }),
    ...appTile(kit, { left: beside, top: 14, height: 12.6 }),
    ...stackedLines(kit, app.nameHi, {
      x: beside,
      top: 28,
      width: besideWidth,
      height: 7.4,
      mostMm: 3.4,
      mostLines: 2,
      gapMm: 0.5,
      ink: 'navy',
      part: 'app-name',
    }),
    lineAt(kit, copy.free.hi, {
      x: beside,
      baseline: 39.4,
      heightMm: fitMm(kit, copy.free.hi, { heightMm: 2.3, widthMm: besideWidth }),
      ink: 'navy',
      part: 'free',
    }),
    ...demonstrationTag(kit, { left: beside, top: 41.2, height: 8.4, width: besideWidth }),
    ...scanButton(kit, {
      left,
      top: 50.8,
      width: right - left,
      height: 8.2,
      radius: 2.2,
      heightMm: 4.6,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 9 }),
    slot('district', { position: 'absolute', left, top: 69.8, width: 28, height: 1.8 }),
    slot('link', { position: 'absolute', left: right - 34, top: 69.8, width: 34, height: 1.8 }),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm: 1.8,
    floorMm: trimMm.height - safeMm,
    link: {
      heightMm: 1.8,
      ink: 'paper',
      align: 'right',
    },
  });
}
