import { printedHelpLines } from '../../campaigns/campaign.ts';
import { column, type Node, type Weight } from '../layout/node.ts';
import type { Artwork, Kit, Page } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { wholeHeadline } from './headline.ts';
import { appTile, policeSign } from './lockup.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from './pamphlet.ts';
import { pamphletBack } from './pamphlet-back.ts';
import { posterA2, posterA3 } from './poster.ts';
import { questions } from './questions.ts';
import { serviceList } from './service-list.ts';
import {
  placeSignboard,
  type Signboard,
  signedHouse,
  signedPage,
  signGap,
  street,
} from './signboard.ts';
import { stackedLines } from './stacked-lines.ts';
import { standee } from './standee.ts';
import { sticker } from './sticker.ts';
import { tent } from './tent.ts';
import { fitMm, inkUnits, lineAt } from './typeset.ts';

// The pieces of the kit where the phone is the station: the board's building at their size, and what is beside it.

/** The police alone, so that no two names compete; on a demonstration what it is. */
function sender(
  kit: Kit,
  at: { left: number; top: number; height: number; right: number },
): Node[] {
  const { left, top, height, right } = at;
  const width = 0.52 * (right - left);
  return [
    ...policeSign(kit, { left, top, width, height, ink: 'navy' }),
    ...demonstrationTag(kit, {
      left: left + 1.08 * width,
      top,
      height,
      width: right - left - 1.08 * width,
    }),
  ];
}

/** The app, large and alone, with what it costs under its name; then whom to call, and where to look for it. */
function appFoot(
  kit: Kit,
  at: {
    left: number;
    width: number;
    top: number;
    tile: number;
    baseline: number;
    numberMm: number;
    captionMm: number;
    storesMm: number;
    /** Where it may be wider than the rest. */
    storesWidth?: number;
    /** Beside the app, where there is room. */
    calls?: { left: number; width: number };
  },
): Node[] {
  const { left, width, top, tile, calls } = at;
  const { app, copy } = kit.campaign;
  const x = left + 1.2 * tile;
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
  return [
    ...appTile(kit, { left, top, height: tile, ground: 'marigold' }),
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
    ...helpColumns(kit, printedHelpLines(kit.campaign), {
      left,
      width,
      ...calls,
      baseline: at.baseline,
      heightMm: at.numberMm,
      captionBaseline: at.baseline + 2 * at.captionMm,
      captionMm: at.captionMm,
    }),
    lineAt(kit, copy.stores.hi, {
      x: left,
      baseline: at.baseline + 2 * at.captionMm + 2.4 * at.storesMm,
      heightMm: fitMm(kit, copy.stores.hi, { heightMm: at.storesMm, widthMm: storesWidth }),
      ink: 'paper',
      part: 'stores',
    }),
  ];
}

/** The upright side in units of A5: headline over all of it, the questions beside the building, the app on the foot. */
function upright(artwork: Artwork, pages: (front: Page) => readonly Page[]): Artwork {
  const { trimMm, bleedMm } = artwork.format;
  const u = trimMm.width / 148;
  const left = 8 * u;
  const right = trimMm.width - left;
  const width = 70 * u;
  const tall = { width, sign: 336, small: 31.5 };
  const { house } = placeSignboard({ left: 0, top: 0, ...tall });
  const place = { left: trimMm.width - 7 * u - width, top: trimMm.height - 6.4 * u - house.bottom };
  const sign = placeSignboard({ ...place, ...tall });
  const footTop = trimMm.height - 47 * u;
  const beside = place.left - 5 * u - left;
  const tree = (kit: Kit): Node =>
    column({ ...trimMm }, [
      ...street(trimMm, { top: footTop, right: place.left }, bleedMm),
      ...sender(kit, { left: left - 0.3 * u, top: 7.6 * u, height: 11 * u, right }),
      ...wholeHeadline(kit, {
        left,
        width: right - left,
        top: 22 * u,
        roomMm: place.top - 26 * u,
        gapMm: 2.2 * u,
        mostMm: 26 * u,
      }),
      ...questions(kit, {
        left,
        top: sign.house.sign.top,
        width: beside,
        height: footTop - 5 * u - sign.house.sign.top,
      }),
      ...signedHouse(kit, sign, sign.district),
      ...appFoot(kit, {
        left,
        width: beside,
        top: footTop + 5 * u,
        tile: 14 * u,
        baseline: footTop + 29 * u,
        numberMm: 5.4 * u,
        captionMm: 2.4 * u,
        storesMm: 2.1 * u,
        storesWidth: beside + 2.5 * u,
      }),
    ]);
  // The pamphlet has what the station fills in on its back.
  const own = artwork.pages.length === 1 ? sign : { ...sign, fields: undefined };
  const front = signedPage(artwork.pages[0]?.id ?? '', own, tree);
  return withSign(artwork, sign, {
    pages: pages(front),
  });
}

/** Limits of a piece with a signboard, which is one sign; its doorstep has more words than a button, and lower ones. */
function withSign(artwork: Artwork, sign: Signboard, { pages }: Pick<Artwork, 'pages'>): Artwork {
  const { limits } = artwork;
  return {
    ...artwork,
    source: 'artwork/station-pieces.ts',
    limits: {
      ...limits,
      signGapMm: signGap * sign.k,
      clearMm: leastClear * sign.k,
      readFromM: { ...limits.readFromM, scan: readScan * (limits.readFromM['scan'] ?? 0) },
    },
    pages,
  };
}

