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
import { building } from './building.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { appTile, policeSign } from './lockup.ts';
import { setFields, stampFields } from './own-fields.ts';
import { largestStack } from './stacked-lines.ts';
import { stampLine, stampLink, stampName, stampQr } from './stamp.ts';
import { block, fitMm, inkUnits, lineAt, spreadLines } from './typeset.ts';

const { trimMm, bleedMm } = board.format;
const { lineGapMm } = board.limits;

const left = 72;
const right = 1360;
const house = {
  left: 1420,
  right: 2388,
  top: 52,
  sign: { top: 100, bottom: 421.4 },
  code: { top: 461.3, size: 816.7 },
  stepBottom: 1409,
  bottom: 1474,
};
const middle = (house.left + house.right) / 2;
const footTop = 1164;
const clearMm = 15;
/** Between the lines of the signboard, which are one sign. */
const signGapMm = 7.5;
const signFloor = house.sign.bottom - clearMm;
/** The district takes what the name leaves of the signboard. */
const district = { leastMm: 25.5, mostMm: 40, above: 1.48, below: 0.43 };
const districtRoom = (district.above + district.below) * district.leastMm + signGapMm;
const shirorekhaMm = 164.5;

const name: NameGrid = {
  widthMm: 890,
  shirorekhaMm,
  aboveMm: shirorekhaMm - clearMm - house.sign.top,
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
  widthMm: name.widthMm / 2 + 60,
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
  const { width, height } = trimMm;
  return column({ ...trimMm }, [
    block('marigold', {
      left: -bleedMm,
      top: -bleedMm,
      width: width + 2 * bleedMm,
      height: height + 2 * bleedMm,
    }),
    block('navy', {
      left: -bleedMm,
      top: footTop,
      width: house.left + bleedMm,
      height: height - footTop + bleedMm,
    }),
    ...policeSign(kit, { left: left - 4, top: 56, width: 700, height: 122, ink: 'navy' }),
    ...demonstrationTag(kit, { left: 830, top: 52, width: right - 830, height: 128, gapMm: 25.3 }),
    ...headline(kit),
    ...services(kit),
    ...building(kit, house),
    slot('name', {
      position: 'absolute',
      left: middle - name.widthMm / 2,
      top: house.sign.top,
      width: name.widthMm,
      height: house.sign.bottom - house.sign.top,
    }),
    slot('district', {
      position: 'absolute',
      left: middle - name.widthMm / 2,
      top: signFloor - (1 + district.below) * district.leastMm,
      width: name.widthMm,
      height: district.leastMm,
    }),
    slot('link', { position: 'absolute', left: middle - 400, top: 1424.5, width: 800, height: 25 }),
    ...foot(kit),
  ]);
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
function foot(kit: Kit): Node[] {
  const { copy, app } = kit.campaign;
  const tile = 168;
  const nameLeft = left + tile + 34;
  const callsLeft = 866;
  const baseline = 1344;
  const lower = 1459.5;
  const lowerMm = 33;
  const storesLeft = left + inkUnits(kit, copy.free.hi, 700).width * lowerMm + 40;
  const fit = (text: string, heightMm: number, widthMm: number) =>
    fitMm(kit, text, { heightMm, widthMm, weight: 800 });
  return [
    ...appTile(kit, { left, top: 1210, height: tile, ground: 'marigold' }),
    lineAt(kit, app.nameHi, {
      x: nameLeft,
      baseline,
      heightMm: fit(app.nameHi, 100, callsLeft - nameLeft - 40),
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
  const own = setFields(kit, fields, { gridText: imprint.name, values: imprint.ownFields });
  const grid = own?.grid ?? findGrid(name, imprint.name);
  const box = slotBox(slots, 'name');
  const named = stampName(box, imprint.name, kit, { grid, ink: 'paper', align: 'middle' });
  return [
    ...named,
    stampDistrict(slotBox(slots, 'district'), imprint.districtName, kit, {
      named,
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
  { named, beside }: { named: readonly Shape[]; beside: number | undefined },
): Shape {
  const style = { ink: 'marigold', part: 'district' } as const;
  if (beside !== undefined) {
    const own = { ...box, y: beside - box.height, width: fields.left - box.x - district.leastMm };
    return stampLine(own, text, kit, { ...style, heightMm: district.leastMm });
  }
  const { above, below, width } = inkUnits(kit, text, 700);
  const nameBottom = Math.max(...named.map(lowestInk));
  const room = signFloor - nameBottom;
  const wanted = Math.min(district.mostMm, (0.6 * room) / (above + below));
  const heightMm = Math.min(Math.max(district.leastMm, wanted), box.width / width);
  const spare = room - (above + below) * heightMm;
  const y = nameBottom + Math.max(signGapMm, spare / 2) + above * heightMm - box.height;
  return stampLine({ ...box, y }, text, kit, { ...style, heightMm, align: 'middle' });
}

function lowestInk(shape: Shape): number {
  if (shape.kind !== 'line') return 0;
  const [, , , d, , baseline] = shape.matrix;
  return baseline - 3 * d * shape.run.ink.below;
}
