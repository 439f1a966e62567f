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
import { wholeHeadline } from '../headline.ts';
import { serviceList } from '../service-list.ts';
import { placeSignboard, signedHouse, signedPage, street } from '../signboard.ts';
import { sender } from '../signed-face.ts';
import { boardUrdu } from './board-urdu.ts';
import { urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = boardUrdu.format;
const { lineGapMm } = boardUrdu.limits;
const station = hindiSign.house;

const sign = placeSignboard({
  left: station.left,
  top: station.top,
  width: station.right - station.left,
  rise: 60,
  step: 151,
  sign: 311.6,
  nastaliq: { ideal: 118, min: 36, small: 22.2, most: 30 },
});

const fields: FieldRow = {
  ...sign.fields,
  language: 'ur',
  fields: ['cug', 'help-number'],
  floorMm: sign.floor - sign.district.below * sign.district.leastMm,
  gapMm: sign.gapMm + 34,
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
    signGapMm: sign.gapMm,
  },
  pages: [urduPage(signedPage('', { ...sign, fields }, tree), trimMm.width)],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(
      trimMm,
      { top: footTop, right: sign.house.left, pavement: sign.house.bottom },
      bleedMm,
    ),
    ...sender(kit, { ...senderAt, height: 96 }),
    ...wholeHeadline(kit, {
      left,
      width: right - left,
      top: 166,
      roomMm: 614,
      gapMm: lineGapMm + 0.3,
      mostMm: 215,
    }),
    ...serviceList(kit, {
      left,
      width: right - left,
      second: 650,
      baseline: 928,
      pitch: 178,
      heightMm: 56,
      gapMm: lineGapMm,
      floorMm: footTop - 15,
    }),
    ...signedHouse(kit, sign, sign.district),
    ...foot(kit, { baseline: 1336, nameMm: 82, lower: 1459, lowerMm: 25 }),
  ]);
}
