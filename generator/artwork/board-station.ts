import { boardServices, printedHelpLines } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import {
  type Artwork,
  type FieldRow,
  findGrid,
  type Imprint,
  type Kit,
  type NameGrid,
  type StampKit,
  slotBox,
} from './artwork.ts';
import { board } from './board.ts';
import { type BuildingAt, building } from './building.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { appTile, policeSign } from './lockup.ts';
import { setFields, stampFields } from './own-fields.ts';
import { largestStack } from './stacked-lines.ts';
import { stampLine, stampLink, stampName, stampQr } from './stamp.ts';
import { block, fitMm, inkUnits, lineAt, spreadLines } from './typeset.ts';

const { trimMm, bleedMm } = board.format;
const { lineGapMm } = board.limits;

export const left = 72;
export const right = 1360;
const house: BuildingAt = {
  left: 1420,
  right: 2388,
  top: 52,
  sign: { top: 100, bottom: 421.4 },
  code: { top: 461.3, size: 816.7 },
  stepBottom: 1409,
  bottom: 1474,
};
export const middle = (house.left + house.right) / 2;
export const footTop = 1164;
const clearMm = 15;
/** Between the lines of the signboard, which are one sign. */
export const signGapMm = 7.5;
export const signFloor = house.sign.bottom - clearMm;
export const signMm = 890;
/** Upper edge of the room for names. */
export const signCeiling = house.sign.top + clearMm;

/** The district takes what the name leaves of the signboard; its reach is that of the tallest and the deepest. */
export interface DistrictStyle {
  leastMm: number;
  mostMm: number;
  above: number;
  below: number;
}
const district: DistrictStyle = { leastMm: 25.5, mostMm: 40, above: 1.48, below: 0.43 };
const districtRoom = (district.above + district.below) * district.leastMm + signGapMm;
const shirorekhaMm = 164.5;

const name: NameGrid = {
  widthMm: signMm,
  shirorekhaMm,
  aboveMm: shirorekhaMm - signCeiling,
  belowMm: signFloor - districtRoom - shirorekhaMm,
  idealHeightMm: 112,
  minHeightMm: 98,
  leastOnTwoMm: 52,
  gapMm: 12,
};

/** On the signboard beside the district, as on a real one: what has no room there is on poster and pamphlet. */
const fields: FieldRow = {
  fields: ['cug', 'help-number', 'local-line'],
  left: middle - 60,
  widthMm: signMm / 2 + 60,
  // The district has deeper letters and higher ones on the same line.
  floorMm: signFloor - district.below * district.leastMm,
  gapMm: signGapMm + 11,
  heightMm: 29,
  leastMm: 23.1,
  gap: 1.4,
  grid: name,
};

export const boardStation: Artwork = {
  ...board,
  source: 'artwork/board-station.ts',
  limits: {
    ...board.limits,
    qrMm: 640,
    readFromM: { headline: 15, scan: 9.4, name: 9, service: 9, district: 4.4, rest: 4 },
    signGapMm,
  },
  pages: [{ id: '', name, fields: { row: fields, gridText: ({ name }) => name }, tree, stamp }],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(),
    ...sender(kit),
    ...headline(kit),
    ...services(kit),
    ...station(kit, district),
    ...foot(kit, { baseline: 1344, nameMm: 100, lower: 1459.5, lowerMm: 33 }),
  ]);
}

/** The police alone, so that no two names compete; on a demonstration what it is. */
export function sender(kit: Kit): Node[] {
  const tagLeft = 830;
  return [
    ...policeSign(kit, { left: left - 4, top: 56, width: 700, height: 122, ink: 'navy' }),
    ...demonstrationTag(kit, {
      left: tagLeft,
      top: 52,
      width: right - tagLeft,
      height: 128,
      gapMm: 25.3,
    }),
  ];
}

/** The field, and the foot that ends before the building. */
export function street(): Node[] {
  const { width, height } = trimMm;
  const down = height + bleedMm;
  const whole = {
    left: -bleedMm,
    top: -bleedMm,
    width: width + 2 * bleedMm,
    height: down + bleedMm,
  };
  return [
    block('marigold', whole),
    block('navy', { ...whole, top: footTop, width: house.left + bleedMm, height: down - footTop }),
  ];
}

