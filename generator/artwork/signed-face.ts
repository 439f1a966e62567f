import { boardServices, type HelpLine, printedHelpLines } from '../../campaigns/campaign.ts';
import type { InkName } from '../ink/palette.ts';
import { column, type Node, type Weight } from '../layout/node.ts';
import type { Kit, Page } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { firstLarge, helpColumns } from './foot-line.ts';
import { wholeHeadline } from './headline.ts';
import { appTile, policeSign } from './lockup.ts';
import { questions } from './questions.ts';
import {
  type BoardAt,
  placeSignboard,
  type Signboard,
  signedHouse,
  signedPage,
  street,
} from './signboard.ts';
import { fitMm, inkUnits, lineAt, spreadLines } from './typeset.ts';

// The board's building at other sizes and shapes, and what is beside it; for pieces of the kit, vehicles and newspapers.

export interface Face {
  sign: Signboard;
  tree(kit: Kit): Node;
}

/** A side that has no room for what the station fills in, or has it elsewhere. */
export function plainSign(id: Page['id'], sign: Signboard, tree: Page['tree']): Page {
  return signedPage(id, { ...sign, fields: undefined }, tree);
}

/** The police alone, so that no two names compete; on a demonstration what it is. */
export function sender(
  kit: Kit,
  at: { left: number; top: number; height: number; right: number; share?: number; gapMm?: number },
): Node[] {
  const { left, top, height, right, share = 0.52, gapMm } = at;
  const width = share * (right - left);
  return [
    ...policeSign(kit, { left, top, width, height, ink: 'navy' }),
    ...demonstrationTag(kit, {
      left: left + 1.08 * width,
      top,
      height,
      width: right - left - 1.08 * width,
      ...(gapMm === undefined ? {} : { gapMm }),
    }),
  ];
}

/** The app, large and alone, with what it costs under its name; then whom to call, and where to look for it. */
export function appFoot(
  kit: Kit,
  at: {
    left: number;
    width: number;
    top: number;
    tile: number;
    baseline: number;
    numberMm: number;
    captionMm: number;
    /** The first number in a row of its own; both rows together are as high as a number is said to be. */
    isFirstLarge?: boolean;
    /** Where to look for it is said elsewhere, or nowhere, without one. */
    storesMm?: number;
    lines?: readonly HelpLine[];
    /** Where the name alone is as high as the tile, which would say it twice. */
    isNameOnly?: boolean;
    /** Where it may be wider than the rest. */
    storesWidth?: number;
    /** Beside the app, where there is room. */
    calls?: { left: number; width: number };
  },
): Node[] {
  const { left, width, top, tile, calls, storesMm, lines = printedHelpLines(kit.campaign) } = at;
  const { app, copy } = kit.campaign;
  const x = at.isNameOnly === true ? left : left + 1.2 * tile;
  const storesWidth = at.storesWidth ?? width;
  const fit = (text: string, heightMm: number, from: number, weight: Weight) =>
    fitMm(kit, text, { heightMm, widthMm: left + width - from, weight });
  // The two lines share the tile's height by their ink.
  const name = inkUnits(kit, app.nameHi, 800);
  const free = inkUnits(kit, copy.free.hi, 700);
  const over = -0.03;
  const room = (1 - 2 * over - 0.08) * tile;
  const freeMm = fit(copy.free.hi, 0.18 * tile, x, 700);
  const most = (room - (free.above + free.below) * freeMm) / (name.above + name.below);
  const nameMm = fit(app.nameHi, Math.min(0.5 * tile, most), x, 800);
  const captionBaseline = at.baseline + (at.isFirstLarge === true ? 0 : 2 * at.captionMm);
  return [
    ...(at.isNameOnly === true
      ? []
      : appTile(kit, { left, top, height: tile, ground: 'marigold' })),
    lineAt(kit, app.nameHi, {
      x,
      baseline: top + over * tile + name.above * nameMm,
      heightMm: nameMm,
      weight: 800,
      ink: 'paper',
      part: 'app-name',
    }),
    lineAt(kit, copy.free.hi, {
      x,
      baseline: top + (1 - over) * tile - free.below * freeMm,
      heightMm: freeMm,
      ink: 'marigold',
      part: 'free',
    }),
    ...(at.isFirstLarge === true
      ? firstLarge(kit, lines, { ...at, width: storesWidth, ...calls, heightMm: at.numberMm })
      : helpColumns(kit, lines, {
          left,
          width,
          ...calls,
          baseline: at.baseline,
          heightMm: at.numberMm,
          captionBaseline,
          captionMm: at.captionMm,
        })),
    ...(storesMm === undefined
      ? []
      : storesLine(kit, {
          ...at,
          left,
          captionBaseline,
          heightMm: storesMm,
          widthMm: storesWidth,
        })),
  ];
}

