import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { FieldRow, Imprint, Kit, NameGrid, Page, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLines } from './foot-line.ts';
import { signsAndHeadline } from './headline.ts';
import { phone, phoneHeight, phoneWidth } from './phone.ts';
import { questions } from './questions.ts';
import { inkUnits } from './typeset.ts';

/** Width of A5, in which the side is measured. */
const unitWidth = 148;

/** Least height of a name on one line, in units of A5; preflight judges by it too. */
const leastNameUnits = 4;

/** A unit of A5 and the least height of a name, for a trim of this width. */
export function uprightScale(widthMm: number): { u: number; leastNameMm: number } {
  const u = widthMm / unitWidth;
  return { u, leastNameMm: leastNameUnits * u };
}

/** Width of the code's modules in units of A5, unless it gives way to a larger headline. */
const usualCodeUnits = 52.67;
/** Width of the code with its quiet zone, in widths of its modules at version 3. */
const quietShare = 37 / 29;

/** A headline on one line is no lower than this, and the code no wider, in units of A5. */
const leastAloneUnits = 10.6;
const mostCodeUnits = 53;

/** Upper edge of the headline's room, in units of A5. */
const headlineTopUnits = 25.6;

/** Height of the foot in units of A5. */
const footUnits = 42.5;

/** Between phone and foot, unless a side has to be narrower. */
const usualGapUnits = 5.6;

interface UprightPlaces {
  left: number;
  right: number;
  footTop: number;
  /** A unit of A5. */
  u: number;
  gapMm: number;
  /** The phone and its cards end together over the foot. */
  phoneAt: { left: number; top: number; codeMm: number; heightMm?: number };
}

/** @param footUnits height of the foot in units of A5; `codeMm` is the width of the code's modules */
export function placeUpright(
  trimMm: { width: number; height: number },
  {
    footUnits,
    gapUnits = usualGapUnits,
    codeMm: modulesMm,
  }: { footUnits: number; gapUnits?: number; codeMm?: number | undefined },
): UprightPlaces {
  const { u } = uprightScale(trimMm.width);
  const left = 8 * u;
  const right = trimMm.width - left;
  const footTop = trimMm.height - footUnits * u;
  const codeMm = (modulesMm ?? usualCodeUnits * u) * quietShare;
  const phoneAt = {
    left: right - phoneWidth * codeMm,
    top: footTop - gapUnits * u - phoneHeight * codeMm,
    codeMm,
  };
  return { left, right, footTop, u, gapMm: gapUnits * u, phoneAt };
}

/**
 * The side from the questions down to the foot: questions fill the space beside the phone, which is in the middle where
 * there are none; the name has its slot on the foot.
 */
export function questionsAndPhone(
  kit: Kit,
  { left, right, footTop, u, gapMm, phoneAt: beside }: UprightPlaces,
): Node[] {
  const isAlone = kit.campaign.copy.pamphlet.questions.length === 0;
  const middle = (left + right - phoneWidth * beside.codeMm) / 2;
  const phoneAt = isAlone ? { ...beside, left: middle } : beside;
  return [
    ...questions(kit, {
      left,
      top: phoneAt.top,
      width: phoneAt.left - left - 5 * u,
      height: footTop - gapMm - phoneAt.top,
    }),
    ...phone(kit, phoneAt),
    slot('name', { position: 'absolute', left, top: footTop, width: right - left, height: 20 * u }),
  ];
}

/**
 * The upright side of the family, from the pamphlet to the poster: lock-ups, headline, the questions beside the phone, and
 * the station on the foot, with what it fills in where no other side has that, and the help lines on their own line. Drawn in
 * units of A5 and set to the trim's width; what trims differ in height, the headline takes.
 */
export function uprightPage(
  id: Page['id'],
  trimMm: { width: number; height: number },
  bleedMm: number,
  { hasFields = false, codeMm }: { hasFields?: boolean; codeMm?: number } = {},
): Page {
  const least = placeUpright(trimMm, { footUnits, codeMm });
  const { left, right, footTop, u } = least;
  /** A headline that is one line leaves its room to the phone. */
  const placesFor = (kit: Kit): UprightPlaces => {
    const { width, above, below } = inkUnits(kit, kit.campaign.copy.headline.hi, 800);
    const alone = (right - left) / width;
    if (kit.campaign.demonstration !== undefined || alone < leastAloneUnits * u) return least;
    const phoneTop = (headlineTopUnits + 16) * u + (above + below) * alone;
    const room = (footTop - least.gapMm - phoneTop) / phoneHeight / quietShare;
    const usual = least.phoneAt.codeMm / quietShare;
    return placeUpright(trimMm, {
      footUnits,
      codeMm: Math.max(usual, Math.min(room, mostCodeUnits * u)),
    });
  };
  const districtBaseline = footTop + 24.9 * u;
  const name: NameGrid = {
    widthMm: right - left,
    shirorekhaMm: footTop + 6.6 * u,
    aboveMm: 4.15 * u,
    belowMm: 12.3 * u,
    idealHeightMm: 8.8 * u,
    minHeightMm: leastNameUnits * u,
    gapMm: 0.8 * u,
  };

  const fields: FieldRow = {
    fields: ['cug', 'help-number', 'local-line'],
    left,
    widthMm: right - left,
    floorMm: districtBaseline - (1.52 * 3.4 + 0.85) * u,
    gapMm: 0.85 * u,
    heightMm: 2.9 * u,
    leastMm: 2.25 * u,
    gap: 1.6,
    grid: { ...name, idealHeightMm: 6.8 * u },
  };

  const tree = (kit: Kit): Node => {
    const places = placesFor(kit);
    const headlineMm = places.phoneAt.top - 28.6 * u;
    const lockup = { top: 8 * u, height: 12.5 * u };
    return column({ ...trimMm }, [
      ...ground(trimMm, { bleedMm, footTop }),
      ...signsAndHeadline(kit, {
        lockup,
        left,
        width: right - left,
        top: headlineTopUnits * u,
        height: headlineMm,
        mostMm: 0.32 * headlineMm,
        gapMm: 1.6 * u,
        tagMm: 7.2 * u,
        leastAloneMm: leastAloneUnits * u,
      }),
      ...questionsAndPhone(kit, places),
      ...footLines(kit, {
        left,
        right,
        heightMm: 3.4 * u,
        baseline: trimMm.height - 6.6 * u,
        districtBaseline,
        second: places.phoneAt.left,
        floorMm: trimMm.height - 5.05 * u,
      }),
    ]);
  };

  const stamp = (slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] =>
    stampStation(slots, imprint, kit, {
      grid: name,
      districtMm: 3.4 * u,
      districtAboveMm: 1.53 * 3.4 * u,
      link: 2.3 * u,
      ...(hasFields ? { fields } : {}),
    });

  return {
    id,
    name,
    tree,
    stamp,
    ...(hasFields ? { fields: { row: fields, gridText: ({ name }) => name } } : {}),
  };
}
