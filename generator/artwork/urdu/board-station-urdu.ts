import { column, type Node } from '../../layout/node.ts';
import type { Artwork, FieldRow, Kit } from '../artwork.ts';
import {
  boardStation,
  foot,
  footTop,
  sign as hindiSign,
  left,
  right,
  senderAt,
} from '../board-station.ts';
import { serviceList } from '../service-list.ts';
import { placeSignboard, signedHouse, signedPage, signGap, street } from '../signboard.ts';
import { sender } from '../signed-face.ts';
import { boardUrdu } from './board-urdu.ts';
import { headlineUrdu, urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = boardUrdu.format;
const { lineGapMm } = boardUrdu.limits;
const station = hindiSign.house;

const sign = placeSignboard({
  left: station.left,
  top: station.top,
  width: station.right - station.left,
  nastaliq: { ideal: 66, min: 36, small: 22.2, most: 30 },
});

const fields: FieldRow = {
  ...sign.fields,
  language: 'ur',
  fields: ['cug', 'help-number'],
  floorMm: sign.floor - sign.district.below * sign.district.leastMm,
  gapMm: signGap + 34,
  leastMm: 22.2,
  grid: { ...sign.name, ...sign.name.nastaliq },
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
  pages: [urduPage(signedPage('', { ...sign, fields }, tree), trimMm.width)],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(trimMm, { top: footTop, right: sign.house.left }, bleedMm),
    ...sender(kit, senderAt),
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
    ...signedHouse(kit, sign, sign.district),
    ...foot(kit, { baseline: 1328, nameMm: 90, lower: 1458, lowerMm: 27 }),
  ]);
}
