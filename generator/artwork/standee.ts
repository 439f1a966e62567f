import { boardServices, printedHelpLines } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { helpColumns } from './foot-line.ts';
import { signsAndHeadline } from './headline.ts';
import { phone, phoneHeight, phoneWidth } from './phone.ts';
import { serviceList } from './service-list.ts';

/** Least height of a name on one line, measured at its shirorekha's letters; preflight judges by it too. */
const leastNameMm = 24;

/** 2 ft × 6 ft, rolled into its base at the foot. */
const trimMm = { width: 609.6, height: 1828.8 };
const bleedMm = 5;
const left = 54;
const right = trimMm.width - left;
const width = right - left;
const codeMm = width / phoneWidth;
/** Its code is between 90 and 140 cm over the floor, within reach of a phone held at a usual height. */
const phoneAt = { left, top: 398, codeMm };
const phoneBottom = phoneAt.top + phoneHeight * codeMm;
const footTop = 1362;

const district = { baseline: 1507, heightMm: 21 } as const;
const help = {
  left,
  width,
  baseline: 1580,
  heightMm: 42,
  captionBaseline: 1623,
  captionMm: 23,
} as const;
const lineGapMm = 7;

const name: NameGrid = {
  widthMm: width,
  shirorekhaMm: footTop + 43,
  aboveMm: 21.6,
  belowMm: 62,
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
    qrMm: 370,
    readFromM: {
      headline: 6.6,
      scan: 6.3,
      service: 3.2,
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
  const hasServices = boardServices(kit.campaign).length > 0;
  const lower = hasServices ? 0 : footTop - 45 - phoneBottom;
  const phonePlace = { ...phoneAt, top: phoneAt.top + lower };
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...signsAndHeadline(kit, {
      lockup: { top: 40, height: 66 },
      left,
      width,
      top: 134,
      height: phonePlace.top - 26 - 134,
      mostMm: 84,
      gapMm: 10,
      tagMm: 33,
      leastAloneMm: 60,
    }),
    ...phone(kit, phonePlace),
    ...serviceList(kit, {
      left,
      width,
      second: 268,
      baseline: phoneBottom + 74,
      pitch: 60,
      heightMm: 25,
      gapMm: 7.1,
      floorMm: footTop - 26,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width, height: 90 }),
    slot('district', {
      position: 'absolute',
      left,
      width,
      top: district.baseline - district.heightMm,
      height: district.heightMm,
    }),
    ...helpColumns(kit, printedHelpLines(kit.campaign), help),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  // Deep signs of the district keep clear of the numbers under it.
  const floorMm = help.baseline - 1.005 * help.heightMm - 2 * lineGapMm;
  const { heightMm: districtMm } = district;
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm,
    districtAboveMm: 32.5,
    floorMm,
    link: 16,
  });
}
