import {
  type Advertisement,
  adSizeMm,
  type Paper,
} from '../../../campaigns/channels/newspapers/newspapers.ts';
import { type Artwork, type Kit, type Page, slotBox } from '../../artwork/artwork.ts';
import { phoneGrid } from '../../artwork/phone.ts';
import type { BoardAt } from '../../artwork/signboard.ts';
import {
  type Face,
  plainSign,
  policeBoard,
  uprightFace,
  wideFace,
} from '../../artwork/signed-face.ts';
import { stampLink, stampQr } from '../../artwork/stamp.ts';
import { uprightScale } from '../../artwork/upright.ts';
import { urduPage } from '../../artwork/urdu/urdu-page.ts';
import { type Ink, inkCmyk } from '../../ink/palette.ts';
import type { Node } from '../../layout/node.ts';
import { framed, keylineMm, type Size, squareAd, stampAd, stripAd } from './small-ads.ts';
import { squareFace } from './square-face.ts';

/** A paper is held so near; a letter of that least height holds on newsprint: its shirorekha is 0.25 mm thick in the bold weight. */
const readFromM = 0.26;

/** All advertisements of a paper, each in the inks that the paper prints: key first, then colour. */
export function adArtworks(paper: Paper, ads: readonly Advertisement[]): Artwork[] {
  return ads.flatMap((ad) => paper.measure.inks.map((inks) => adArtwork(paper, ad, inks)));
}

function adArtwork(paper: Paper, ad: Advertisement, inks: 'mono' | 'colour'): Artwork {
  const trimMm = adSizeMm(paper, ad);
  const isUpright = ad.layout === 'upright';
  const isUrdu = paper.language === 'ur';
  const face = housedFace(ad.layout, trimMm, isUrdu ? urduBoard : board);
  const mono = inks === 'mono';
  return {
    id: `${ad.id}-${inks}`,
    source: 'channels/newspapers/ad-artwork.ts',
    channel: 'newspaper',
    ...(isUrdu ? { language: 'ur' } : {}),
    format: { trimMm, bleedMm: 0, safeMm: 1.5, unitsPerMm: 40, mirrored: isUrdu },
    limits: {
      decodeDpi: 100,
      qrMm: 20,
      readFromM: { rest: readFromM },
      lineGapMm: isUpright ? (isUrdu ? 0.7 : 0.8) * uprightScale(trimMm.width).u : 0.4,
      ...(face === undefined
        ? {}
        : {
            signGapMm: face.sign.gapMm,
            clearMm: (isUrdu || ad.layout === 'square' ? 4.9 : 7) * face.sign.k,
          }),
      newsprint: { mostInkPercent: 220, strokeMm: 0.25, reversedPoints: 8, keylineMm, mono },
    },
    previewWidthsPx: [Math.round(Math.min(900, Math.max(360, trimMm.width * 4)))],
    rasterDpi: 300,
    stock: 'newsprint',
    placed: true,
    inkOnStock: mono ? keyInk : newsprintInk,
    pages: [isUrdu ? urduPage(side(ad, trimMm, face), trimMm.width) : side(ad, trimMm, face)],
  };
}

/** Navy within the 220 % of ink that newsprint takes. */
const newsNavy: Ink = { cmyk: [100, 75, 0, 40], screen: '#123063' };

/** Inks of colour work on newsprint: the campaign's, but for those that lay down too much. */
function newsprintInk(ink: Ink): Ink {
  if (ink === 'navy') return newsNavy;
  // Pale tones are lost between the dots.
  if (ink === 'mist') return 'paper';
  return ink;
}

/** Inks of one-colour work: dark fields and letters in key, light ones left out. */
function keyInk(ink: Ink): Ink {
  const [c, m, y, k] = inkCmyk(ink);
  return k >= 30 || c + m + y > 150 ? 'key' : 'paper';
}

function side({ layout }: Pick<Advertisement, 'layout'>, trimMm: Size, face?: Face): Page {
  if (face !== undefined) return framedSide(plainSign('', face.sign, face.tree), trimMm);
  return page(trees[layout as keyof typeof trees], trimMm);
}

/** The police's building where there is room for it. */
function housedFace(layout: Advertisement['layout'], trimMm: Size, own: BoardAt): Face | undefined {
  const { width, height } = trimMm;
  if (layout === 'upright') return uprightFace(trimMm, 0, own);
  // Its doorstep would have Urdu of 7.6 points, which newsprint fills.
  if (layout === 'square' && own.nastaliq === undefined) return squareFace(trimMm);
  if (layout !== 'landscape') return undefined;
  const inset = Math.max(3.2, 0.032 * height);
  const right = width - inset;
  return wideFace(trimMm, 0, {
    words: { left: 0, top: 0, right, bottom: height },
    house: { left: right - houseShare * height, top: inset, right, bottom: height - inset },
    inset,
    hasServices: true,
    board: own,
  });
}

/** No letter is so low that newsprint fills it. */
const board: BoardAt = { ...policeBoard, sign: 240, small: 38, link: 34 };
const urduBoard: BoardAt = {
  ...board,
  sign: 340,
  nastaliq: { ideal: 66, min: 40, small: 34, most: 40 },
};
/** Width of the building on a wide advertisement, in heights of it: the headline goes over it on one line. */
const houseShare = 0.53;

const trees: Record<
  Exclude<Advertisement['layout'], 'upright' | 'landscape'>,
  (kit: Kit, size: Size) => Node
> = {
  stamp: stampAd,
  square: squareAd,
  strip: stripAd,
};

function page(tree: (kit: Kit, size: Size) => Node, size: Size): Page {
  return {
    id: '',
    tree: (kit) => tree(kit, size),
    stamp(slots, imprint, kit) {
      const code = stampQr(slotBox(slots, 'qr'), kit.qr);
      const link = slots.get('link');
      if (link === undefined) return [code];
      const { smallHeight } = phoneGrid;
      const heightMm = (slotBox(slots, 'qr').width * smallHeight) / 1000;
      return [code, stampLink(link, imprint, kit, heightMm)];
    },
  };
}

/** A side with the frame around it. */
function framedSide(face: Page, trimMm: Size): Page {
  return {
    ...face,
    tree(kit) {
      const tree = face.tree(kit);
      if (tree.kind !== 'box') throw new Error('Expected a box as the face of an advertisement');
      const lines = framed(trimMm, { content: [] }).filter(
        (node) => node.kind === 'box' && node.part === 'keyline',
      );
      return { ...tree, children: [...tree.children, ...lines] };
    },
  };
}