/** The building, and the slots on its signboard and its base. */
export function station(kit: Kit, { leastMm, below }: DistrictStyle): Node[] {
  const onSign = { position: 'absolute', left: middle - signMm / 2, width: signMm } as const;
  const { top, bottom } = house.sign;
  return [
    ...building(kit, house),
    slot('name', { ...onSign, top, height: bottom - top }),
    slot('district', { ...onSign, top: signFloor - (1 + below) * leastMm, height: leastMm }),
    slot('link', { ...onSign, top: 1424.5, height: 25 }),
  ];
}

/** Its lines from edge to edge, the shorter one larger, so that they are one block in the room between police and services. */
function headline(kit: Kit): Node[] {
  const { hi } = kit.campaign.copy.headline;
  const width = right - left;
  const gapMm = lineGapMm + 0.3;
  const { lines } = largestStack(kit, hi, { width, height: roomMm, mostLines: 3, gapMm });
  const inks = lines.map((line) => inkUnits(kit, line, 800));
  const wide = inks.map((ink) => Math.min(mostMm, width / ink.width));
  const alike = wide.map((heightMm) => Math.min(heightMm, mostUnlike * Math.min(...wide)));
  const reach = (heights: readonly number[]) =>
    inks.reduce((sum, { above, below }, at) => sum + (above + below) * (heights[at] ?? 0), 0);
  const gaps = (lines.length - 1) * gapMm;
  const scale = Math.min(1, (roomMm - gaps) / reach(alike));
  const heights = alike.map((heightMm) => heightMm * scale);
  const spare = roomMm - gaps - reach(heights);
  let top = headlineTop + share.over * spare;
  return lines.map((line, at) => {
    const { above = 0, below = 0 } = inks[at] ?? {};
    const heightMm = heights[at] ?? 0;
    const baseline = top + above * heightMm;
    top = baseline + below * heightMm + gapMm + (share.between * spare) / (lines.length - 1);
    return lineAt(kit, line, {
      x: left,
      baseline,
      heightMm,
      weight: 800,
      ink: 'navy',
      part: 'headline',
    });
  });
}

const headlineTop = 206;
const roomMm = 672;
const mostMm = 215;
const mostUnlike = 1.2;
/** Of the height that the lines leave. */
const share = { over: 0.5, between: 0.15 };

/** The services that people use most, as two lines of words: pictures beside them would make them smaller than their distance asks for. */
function services(kit: Kit): Node[] {
  const words = boardServices(kit.campaign).map(({ board }) => board.hi);
  const half = Math.ceil(words.length / 2);
  const rows = words
    .slice(0, half)
    .map((word, at) => [word, ...words.slice(half + at, half + at + 1)]);
  const units = (word: string) => inkUnits(kit, word, 700).width;
  const widest = Math.max(
    ...rows.map((row) => row.reduce((sum, word) => sum + units(word) + dot.room, -dot.room)),
  );
  const { heightMm, baselines } = spreadLines(kit, rows, {
    baseline: 982,
    pitch: 100,
    heightMm: Math.min(56, (right - left) / widest),
    gapMm: lineGapMm + 0.3,
    floorMm: footTop - clearMm,
  });
  return rows.flatMap((row, at) => {
    const baseline = baselines[at] ?? 0;
    let x = left;
    return row.flatMap((word, index) => {
      const line = lineAt(kit, word, { x, baseline, heightMm, ink: 'navy', part: 'service' });
      const size = dot.size * heightMm;
      x += (units(word) + dot.room) * heightMm;
      const middle = x - (dot.room * heightMm) / 2;
      const box = { left: middle - size / 2, top: baseline - (heightMm + size) / 2 };
      if (index === row.length - 1) return [line];
      return [line, block('red', { ...box, width: size, height: size, radius: size / 2 }, 'dot')];
    });
  });
}

/** Between two services, in heights of their letters. */
const dot = { size: 0.4, room: 1.5 };