/** Where to look for the app, clear of what the captions over it reach down. */
function storesLine(
  kit: Kit,
  at: {
    left: number;
    captionBaseline: number;
    captionMm: number;
    heightMm: number;
    widthMm: number;
    lines?: readonly HelpLine[];
  },
): Node[] {
  const { left, captionBaseline, captionMm, widthMm, lines = printedHelpLines(kit.campaign) } = at;
  const { hi } = kit.campaign.copy.stores;
  const heightMm = fitMm(kit, hi, { heightMm: at.heightMm, widthMm });
  const under = Math.max(0, ...lines.map(({ name }) => inkUnits(kit, name.hi, 700).below));
  const clear = under * captionMm + (0.42 + inkUnits(kit, hi, 700).above) * heightMm;
  const baseline = captionBaseline + Math.max(2.4 * at.heightMm, clear);
  return [lineAt(kit, hi, { x: left, baseline, heightMm, ink: 'paper', part: 'stores' })];
}

/** The signboard of the police: their name on one line and whose they are under it. */
export const policeBoard: BoardAt = {
  rise: 64,
  sign: 205,
  small: 25.5,
  ideal: 60,
  shirorekha: 42,
  link: 25,
  most: 40,
};
type UprightAt = { widthUnits?: number; leastOnTwo?: number } & BoardAt;

/** The upright side in units of A5: headline over all of it, the questions beside the building, the app on the foot. */
export function uprightFace(
  trimMm: { width: number; height: number },
  bleedMm: number,
  { widthUnits = 70, leastOnTwo = 1, ...board }: UprightAt = {},
): Face {
  const u = trimMm.width / 148;
  const left = 8 * u;
  const right = trimMm.width - left;
  const width = widthUnits * u;
  const tall = { width, rise: 100, sign: 392, small: 39, ...board };
  const { house } = placeSignboard({ left: 0, top: 0, ...tall });
  const place = { left: trimMm.width - 7 * u - width, top: trimMm.height - 6.4 * u - house.bottom };
  const sign = placeSignboard({ ...place, ...tall });
  const footTop = trimMm.height - 47 * u;
  const beside = place.left - 5 * u - left;
  const isPolice = board.sign !== undefined;
  const pavement = isPolice ? {} : { pavement: sign.house.bottom };
  const askTop = place.top - (isPolice ? 0 : 3.4 * u);
  const tree = (kit: Kit): Node => {
    // The signboard says who speaks.
    const isBare = isPolice && kit.campaign.demonstration === undefined;
    const headTop = isBare ? 9 * u : 22 * u;
    const at = { left: left - 0.3 * u, top: 7.6 * u, height: 11 * u, right };
    return column({ ...trimMm }, [
      ...street(trimMm, { top: footTop, right: place.left, ...pavement }, bleedMm),
      ...(isBare ? [] : sender(kit, at)),
      ...wholeHeadline(kit, {
        left,
        width: right - left,
        top: headTop,
        roomMm: place.top - 4 * u - headTop,
        gapMm: 2.2 * u,
        mostMm: 26 * u,
        leastOnTwo,
      }),
      ...questions(kit, {
        left,
        top: askTop,
        width: beside,
        height: footTop - 5 * u - askTop,
      }),
      ...signedHouse(kit, sign, sign.district),
      ...appFoot(kit, {
        left,
        width: beside,
        top: footTop + 5 * u,
        tile: 14 * u,
        isFirstLarge: !isPolice,
        baseline: footTop + (isPolice ? 29 : 34.6) * u,
        numberMm: (isPolice ? 5.4 : 12.6) * u,
        captionMm: 2.4 * u,
        storesMm: (isPolice ? 2.2 : 2.1) * u,
        storesWidth: beside + 2.5 * u,
      }),
    ]);
  };
  return { sign, tree };
}

export interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Width of the code's modules in widths of the building. */
export const codeShare = 0.6608;
/**
 * The wide side, where the signboard says who speaks: the building as high as its room, at its left the headline as large
 * as it will go, where there is room the services, and the app on the foot.
 * @param words room of what is read, out to the edge; letters keep `inset` from it
 */
