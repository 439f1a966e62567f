import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { ground, stampStation } from './family.ts';
import { appTile, policeSign } from './lockup.ts';
import { handPhone } from './phone.ts';
import { stackedLines } from './stacked-lines.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 2;

/** 75 mm square. */
const trimMm = { width: 75, height: 75 };
const bleedMm = 2;
const safeMm = 2.5;
const left = 4;
const right = trimMm.width - left;
const codeMm = 35.2;
const phoneAt = { left, top: 14.9, height: 43.7, codeMm };
const footTop = 60.2;
/** The tile decides how wide the column at its right edge is. */
const besideWidth = 22.2;
const beside = right - besideWidth;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 3.4,
  aboveMm: 2.5,
  belowMm: 4.6,
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
    qrMm: 27.5,
    readFromM: { headline: 0.31, 'scan-near': 0.43, demonstration: 0.18, owner: 0.23, rest: 0.26 },
    lineGapMm: 0.4,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [{ id: '', name, tree, stamp }],
};

function tree(kit: Kit): Node {
  const { app, copy, demonstration } = kit.campaign;
  const tagMm = demonstration === undefined ? 0 : 7.4;
  const { top, height } = phoneAt;
  const tileMm = besideWidth - tagMm;
  const across = (
    text: string,
    at: { top: number; height: number; part: string; mostLines: number },
  ) => stackedLines(kit, text, { x: beside, width: besideWidth, gapMm: 0.45, ink: 'navy', ...at });
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...stackedLines(kit, copy.headline.hi, {
      x: left,
      width: right - left,
      top: 2.5,
      height: top - 3.6,
      mostLines: 3,
      gapMm: 0.45,
      ink: 'navy',
      part: 'headline',
    }),
    ...handPhone(kit, { ...phoneAt, button: { part: 'scan-near' } }),
    ...appTile(kit, { left: beside, top, height: tileMm }),
    ...across(app.nameHi, { top: top + tileMm + 1, height: 9.6, part: 'app-name', mostLines: 2 }),
    ...across(copy.free.hi, { top: top + tileMm + 11.2, height: 4.6, part: 'free', mostLines: 2 }),
    ...demonstrationTag(kit, {
      left: beside,
      width: besideWidth,
      top: top + tileMm + 16,
      height: 6.6,
    }),
    ...policeSign(kit, {
      left: beside,
      width: besideWidth,
      ink: 'navy',
      top: top + height - 4.9,
      height: 4.9,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 9 }),
    slot('district', { position: 'absolute', left, top: 69.6, width: 28, height: 1.8 }),
    slot('link', { position: 'absolute', left: right - 34, top: 69.6, width: 34, height: 1.8 }),
  ]);
}

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