/** The app, large and alone; beside it whom to call, below it where to look for it. */
export function foot(
  kit: Kit,
  at: { baseline: number; nameMm: number; lower: number; lowerMm: number },
): Node[] {
  const { baseline, nameMm, lower, lowerMm } = at;
  const { copy, app } = kit.campaign;
  const tile = 168;
  const nameLeft = left + tile + 34;
  const callsLeft = 866;
  const storesLeft = left + inkUnits(kit, copy.free.hi, 700).width * lowerMm + 40;
  const fit = (text: string, heightMm: number, widthMm: number) =>
    fitMm(kit, text, { heightMm, widthMm, weight: 800 });
  return [
    ...appTile(kit, { left, top: 1210, height: tile, ground: 'marigold' }),
    lineAt(kit, app.nameHi, {
      x: nameLeft,
      baseline,
      heightMm: fit(app.nameHi, nameMm, callsLeft - nameLeft - 40),
      weight: 800,
      ink: 'paper',
      part: 'app-name',
    }),
    ...helpColumns(kit, printedHelpLines(kit.campaign), {
      left: callsLeft,
      width: right - callsLeft,
      baseline: baseline - 60,
      heightMm: 66,
      captionBaseline: baseline,
      captionMm: 26,
    }),
    lineAt(kit, copy.free.hi, {
      x: left,
      baseline: lower,
      heightMm: lowerMm,
      ink: 'marigold',
      part: 'free',
    }),
    lineAt(kit, copy.stores.hi, {
      x: storesLeft,
      baseline: lower,
      heightMm: fit(copy.stores.hi, lowerMm, right - storesLeft),
      ink: 'paper',
      part: 'stores',
    }),
  ];
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampSignboard(slots, imprint, kit, { name, fields, district });
}

/** Station, district, code, address and what the station fills in. */
export function stampSignboard(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: StampKit,
  sign: { name: NameGrid; fields: FieldRow; district: DistrictStyle },
): Shape[] {
  const own = setFields(kit, sign.fields, { gridText: imprint.name, values: imprint.ownFields });
  const grid = own?.grid ?? findGrid(sign.name, imprint.name);
  const box = slotBox(slots, 'name');
  const named = stampName(box, imprint.name, kit, { grid, ink: 'paper', align: 'middle' });
  return [
    ...named,
    stampDistrict(slotBox(slots, 'district'), imprint.districtName, kit, {
      named,
      style: sign.district,
      beside: own?.texts[0]?.baseline,
    }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, {
      heightMm: 25,
      ink: 'paper',
      align: 'middle',
    }),
    ...stampFields(kit, own?.texts ?? []),
  ];
}

/** Under the name, in the middle of what it leaves of the signboard; beside what the station fills in, on its line. */
function stampDistrict(
  box: Box,
  text: string,
  kit: Kit,
  {
    named,
    style: { leastMm, mostMm },
    beside,
  }: { named: readonly Shape[]; style: DistrictStyle; beside: number | undefined },
): Shape {
  const style = { ink: 'marigold', part: 'district' } as const;
  if (beside !== undefined) {
    const own = { ...box, y: beside - box.height, width: fields.left - box.x - leastMm };
    return stampLine(own, text, kit, { ...style, heightMm: leastMm });
  }
  const { above, below, width } = inkUnits(kit, text, 700);
  const nameBottom = Math.max(...named.map(lowestInk));
  const room = signFloor - nameBottom;
  const wanted = Math.min(mostMm, (0.6 * room) / (above + below));
  const heightMm = Math.min(Math.max(leastMm, wanted), box.width / width);
  const spare = room - (above + below) * heightMm;
  const y = nameBottom + Math.max(signGapMm, spare / 2) + above * heightMm - box.height;
  return stampLine({ ...box, y }, text, kit, { ...style, heightMm, align: 'middle' });
}

function lowestInk(shape: Shape): number {
  if (shape.kind !== 'line') return 0;
  const [, , , d, , baseline] = shape.matrix;
  return baseline - 3 * d * shape.run.ink.below;
}