const readScan = 0.83;
/** Of bubbles and buttons beside the sign, whose own is 15. */
const leastClear = 8.7;

const withBack = (front: Page) => [front, pamphletBack];

function standing(): Artwork {
  const { trimMm, bleedMm, safeMm } = standee.format;
  const left = 54;
  const width = trimMm.width - 2 * left;
  const sign = placeSignboard({ left: safeMm, top: 340, width: trimMm.width - 2 * safeMm });
  const footTop = 1338;
  const tree = (kit: Kit): Node =>
    column({ ...trimMm }, [
      ...street(trimMm, { top: footTop }, bleedMm),
      ...sender(kit, { left: left - 1, top: 36, height: 54, right: left + width }),
      ...wholeHeadline(kit, { left, width, top: 108, roomMm: 212, gapMm: 8, mostMm: 100 }),
      ...signedHouse(kit, sign, sign.district),
      ...serviceList(kit, {
        left,
        width,
        second: 268,
        baseline: sign.house.bottom + 68,
        pitch: 62,
        heightMm: 26,
        gapMm: 7.1,
        floorMm: footTop - 20,
      }),
      // The base hides the lowest 15 cm.
      ...appFoot(kit, {
        left,
        width,
        top: footTop + 34,
        tile: 116,
        baseline: footTop + 222,
        numberMm: 46,
        captionMm: 22,
        storesMm: 17,
      }),
    ]);
  return withSign(standee, sign, { pages: [signedPage('', { ...sign, fields: undefined }, tree)] });
}

function folded(): Artwork {
  const { trimMm, bleedMm, safeMm } = tent.format;
  const left = 9;
  const low = { width: 62.5, sign: 270, small: 27, ideal: 75 };
  const { house } = placeSignboard({ left: 0, top: 0, ...low });
  const place = {
    left: trimMm.width - safeMm - 1 - low.width,
    top: (trimMm.height - house.bottom) / 2,
  };
  const sign = placeSignboard({ ...place, ...low });
  const width = place.left - 5 - left;
  const footTop = 64;
  const tree = (kit: Kit): Node =>
    column({ ...trimMm }, [
      ...street(trimMm, { top: footTop, right: place.left }, bleedMm),
      ...sender(kit, { left: left - 0.3, top: 6, height: 9, right: left + width }),
      ...wholeHeadline(kit, { left, width, top: 16.5, roomMm: 23, gapMm: 1.2, mostMm: 20 }),
      ...serviceList(kit, {
        left,
        width,
        second: 67,
        baseline: 48.6,
        pitch: 9.4,
        heightMm: 4.7,
        gapMm: 1,
        floorMm: footTop - 1.4,
      }),
      ...signedHouse(kit, sign, sign.district),
      ...appFoot(kit, {
        left,
        width: 0.46 * width,
        top: footTop + 4,
        tile: 13.5,
        baseline: footTop + 13,
        numberMm: 6.6,
        captionMm: 2.5,
        storesMm: 2.9,
        storesWidth: width,
        calls: { left: left + 0.52 * width, width: 0.48 * width },
      }),
    ]);
  // A table is nearer than a wall: code and doorstep give way to the signboard.
  const signed = withSign(tent, sign, {
    pages: [signedPage('', { ...sign, fields: undefined }, tree)],
  });
  const readFromM = { ...signed.limits.readFromM, scan: 0.61 };
  return { ...signed, limits: { ...signed.limits, qrMm: 41.3, readFromM } };
}

/** The building from edge to edge, and beside it in one column what the others say. */
function square(): Artwork {
  const { trimMm, bleedMm, safeMm } = sticker.format;
  const tall = { width: 45, sign: 352, small: 33 };
  const { house } = placeSignboard({ left: 0, top: 0, ...tall });
  const sign = placeSignboard({
    left: safeMm + 0.5,
    top: (trimMm.height - house.bottom) / 2,
    ...tall,
  });
  const left = sign.house.right + 2.4;
  const width = trimMm.width - safeMm - 0.8 - left;
  const tree = (kit: Kit): Node => {
    const { app, copy } = kit.campaign;
    const across = (
      text: string,
      at: { top: number; height: number; part: string; mostLines: number; ink: 'navy' },
    ) => stackedLines(kit, text, { x: left, width, gapMm: 0.45, ...at });
    return column({ ...trimMm }, [
      ...street(trimMm, undefined, bleedMm),
      ...policeSign(kit, { left, width, ink: 'navy', top: sign.house.top, height: 6 }),
      ...across(copy.headline.hi, {
        top: 12.4,
        height: 25,
        part: 'headline',
        mostLines: 4,
        ink: 'navy',
      }),
      ...demonstrationTag(kit, { left, width, top: 38, height: 5 }),
      ...appTile(kit, { left, top: 44.5, height: 13 }),
      ...across(app.nameHi, { top: 59, height: 7.4, part: 'app-name', mostLines: 2, ink: 'navy' }),
      ...across(copy.free.hi, { top: 67, height: 4, part: 'free', mostLines: 1, ink: 'navy' }),
      ...signedHouse(kit, sign, sign.district),
    ]);
  };
  return withSign(sticker, sign, { pages: [signedPage('', { ...sign, fields: undefined }, tree)] });
}

/** By the ids of those that they take the place of. */
export const stationPieces: readonly Artwork[] = [
  upright(pamphlet, withBack),
  upright(pamphletTwoUp, withBack),
  upright(pamphletFourUp, withBack),
  upright(posterA3, (front) => [front]),
  upright(posterA2, (front) => [front]),
  standing(),
  folded(),
  square(),
];
