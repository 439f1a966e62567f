import type { InkName } from '../ink/palette.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { type Node, slot } from '../layout/node.ts';
import {
  type FieldRow,
  findGrid,
  type Imprint,
  type Kit,
  type NameGrid,
  type Page,
  type StampKit,
  slotBox,
} from './artwork.ts';
import { type BuildingAt, building } from './building.ts';
import { ground } from './family.ts';
import { setFields, stampFields } from './own-fields.ts';
import { stampLine, stampLink, stampName, stampQr } from './stamp.ts';
import { block, inkUnits } from './typeset.ts';

// The building with what a station writes on it, measured on the board of 8 by 5 feet and set to any other size.

/** Width of the building on the board, in mm; other pieces are shares of it. */
const boardWidth = 968;

/** The district grows with what the name leaves of the signboard; its reach is that of the tallest and the deepest. */
export interface DistrictStyle {
  leastMm: number;
  mostMm: number;
  above: number;
  below: number;
}

export interface Signboard {
  house: BuildingAt;
  /** A millimetre of the board. */
  k: number;
  name: NameGrid;
  district: DistrictStyle;
  /** From the name to its district. */
  gapMm: number;
  /** Where there is room for what the station fills in, and no other side has it. */
  fields?: FieldRow | undefined;
  /** Lowest ink on the sign. */
  floor: number;
  linkMm: number;
}

/** Heights on the board of a name in Nastaliq, and of the district under it. */
interface NastaliqAt {
  ideal: number;
  min: number;
  small: number;
  most: number;
}

/** Measures on the board: the wall over the code, the strip under the step, and from the step to the address. */
const at = { wall: 19, strip: 64.5, link: 15.1 };
const signClear = 15;
/** From the name to its district, in heights of that: as far as the lines of a name are apart, or farther. */
const districtGap = 0.5;
export const signWidth = 890;

/** Heights on the board; those of a smaller building are shares of them. */
export interface BoardAt {
  /** The roof over the signboard, the signboard, the code with its clear space, and the doorstep. */
  rise?: number;
  sign?: number;
  code?: number;
  step?: number;
  /** The least of the district, and that to which it grows with the room under the name. */
  small?: number;
  most?: number;
  /** The usual name, and its shirorekha from the signboard's upper edge. */
  ideal?: number;
  shirorekha?: number;
  link?: number;
  nastaliq?: NastaliqAt;
}

export function placeSignboard({
  left,
  top,
  width,
  rise = 66.6,
  code = 816.7,
  step = 131,
  sign = 325.8,
  small = 30,
  most = Math.max(42, 1.2 * small),
  ideal = 112,
  shirorekha = 63,
  link = 25,
  nastaliq,
}: { left: number; top: number; width: number } & BoardAt): Signboard & { fields: FieldRow } {
  const k = width / boardWidth;
  const signTop = top + rise * k;
  const signBottom = signTop + sign * k;
  const house: BuildingAt = {
    left,
    right: left + width,
    top,
    sign: { top: signTop, bottom: signBottom },
    code: { top: signBottom + at.wall * k, size: code * k },
    stepBottom: signBottom + (at.wall + code + step) * k,
    bottom: signBottom + (at.wall + code + step + at.strip) * k,
  };
  const district: DistrictStyle =
    nastaliq === undefined
      ? { leastMm: small * k, mostMm: most * k, above: 1.48, below: 0.43 }
      : { leastMm: nastaliq.small * k, mostMm: nastaliq.most * k, above: 2.82, below: 0.81 };
  const ceiling = signTop + signClear * k;
  const floor = signBottom - signClear * k;
  const shirorekhaMm = signTop + shirorekha * k;
  const gapMm = districtGap * district.leastMm;
  const nameFloor = floor - (district.above + district.below) * district.leastMm - gapMm;
  /** The middle of the room for a name that has no shirorekha, on one line: two would each be lower. */
  const nameMiddle = (ceiling + nameFloor) / 2;
  const name: NameGrid = {
    widthMm: signWidth * k,
    shirorekhaMm,
    aboveMm: shirorekhaMm - ceiling,
    belowMm: nameFloor - shirorekhaMm,
    ...(nastaliq === undefined
      ? {}
      : {
          nastaliq: {
            shirorekhaMm: nameMiddle,
            aboveMm: nameMiddle - ceiling,
            belowMm: nameFloor - nameMiddle,
            idealHeightMm: nastaliq.ideal * k,
            minHeightMm: nastaliq.min * k,
          },
        }),
    idealHeightMm: ideal * k,
    minHeightMm: 0.875 * ideal * k,
    leastOfLongMm: (52 / 112) * ideal * k,
    gapMm: 8 * k,
  };
  const middle = left + width / 2;
  const fields: FieldRow = {
    fields: ['cug', 'help-number', 'local-line'],
    left: middle - 60 * k,
    widthMm: (signWidth / 2 + 60) * k,
    // The district has deeper letters and higher ones on the same line.
    floorMm: floor - district.below * district.leastMm,
    gapMm: gapMm + 11 * k,
    heightMm: 29 * k,
    leastMm: Math.max(23.1, 0.85 * small) * k,
    gap: 1.4,
    grid: name,
  };
  return { house, k, name, district, gapMm, fields, floor, linkMm: link * k };
}

interface Size {
  width: number;
  height: number;
}

