import { boardServices, printedHelpLines } from '../../campaigns/campaign.ts';
import { column, type Node } from '../layout/node.ts';
import type { Artwork, Kit } from './artwork.ts';
import { board } from './board.ts';
import { helpColumns } from './foot-line.ts';
import { wholeHeadline } from './headline.ts';
import { appTile } from './lockup.ts';
import { placeSignboard, signedHouse, signedPage, street } from './signboard.ts';
import { sender } from './signed-face.ts';
import { block, fitMm, inkUnits, lineAt, spreadLines } from './typeset.ts';

const { trimMm, bleedMm } = board.format;
const { lineGapMm } = board.limits;

export const left = 72;
export const right = 1360;
/** The building with its signboard, on which what has no room is on poster and pamphlet. */
export const sign = placeSignboard({ left: 1420, top: 50.3, width: 968 });
export const footTop = 1164;
const clearMm = 15;
export const senderAt = {
  left: left - 4,
  top: 56,
  height: 122,
  right,
  share: 700 / (right - left + 4),
  gapMm: 25.3,
};

export const boardStation: Artwork = {
  ...board,
  source: 'artwork/board-station.ts',
  limits: {
    ...board.limits,
    qrMm: 640,
    readFromM: { headline: 15, scan: 9.4, name: 9, service: 9, district: 4.4, rest: 4 },
    signGapMm: sign.gapMm,
  },
  pages: [signedPage('', sign, tree)],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...street(
      trimMm,
      { top: footTop, right: sign.house.left, pavement: sign.house.bottom },
      bleedMm,
    ),
    ...sender(kit, senderAt),
    ...wholeHeadline(kit, {
      left,
      width: right - left,
      top: 206,
      roomMm: 672,
      gapMm: lineGapMm + 0.3,
      mostMm: 215,
    }),
    ...services(kit),
    ...signedHouse(kit, sign, sign.district),
    ...foot(kit, { baseline: 1338, nameMm: 100, lower: 1460, lowerMm: 30 }),
  ]);
}

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
    ...appTile(kit, { left, top: 1203, height: tile, ground: 'marigold' }),
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
      firstShare: 1.45,
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
