import { boardServices, printedHelpLines } from '../../campaigns/campaign.ts';
import { column, type Node } from '../layout/node.ts';
import type { Artwork, Kit, Page } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpRow } from './foot-line.ts';
import { wholeHeadline } from './headline.ts';
import { appTile, policeSign } from './lockup.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from './pamphlet.ts';
import { emergencyLine, installSteps, pamphletBack } from './pamphlet-back.ts';
import { posterA2, posterA3 } from './poster.ts';
import { serviceList } from './service-list.ts';
import { placeSignboard, type Signboard, signedHouse, signedPage, street } from './signboard.ts';
import { appFoot, plainSign, sender, uprightFace } from './signed-face.ts';
import { type StackAt, stackedLines } from './stacked-lines.ts';
import { standee } from './standee.ts';
import { sticker } from './sticker.ts';
import { tent } from './tent.ts';
import { block, fitMm, lineAt } from './typeset.ts';

// The pieces of the kit where the phone is the station: the board's building at their size, and what is beside it.

/** The upright side; the pamphlet has what the station fills in on its back. */
function upright(artwork: Artwork, pages: (front: Page) => readonly Page[]): Artwork {
  const { format, pages: sides } = artwork;
  const { sign, tree } = uprightFace(format.trimMm, format.bleedMm);
  const page = sides.length === 1 ? signedPage : plainSign;
  return withSign(artwork, sign, { pages: pages(page(sides[0]?.id ?? '', sign, tree)) });
}

/** Limits of a piece with a signboard, which is one sign; who comes near enough to scan its code has read its doorstep. */
function withSign(artwork: Artwork, sign: Signboard, { pages }: Pick<Artwork, 'pages'>): Artwork {
  const { limits } = artwork;
  const qrMm = sign.house.code.size * (29 / 37) - 0.05;
  return {
    ...artwork,
    source: 'artwork/station-pieces.ts',
    limits: {
      ...limits,
      qrMm,
      signGapMm: sign.gapMm,
      clearMm: leastClear * sign.k,
      readFromM: { ...limits.readFromM, scan: readScan * scannedFromM(qrMm) },
    },
    pages,
  };
}

/** A code is scanned from ten times its width. */
const scannedFromM = (qrMm: number) => qrMm / 100;
const readScan = 1.47;
/** Of bubbles and buttons beside the sign, whose own is 15. */
const leastClear = 8.7;

const withBack = (front: Page) => [front, pamphletBack];

function standing(): Artwork {
  const { trimMm, bleedMm, safeMm } = standee.format;
  const left = 54;
  const width = trimMm.width - 2 * left;
  const sign = placeSignboard({
    left: safeMm,
    top: 306,
    width: trimMm.width - 2 * safeMm,
    rise: 96,
    sign: 386,
    small: 34,
  });
  const footTop = 1410;
  const tree = (kit: Kit): Node =>
    column({ ...trimMm }, [
      ...street(trimMm, { top: footTop }, bleedMm),
      ...sender(kit, { left: left - 1, top: 36, height: 54, right: left + width }),
      ...wholeHeadline(kit, { left, width, top: 106, roomMm: 188, gapMm: 8, mostMm: 100 }),
      ...signedHouse(kit, sign, sign.district),
      ...serviceList(kit, {
        left,
        width,
        baseline: sign.house.bottom + 62,
        pitch: 56,
        heightMm: 32,
        gapMm: 7.1,
        floorMm: footTop - 16,
      }),
      // The base hides the lowest 15 cm.
      ...appFoot(kit, {
        left,
        width,
        top: footTop + 24,
        tile: 90,
        isFirstLarge: true,
        baseline: footTop + 222,
        numberMm: 97,
        captionMm: 18,
        storesMm: 17,
      }),
    ]);
  return withSign(standee, sign, { pages: [plainSign('', sign, tree)] });
}

