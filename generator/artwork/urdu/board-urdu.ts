import { boardServices } from '../../../campaigns/campaign.ts';
import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import type { Artwork, FieldRow, Imprint, Kit, NameGrid, StampKit } from '../artwork.ts';
import { board } from '../board.ts';
import { ground, stampStation } from '../family.ts';
import { footLine } from '../foot-line.ts';
import { appLockup, policeLockup } from '../lockup.ts';
import { phone, phoneWidth } from '../phone.ts';
import { inkUnits, lineAt } from '../typeset.ts';
import { urduPage } from './urdu-page.ts';

const { trimMm, bleedMm, safeMm } = board.format;

/** Least height of a name on one line; preflight judges by it too. */
const leastNameMm = 56;

/** 700 mm of modules at version 3 with the quiet zone of four on each side. */
const codeMm = 893.2;
const phoneAt = { left: trimMm.width - 70 - phoneWidth * codeMm, top: safeMm, codeMm };
const left = 72;
const right = phoneAt.left - 58;

const lockup = { top: 54, height: 168, ink: 'navy' } as const;
const headlineTop = 268;
const firstService = 786;
const servicePitch = 196;
const serviceMm = 60;
const secondColumn = 650;
const footTop = 1088;
const footBaseline = 1444;
const districtMm = 36;
/** No district's ink is higher over its baseline. */
const districtAboveMm = 2.4 * districtMm;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 72,
  aboveMm: 54,
  belowMm: footBaseline - districtAboveMm - 14.5 - (footTop + 72),
  idealHeightMm: 104,
  minHeightMm: leastNameMm,
  gapMm: 18,
};

const fields: FieldRow = {
  language: 'ur',
  fields: ['cug', 'help-number'],
  left,
  widthMm: right - left,
  floorMm: footBaseline - districtAboveMm - 14.5,
  gapMm: 14,
  heightMm: 29,
  leastMm: 22,
  gap: 1.6,
  grid: { ...name, idealHeightMm: 62, minHeightMm: 36 },
};

/**
 * The station board in Urdu. Its order is the same: what, how, where; the eye comes from the right, so that the words
 * stand there and the phone, to which they lead, at the left.
 */
export const boardUrdu: Artwork = {
  ...board,
  id: 'board-ur',
  source: 'artwork/urdu/board-urdu.ts',
  language: 'ur',
  format: { ...board.format, mirrored: true },
  limits: {
    ...board.limits,
    heightsMm: { headline: 120, name: leastNameMm, service: 54, scan: 54, district: 30 },
    leastMm: 22,
    lineGapMm: 14,
  },
  onDemand: true,
  pages: [
    urduPage(
      { id: '', name, fields: { row: fields, gridText: ({ name }) => name }, tree, stamp },
      trimMm.width,
    ),
  ],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...policeLockup(kit, { left: left - 4, ...lockup }),
    ...appLockup(kit, { left: right, ...lockup, anchor: 'right' }),
    headline(kit),
    ...services(kit),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 280 }),
    ...footLine(kit, { left, right, baseline: footBaseline, heightMm: districtMm }),
  ]);
}

/** On one line: Nastaliq goes down as it goes on, and two lines of it would each be half as large. */
function headline(kit: Kit): Node {
  const content = kit.campaign.copy.headline.hi;
  const { above, width } = inkUnits(kit, content, 800);
  const heightMm = (right - left) / width;
  return lineAt(kit, content, {
    x: left,
    baseline: headlineTop + above * heightMm,
    heightMm,
    weight: 800,
    ink: 'navy',
    part: 'headline',
  });
}

function services(kit: Kit): Node[] {
  return boardServices(kit.campaign).map((service, at) =>
    lineAt(kit, service.board.hi, {
      x: left + (at % 2) * secondColumn,
      baseline: firstService + Math.floor(at / 2) * servicePitch,
      heightMm: serviceMm,
      ink: 'navy',
      part: 'service',
    }),
  );
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm,
    districtAboveMm,
    link: 30,
    fields,
  });
}
