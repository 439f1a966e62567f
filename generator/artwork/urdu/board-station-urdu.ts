import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node } from '../../layout/node.ts';
import type { Artwork, FieldRow, Imprint, Kit, NameGrid, StampKit } from '../artwork.ts';
import {
  boardStation,
  type DistrictStyle,
  foot,
  footTop,
  left,
  middle,
  right,
  sender,
  signCeiling,
  signFloor,
  signGapMm,
  signMm,
  stampSignboard,
  station,
  street,
} from '../board-station.ts';
import { serviceList } from '../service-list.ts';
import { boardUrdu } from './board-urdu.ts';
import { headlineUrdu, urduPage } from './urdu-page.ts';

const { trimMm } = boardUrdu.format;
const { lineGapMm } = boardUrdu.limits;

const district: DistrictStyle = { leastMm: 22.2, mostMm: 30, above: 2.82, below: 0.81 };
const nameFloor = signFloor - (district.above + district.below) * district.leastMm - signGapMm;
/** The middle of the room for a name in Nastaliq, which has no shirorekha. */
const nameMiddle = (signCeiling + nameFloor) / 2;
const [hindi] = boardStation.pages;
if (hindi?.name === undefined) throw new Error('Expected the name on the board');

/** One line, however long: two of Nastaliq would each be lower. */
const nastaliq = {
  shirorekhaMm: nameMiddle,
  aboveMm: nameMiddle - signCeiling,
  belowMm: nameFloor - nameMiddle,
  idealHeightMm: 66,
  minHeightMm: 36,
};
const name: NameGrid = { ...hindi.name, nastaliq };

const fields: FieldRow = {
  language: 'ur',
  fields: ['cug', 'help-number'],
  left: middle - 60,
  widthMm: signMm / 2 + 60,
  floorMm: signFloor - district.below * district.leastMm,
  gapMm: signGapMm + 34,
  heightMm: 29,
  leastMm: 22.2,
  gap: 1.4,
  grid: { ...name, ...nastaliq },
};

/** The station's board in Urdu: the building at the left, to which the words lead from the right. */
export const boardStationUrdu: Artwork = {
  ...boardUrdu,
  source: 'artwork/urdu/board-station-urdu.ts',
  limits: {
    ...boardUrdu.limits,
    qrMm: boardStation.limits.qrMm,
    readFromM: { headline: 20, scan: 6, service: 9, name: 6, district: 3.8, rest: 3.8 },
    signGapMm,
  },
  pages: [
    urduPage(
      { id: '', name, fields: { row: fields, gridText: ({ name }) => name }, tree, stamp },
      trimMm.width,
    ),
  ],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(),
    ...sender(kit),
    ...headlineUrdu(kit, { left, right, top: 318 }),
    ...serviceList(kit, {
      left,
      width: right - left,
      second: 650,
      baseline: 850,
      pitch: 190,
      heightMm: 62,
      gapMm: lineGapMm,
      floorMm: footTop - 15,
    }),
    ...station(kit, district),
    ...foot(kit, { baseline: 1328, nameMm: 90, lower: 1458, lowerMm: 27 }),
  ]);
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampSignboard(slots, imprint, kit, { name, fields, district });
}
