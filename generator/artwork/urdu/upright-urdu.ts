import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node } from '../../layout/node.ts';
import type { Artwork, Imprint, Kit, Limits, NameGrid, Page, StampKit } from '../artwork.ts';
import { ground, stampStation } from '../family.ts';
import { footLine } from '../foot-line.ts';
import { appLockup, policeLockup } from '../lockup.ts';
import { phoneHeight } from '../phone.ts';
import { standee } from '../standee.ts';
import { sticker } from '../sticker.ts';
import { tent } from '../tent.ts';
import { placeUpright, questionsAndPhone, uprightScale } from '../upright.ts';
import { headlineUrdu, urduPage } from './urdu-page.ts';

/** Width of the code's modules. */
const codeUnits = 48.4;
const districtUnits = 3.25;
/** No district's ink is higher over its baseline. */
const districtAboveUnits = 2.4 * districtUnits;

const foot = { footUnits: 35, gapUnits: 2.5 };

/**
 * The upright side for Urdu before it is mirrored, from the pamphlet to the poster: the same signs in units of A5, with the headline on one line and
 * the room over and under each line that Nastaliq takes.
 */
export function uprightUrduFace(
  id: Page['id'],
  trimMm: { width: number; height: number },
  bleedMm: number,
): Page {
  const { left, right, footTop, u, phoneAt: usual } = placeUpright(trimMm, foot);
  const narrow = placeUpright(trimMm, { ...foot, codeMm: codeUnits * u });
  // As tall as the usual one, so that Nastaliq has more room on head and button, and the questions next to it.
  const heightMm = phoneHeight * usual.codeMm;
  const places = { ...narrow, phoneAt: { ...narrow.phoneAt, top: usual.top, heightMm } };
  const footBaseline = trimMm.height - 7.8 * u;
  const name: NameGrid = {
    widthMm: right - left,
    shirorekhaMm: footTop + 6.2 * u,
    aboveMm: 3.7 * u,
    belowMm: footBaseline - (districtAboveUnits + 0.85) * u - (footTop + 6.2 * u),
    idealHeightMm: 8 * u,
    minHeightMm: uprightScale(trimMm.width).leastNameMm,
    gapMm: 0.8 * u,
    nastaliq: {
      shirorekhaMm: footTop + 9.8 * u,
      aboveMm: 7.3 * u,
      belowMm: footBaseline - (districtAboveUnits + 0.85) * u - (footTop + 9.8 * u),
    },
  };

  const tree = (kit: Kit): Node => {
    const lockup = { top: 7 * u, height: 15 * u, ink: 'navy' } as const;
    return column({ ...trimMm }, [
      ...ground(trimMm, { bleedMm, footTop }),
      ...policeLockup(kit, { left, ...lockup }),
      ...appLockup(kit, { left: right, ...lockup, anchor: 'right' }),
      ...headlineUrdu(kit, { left, right, top: 25.5 * u, tagMm: 7.8 * u, gapMm: 1.6 * u }),
      ...questionsAndPhone(kit, places),
      ...footLine(kit, {
        left,
        right,
        baseline: footBaseline,
        heightMm: 4 * u,
        districtShare: 0.36,
      }),
    ]);
  };

  const stamp = (slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] =>
    stampStation(slots, imprint, kit, {
      grid: name,
      districtMm: districtUnits * u,
      districtAboveMm: districtAboveUnits * u,
      link: 2.3 * u,
    });

  return { id, name, tree, stamp };
}

/** A poster in Urdu: the pamphlet's front at its size. */
export function posterUrdu(poster: Artwork): Artwork {
  const { format, limits } = poster;
  const { u } = uprightScale(format.trimMm.width);
  return {
    ...poster,
    source: 'artwork/urdu/upright-urdu.ts',
    language: 'ur',
    format: { ...format, mirrored: true },
    limits: {
      ...limits,
      readFromM: {
        ...limits.readFromM,
        headline: 1.2 * u,
        scan: 0.65 * u,
        stores: 0.31 * u,
        rest: 0.34 * u,
      },
    },
    pages: [urduPage(uprightUrduFace('', format.trimMm, format.bleedMm), format.trimMm.width)],
  };
}

/** A piece whose signs keep clear of each other by their ink in every script: in Urdu it is the same, mirrored, and read from nearer. */
function inUrduToo(artwork: Artwork, readFromM: Limits['readFromM']): Artwork {
  const { format, pages } = artwork;
  return {
    ...artwork,
    source: 'artwork/urdu/upright-urdu.ts',
    language: 'ur',
    format: { ...format, mirrored: true },
    limits: { ...artwork.limits, readFromM: { ...artwork.limits.readFromM, ...readFromM } },
    pages: pages.map((page) => urduPage(page, format.trimMm.width)),
  };
}

export const standeeUrdu = inUrduToo(standee, { scan: 4.6, service: 3.2, rest: 1.4 });
export const stickerUrdu = inUrduToo(sticker, { 'scan-near': 0.265, rest: 0.21 });
export const tentUrdu = inUrduToo(tent, { scan: 0.58, rest: 0.24 });