/** The field, and where there is one the foot, which ends before the building; `pavement` is the edge of what that rests on. */
export function street(
  { width, height }: Size,
  foot: { top: number; right?: number; pavement?: number } | undefined,
  bleedMm: number,
  ink: InkName = 'marigold',
): Node[] {
  const whole = { left: -bleedMm, width: width + 2 * bleedMm };
  const field = block(ink, { ...whole, top: -bleedMm, height: height + 2 * bleedMm });
  if (foot === undefined) return [field];
  const { top, right, pavement } = foot;
  if (right === undefined) return ground({ width, height }, { bleedMm, footTop: top });
  const place = { left: -bleedMm, width: right + bleedMm, top, height: height - top + bleedMm };
  if (pavement === undefined) return [field, block('navy', place)];
  // A millimetre below the foot: two edges side by side show a line of the field between them.
  const under = {
    left: right - 1,
    width: width - right + 1 + bleedMm,
    top: pavement,
    height: height - pavement + bleedMm,
  };
  return [field, block('navy', place), block('navy', under)];
}

/** The building, and the slots on its signboard and its base. */
export function signedHouse(
  kit: Kit,
  { house, k, floor, linkMm }: Signboard,
  style: DistrictStyle,
): Node[] {
  const linkTop = house.stepBottom + at.link * k - (linkMm - 25 * k) / 2;
  return [
    ...building(kit, house),
    ...nameSlots({ house, k, floor }, style),
    slot('link', { ...onSign({ house, k }), top: linkTop, height: linkMm }),
  ];
}

function onSign({ house, k }: Pick<Signboard, 'house' | 'k'>) {
  const widthMm = signWidth * k;
  const left = (house.left + house.right - widthMm) / 2;
  return { position: 'absolute', left, width: widthMm } as const;
}

export function nameSlots(
  { house, k, floor }: Pick<Signboard, 'house' | 'k' | 'floor'>,
  { leastMm, below }: DistrictStyle,
): Node[] {
  const { top, bottom } = house.sign;
  const across = onSign({ house, k });
  return [
    slot('name', { ...across, top, height: bottom - top }),
    slot('district', { ...across, top: floor - (1 + below) * leastMm, height: leastMm }),
  ];
}

/** A side whose station is on the signboard of its building. */
export function signedPage(id: Page['id'], sign: Signboard, tree: Page['tree']): Page {
  return {
    id,
    name: sign.name,
    ...(sign.fields === undefined
      ? {}
      : { fields: { row: sign.fields, gridText: ({ name }) => name } }),
    tree,
    stamp: (slots, imprint, kit) => stampSignboard(slots, imprint, kit, sign),
  };
}

/** Station, district, code, address and what the station fills in. */
function stampSignboard(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: StampKit,
  sign: Signboard,
): Shape[] {
  const own = setFields(kit, sign.fields, { gridText: imprint.name, values: imprint.ownFields });
  const grid = own?.grid;
  const link = { heightMm: sign.linkMm, ink: 'paper', align: 'middle' } as const;
  return [
    ...stampNames(slots, imprint, kit, { sign, grid, beside: own?.texts[0]?.baseline }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, link),
    ...stampFields(kit, own?.texts ?? []),
  ];
}

/** The station, and its district under it. */
export function stampNames(
  slots: ReadonlyMap<string, Box>,
  { name, districtName }: Imprint,
  kit: Kit,
  {
    sign,
    grid,
    beside,
  }: { sign: Signboard; grid?: NameGrid | undefined; beside?: number | undefined },
): Shape[] {
  const named = stampName(slotBox(slots, 'name'), name, kit, {
    grid: grid ?? findGrid(sign.name, name),
    ink: 'paper',
    align: 'middle',
  });
  return [
    ...named,
    stampDistrict(slotBox(slots, 'district'), districtName, kit, { named, sign, beside }),
  ];
}

/** Under the name, in the middle of what it leaves of the signboard; beside what the station fills in, on its line. */
function stampDistrict(
  box: Box,
  text: string,
  kit: Kit,
  {
    named,
    sign: { district, fields, floor, gapMm },
    beside,
  }: { named: readonly Shape[]; sign: Signboard; beside: number | undefined },
): Shape {
  const { leastMm, mostMm } = district;
  const style = { ink: 'marigold', part: 'district' } as const;
  if (beside !== undefined && fields !== undefined) {
    const own = { ...box, y: beside - box.height, width: fields.left - box.x - leastMm };
    return stampLine(own, text, kit, { ...style, heightMm: leastMm });
  }
  const { above, below, width } = inkUnits(kit, text, 700);
  const nameBottom = Math.max(...named.map(lowestInk));
  const room = floor - nameBottom;
  const wanted = Math.min(mostMm, (0.6 * room) / (above + below));
  const heightMm = Math.min(Math.max(leastMm, wanted), box.width / width);
  const spare = room - (above + below) * heightMm;
  const y = nameBottom + Math.max(gapMm, spare / 2) + above * heightMm - box.height;
  return stampLine({ ...box, y }, text, kit, { ...style, heightMm, align: 'middle' });
}

function lowestInk(shape: Shape): number {
  if (shape.kind !== 'line') return 0;
  const [, , , d, , baseline] = shape.matrix;
  return baseline - 3 * d * shape.run.ink.below;
}
