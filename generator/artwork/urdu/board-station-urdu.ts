import { column, type Node } from '../../layout/node.ts';
import type { Artwork, FieldRow, Kit, NameGrid } from '../artwork.ts';
import { boardStation, foot, footTop, left, right, sender, sign } from '../board-station.ts';
import { serviceList } from '../service-list.ts';
import { type DistrictStyle, signedHouse, signedPage, signGap, street } from '../signboard.ts';
import { boardUrdu } from './board-urdu.ts';
import { headlineUrdu, urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = boardUrdu.format;
const { lineGapMm } = boardUrdu.limits;

const district: DistrictStyle = { leastMm: 22.2, mostMm: 30, above: 2.82, below: 0.81 };
const nameFloor = sign.floor - (district.above + district.below) * district.leastMm - signGap;
const signCeiling = sign.house.sign.top + 15;
/** The middle of the room for a name in Nastaliq, which has no shirorekha. */
const nameMiddle = (signCeiling + nameFloor) / 2;
/** One line, however long: two of Nastaliq would each be lower. */
const nastaliq = {
  shirorekhaMm: nameMiddle,
  aboveMm: nameMiddle - signCeiling,
  belowMm: nameFloor - nameMiddle,
  idealHeightMm: 66,
  minHeightMm: 36,
};
const name: NameGrid = { ...sign.name, nastaliq };

const fields: FieldRow = {
  ...sign.fields,
  language: 'ur',
  fields: ['cug', 'help-number'],
  floorMm: sign.floor - district.below * district.leastMm,
  gapMm: signGap + 34,
  leastMm: 22.2,
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
    signGapMm: signGap,
  },
  pages: [urduPage(signedPage('', { ...sign, name, fields, district }, tree), trimMm.width)],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(trimMm, { top: footTop, right: sign.house.left }, bleedMm),
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
    ...signedHouse(kit, sign, district),
    ...foot(kit, { baseline: 1328, nameMm: 90, lower: 1458, lowerMm: 27 }),
  ]);
}
