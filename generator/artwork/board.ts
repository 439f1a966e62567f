import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, FieldRow, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLine } from './foot-line.ts';
import { signsAndHeadline } from './headline.ts';
import { phone, phoneWidth } from './phone.ts';
import { serviceList, servicesReach } from './service-list.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 65;

/** 8 ft × 5 ft as the letter's para 2 orders it. */
const trimMm = { width: 2438.4, height: 1524 };
const bleedMm = 10;
const safeMm = 50;

/** 700 mm of modules at version 3 with the quiet zone of four on each side. */
const codeMm = 893.2;
const phoneAt = { left: trimMm.width - 70 - phoneWidth * codeMm, top: safeMm, codeMm };
/** The column of the words; its outer edge is as far from the trim as the phone's. */
const left = 72;
const right = phoneAt.left - 58;
export const boardPlaces = { left, right, phoneAt };

const headerTop = 55.2;
const headline = { top: 240, height: 643.2, mostMm: 183, gapMm: 25.2, tagMm: 84 };
const headlineFoot = headline.top + headline.height;
/** Letters of services that are read from as far as the limits say. */
const leastServiceMm = 49.2;
/** Below the second word of the headline. */
const secondColumn = 693;
const footTop = 1128;
const footBaseline = 1456;
const districtMm = 38;
const callMm = 44;
const lineGapMm = 25;
const clearMm = 15;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 72,
  aboveMm: 57,
  belowMm: 170,
  idealHeightMm: 126,
  minHeightMm: leastNameMm,
  gapMm: lineGapMm,
};

/** Between the name and the foot line, whose highest matra reaches half over its letters. */
const fields: FieldRow = {
  fields: ['cug', 'help-number', 'local-line'],
  left,
  widthMm: right - left,
  floorMm: footBaseline - 1.52 * districtMm - lineGapMm,
  gapMm: lineGapMm,
  heightMm: 29,
  leastMm: 24,
  gap: 1.6,
  grid: { ...name, idealHeightMm: 88 },
};

/**
 * The station board. The phone is the code: it is on the foot, and its screen is what there is
 * to scan. What (headline), how (phone), where (name on the foot); then services, help lines and motto for those who stop.
 */
export const board: Artwork = {
  id: 'board',
  source: 'artwork/board.ts',
  channel: 'board',
  format: { trimMm, bleedMm, safeMm, unitsPerMm: 10 },
  limits: {
    decodeDpi: 25,
    qrMm: 700,
    readFromM: {
      headline: 15,
      scan: 13,
      name: 7.5,
      service: 8.5,
      district: 4.9,
      stores: 4.5,
      rest: 4,
    },
    clearMm,
    lineGapMm,
  },
  previewWidthsPx: [480, 1440],
  rasterDpi: 100,
  stock: 'flex',
  pages: [
    {
      id: '',
      name,
      fields: { row: fields, gridText: ({ name }) => name },
      tree,
      stamp,
    },
  ],
};

function tree(kit: Kit): Node {
  const services = {
    left,
    width: right - left,
    second: secondColumn,
    gapMm: lineGapMm + 0.3,
    floorMm: footTop - clearMm,
  };
  // Without services the headline has their room; high letters and deep ones of services need some of its own.
  const reach = servicesReach(kit, { ...services, heightMm: leastServiceMm });
  const lack = Math.max(0, reach + services.gapMm - (services.floorMm - headlineFoot));
  const room =
    reach > 0
      ? { ...headline, height: headline.height - lack }
      : { ...headline, height: footTop - 3 * clearMm - headline.top, mostMm: 240 };
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...signsAndHeadline(kit, {
      left,
      width: right - left,
      ...room,
      lockup: { left: left - 4, top: headerTop, height: 147 },
    }),
    ...serviceList(kit, {
      ...services,
      baseline: lack > 0 ? 0 : 982,
      pitch: 102,
      heightMm: 52.5,
      ceilingMm: headlineFoot - lack,
    }),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 280 }),
    ...footLine(kit, { left, right, baseline: footBaseline, heightMm: callMm }),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm,
    // Higher letters than those of Devanagari are smaller: the name above them may reach as deep.
    districtAboveMm: 1.53 * districtMm,
    floorMm: trimMm.height - safeMm,
    link: 30,
    fields,
  });
}