export function wideFace(
  trimMm: { width: number; height: number },
  bleedMm: number,
  at: {
    words: Room;
    house: Room;
    inset: number;
    hasServices: boolean;
    board?: BoardAt;
    ground?: InkName;
  },
): Face {
  const { words, house, inset, board = policeBoard, ground = 'marigold' } = at;
  // In widths of the building.
  const lowHeight = placeSignboard({ left: 0, top: 0, width: 1, ...board }).house.bottom;
  const width = Math.min(house.right - house.left, (house.bottom - house.top) / lowHeight);
  const top = house.bottom - lowHeight * width;
  const sign = placeSignboard({ left: house.right - width, top, width, ...board });
  const u = (words.bottom - words.top) / 100;
  const left = words.left + inset;
  const right = sign.house.left - 3.6 * u;
  /** Numbers to call: beside a narrow column a second one would be small print. */
  const calls = at.hasServices && right - left > 66 * u ? 2 : 1;
  const footTop = words.bottom - (at.hasServices ? 24 : 29) * u;
  const isAbove = at.hasServices && top - house.top > 10 * u;
  const headline = isAbove
    ? { width: house.right - left, roomMm: top - words.top - inset - 2 * u }
    : { width: right - left, roomMm: (at.hasServices ? 44 : 63) * u };
  const headTop = words.top + inset;
  const tile = 10.8 * u;
  /** In a narrow column the name has no room beside its tile. */
  const isNameOnly = 0.46 * (right - left) < 2.4 * tile;
  const listTop = isAbove ? top + 4 * u : headTop + headline.roomMm;
  const tag = { height: 8 * u, top: footTop - 11 * u };
  const tree = (kit: Kit): Node => {
    const isTagged = kit.campaign.demonstration !== undefined;
    const floor = (isTagged ? tag.top : footTop) - 3.4 * u;
    const roomMm = at.hasServices ? headline.roomMm : floor - headTop;
    return column({ ...trimMm }, [
      ...street(trimMm, { top: footTop, right: sign.house.left }, bleedMm, ground),
      ...wholeHeadline(kit, {
        ...headline,
        roomMm,
        left,
        top: headTop,
        gapMm: 3 * u,
        mostMm: 40 * u,
        ink: ground === 'red' ? 'paper' : 'navy',
      }),
      ...(at.hasServices
        ? services(kit, { left, width: right - left, top: listTop, floor, u })
        : []),
      ...demonstrationTag(kit, { ...tag, left, width: right - left }),
      ...signedHouse(kit, sign, sign.district),
      ...appFoot(kit, {
        left,
        width: (at.hasServices ? 0.46 : 0.59) * (right - left),
        top: footTop + 4 * u,
        ...(at.hasServices
          ? { isNameOnly, tile, storesMm: 2.1 * u, storesWidth: right - left }
          : { isNameOnly: true, tile: 21 * u }),
        lines: printedHelpLines(kit.campaign).slice(0, calls),
        baseline: footTop + (at.hasServices ? 10 : 16) * u,
        numberMm: (at.hasServices ? 5.4 : 9) * u,
        captionMm: (at.hasServices ? 2.4 : 3.3) * u,
        calls: at.hasServices
          ? { left: left + 0.5 * (right - left), width: 0.5 * (right - left) }
          : { left: left + 0.64 * (right - left), width: 0.36 * (right - left) },
      }),
    ]);
  };
  return { sign, tree };
}

/** The services of the board, a line each, in the middle of the height that is left. */
function services(
  kit: Kit,
  at: { left: number; width: number; top: number; floor: number; u: number },
): Node[] {
  const { left, width, top, floor, u } = at;
  const rows = boardServices(kit.campaign).map(({ board }) => [board.hi]);
  const widest = Math.max(...rows.flat().map((word) => inkUnits(kit, word, 700).width));
  const pitch = (floor - top) / rows.length;
  const { heightMm, baselines } = spreadLines(kit, rows, {
    baseline: top + 0.62 * pitch,
    pitch,
    heightMm: Math.min(4.6 * u, width / widest, 0.5 * pitch),
    gapMm: 1.2 * u,
    floorMm: floor,
  });
  return rows.flat().map((word, row) =>
    lineAt(kit, word, {
      x: left,
      baseline: baselines[row] ?? 0,
      heightMm,
      ink: 'navy',
      part: 'service',
    }),
  );
}
