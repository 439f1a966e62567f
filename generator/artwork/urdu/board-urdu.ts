import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import type { Artwork, FieldRow, Imprint, Kit, NameGrid, StampKit } from '../artwork.ts';
import { board, boardPlaces } from '../board.ts';
import { demonstrationTag } from '../demonstration-tag.ts';
import { ground, stampStation } from '../family.ts';
import { footLine } from '../foot-line.ts';
import { appLockup, policeLockup } from '../lockup.ts';
import { phone } from '../phone.ts';
import { serviceList } from '../service-list.ts';
import { measureInk } from '../typeset.ts';
import { headlineUrdu, urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = board.format;

/** Least height of a name on one line; preflight judges by it too. */
const leastNameMm = 56;

const { left, right, phoneAt } = boardPlaces;
/** Smaller on a demonstration, whose tag is between them. */
const lockupOf = ({ campaign }: Kit) =>
  ({ top: 50, height: campaign.demonstration === undefined ? 222 : 164, ink: 'navy' }) as const;
const footTop = 1050;
const lineGapMm = 14;
const footBaseline = 1444;
const districtMm = 36;
/** No district's ink is higher over its baseline. */
const districtAboveMm = 2.4 * districtMm;

const name: NameGrid = {
  widthMm: right - left,
  shirorekhaMm: footTop + 78,
  aboveMm: 60,
  belowMm: footBaseline - districtAboveMm - 14.5 - (footTop + 78),
  idealHeightMm: 112,
  minHeightMm: leastNameMm,
  gapMm: 18,
  nastaliq: {
    shirorekhaMm: footTop + 138,
    aboveMm: 122,
    belowMm: footBaseline - districtAboveMm - 14.5 - (footTop + 138),
  },
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
 * are there and the phone, to which they lead, at the left.
 */
export const boardUrdu: Artwork = {
  ...board,
  id: 'board-ur',
  source: 'artwork/urdu/board-urdu.ts',
  language: 'ur',
  format: { ...board.format, mirrored: true },
  limits: {
    ...board.limits,
    readFromM: { headline: 20, scan: 9, service: 9, name: 6, district: 5, rest: 3.8 },
    lineGapMm,
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
  const lockup = lockupOf(kit);
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...policeLockup(kit, { left: left - 4, ...lockup }),
    ...appLockup(kit, { left: right, ...lockup, anchor: 'right' }),
    ...tag(kit),
    ...headlineUrdu(kit, { left, right, top: 288 }),
    ...serviceList(kit, {
      left,
      width: right - left,
      second: 650,
      baseline: 800,
      pitch: 174,
      heightMm: 60,
      gapMm: lineGapMm,
      floorMm: footTop,
    }),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 280 }),
    ...footLine(kit, { left, right, baseline: footBaseline, heightMm: 44, districtShare: 0.3 }),
  ]);
}

/** A demonstration's tag between the lock-ups: the headline is to be read from farther than it would be beside one. */
function tag(kit: Kit): Node[] {
  const { copy, app } = kit.campaign;
  const lockup = lockupOf(kit);
  const width = (upper: string, lower: string) =>
    Math.max(
      measureInk(kit, upper, { heightMm: 0.34 * lockup.height, weight: 800 }).width,
      measureInk(kit, lower, { heightMm: 0.21 * lockup.height }).width,
    );
  const from = left + lockup.height + width(copy.state.hi, copy.motto?.hi ?? '') + lineGapMm;
  const to = right - 1.18 * lockup.height - width(app.nameHi, copy.free.hi) - lineGapMm;
  const height = 164;
  const top = lockup.top + (lockup.height - height) / 2;
  return demonstrationTag(kit, {
    left: from,
    top,
    height,
    width: to - from,
    gapMm: lineGapMm + 0.2,
  });
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