function folded(): Artwork {
  const { trimMm, bleedMm, safeMm } = tent.format;
  const { imposition: sheet } = tent;
  if (sheet === undefined) throw new Error('Expected a sheet for the tent, got none');
  const left = 9;
  // Wider than its code, so that its signboard is.
  const low = {
    width: 69,
    rise: 55,
    sign: 275,
    code: 709,
    step: 120,
    small: 28,
    ideal: 86,
    shirorekha: 54,
  };
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
      ...street(
        trimMm,
        { top: footTop, right: place.left, pavement: house.bottom + place.top },
        bleedMm,
      ),
      ...sender(kit, { left: left - 0.3, top: 5.4, height: 7.6, right: left + width }),
      ...wholeHeadline(kit, { left, width, top: 14.9, roomMm: 31.4, gapMm: 1.2, mostMm: 20 }),
      ...serviceList(kit, {
        left,
        width,
        second: 67,
        baseline: 54.4,
        pitch: 7.2,
        heightMm: 4,
        gapMm: 1,
        floorMm: footTop - 1.4,
      }),
      ...signedHouse(kit, sign, sign.district),
      ...appFoot(kit, {
        left,
        width: 0.5 * width,
        top: footTop + 4.6,
        tile: 16.5,
        isFirstLarge: true,
        baseline: footTop + 19.6,
        numberMm: 15,
        captionMm: 2.7,
        storesMm: 3,
        storesWidth: width,
        calls: { left: left + 0.52 * width, width: 0.48 * width },
      }),
    ]);
  const pages = [plainSign('front', sign, tree), tentBack];
  const cells = sheet.cells.map((cell) => (cell.turned ? { ...cell, side: 1 } : cell));
  return withSign({ ...tent, imposition: { ...sheet, cells } }, sign, { pages });
}

/** To the officer behind the table: what to answer who asks how it is done, and what it costs. */
const tentBack: Page = {
  id: 'back',
  tree(kit) {
    const { trimMm, bleedMm } = tent.format;
    const left = 9;
    const width = trimMm.width - 2 * left;
    const footTop = 66;
    const fee = kit.campaign.copy.pamphlet.fee?.hi;
    return column({ ...trimMm }, [
      ...street(trimMm, { top: footTop }, bleedMm),
      ...installSteps(kit, {
        ...{ left, width, titleMm: 8, stepMm: 6.4, weight: 700 },
        band: { top: -bleedMm, bottom: footTop },
      }),
      ...emergencyLine(kit, {
        ...{ x: left, width, baseline: 81, heightMm: 6.6, overMm: 12.4, leastMm: 3 },
      }),
      ...(fee === undefined
        ? []
        : [
            lineAt(kit, fee, {
              ...{ x: left, baseline: 91, ink: 'paper', part: 'body' },
              heightMm: fitMm(kit, fee, { heightMm: 4, widthMm: width }),
            }),
          ]),
    ]);
  },
  stamp: () => [],
};

/** The building from edge to edge, and beside it in one column what the others say. */
function square(): Artwork {
  const { trimMm, bleedMm, safeMm } = sticker.format;
  const tall = { width: 44.5, rise: 60, sign: 384, small: 38, ideal: 90 };
  const { house } = placeSignboard({ left: 0, top: 0, ...tall });
  const sign = placeSignboard({
    left: safeMm + 0.5,
    top: (trimMm.height - house.bottom) / 2,
    ...tall,
  });
  const left = sign.house.right + 2.4;
  const width = trimMm.width - safeMm - 0.8 - left;
  const tree = (kit: Kit): Node => {
    const { app, copy, demonstration } = kit.campaign;
    const services = boardServices(kit.campaign).slice(0, 2);
    const calls = printedHelpLines(kit.campaign).slice(0, 1);
    const service = {
      mostLines: 1,
      mostMm: 2.7,
      height: 4.4,
      ink: 'navy',
      part: 'service',
    } as const;
    const below = { mostLines: 2, ink: 'navy' } as const;
    const across = (text: string, at: Omit<StackAt, 'x' | 'width'>) =>
      stackedLines(kit, text, { x: left, width, gapMm: 0.45, ...at });
    return column({ ...trimMm }, [
      ...street(trimMm, { top: sign.house.bottom }, bleedMm),
      ...policeSign(kit, { left, width, ink: 'navy', top: sign.house.top, height: 6 }),
      ...across(copy.headline.hi, { ...below, top: 11.4, height: 13, part: 'headline' }),
      ...(demonstration === undefined
        ? services.flatMap(({ board }, at) =>
            across(board.hi, { ...service, top: 26.4 + 4.8 * at }),
          )
        : demonstrationTag(kit, { left, width, top: 30, height: 5 })),
      ...appTile(kit, { left, top: 37.4, height: 13 }),
      ...across(app.nameHi, { ...below, top: 51.4, height: 6.4, part: 'app-name' }),
      ...across(copy.free.hi, { ...below, top: 58.8, height: 3.8, part: 'free' }),
      block('navy', { left, width, top: 64.4, height: 5.9, radius: 1.2 }),
      ...helpRow(kit, calls, {
        left: left + 1,
        width: width - 2,
        baseline: 68.9,
        heightMm: 3.1,
        numberShare: 1.2,
      }),
      ...signedHouse(kit, sign, sign.district),
    ]);
  };
  return withSign(sticker, sign, { pages: [plainSign('', sign, tree)] });
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
