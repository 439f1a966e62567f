import {
  type Advertisement,
  adSizeMm,
  type Paper,
} from '../../../campaigns/channels/newspapers/newspapers.ts';
import { type Artwork, type Kit, type Page, slotBox } from '../../artwork/artwork.ts';
import { phoneGrid } from '../../artwork/phone.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { stampLink, stampQr } from '../../artwork/stamp.ts';
import {
  headlineTopUnits,
  uprightPage,
  uprightPhoneTop,
  uprightScale,
} from '../../artwork/upright.ts';
import { uprightUrduFace, uprightUrduPhoneTop } from '../../artwork/urdu/upright-urdu.ts';
import { urduPage } from '../../artwork/urdu/urdu-page.ts';
import { type Ink, inkCmyk } from '../../ink/palette.ts';
import type { Node } from '../../layout/node.ts';
import { landscapeAd } from './large-ads.ts';
import { framed, keylineMm, type Size, squareAd, stampAd, stripAd } from './small-ads.ts';

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
      newsprint: { mostInkPercent: 220, strokeMm: 0.25, reversedPoints: 8, keylineMm, mono },
    },
    previewWidthsPx: [Math.round(Math.min(900, Math.max(360, trimMm.width * 4)))],
    rasterDpi: 300,
    stock: 'newsprint',
    placed: true,
    inkOnStock: mono ? keyInk : newsprintInk,
    pages: [isUrdu ? urduSide(ad, trimMm) : side(ad, trimMm)],
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

function side({ layout }: Advertisement, trimMm: Size): Page {
  return layout === 'upright'
    ? uprightAd(
        trimMm,
        uprightPage('', trimMm, 0, { headlineUnits: headlineEnd - headlineTopUnits }),
        uprightPhoneTop(trimMm),
      )
    : page(trees[layout], trimMm);
}

/** The same, read from right to left; the upright face is Urdu's own already. */
function urduSide(ad: Advertisement, trimMm: Size): Page {
  if (ad.layout !== 'upright') return urduPage(side(ad, trimMm), trimMm.width);
  const face = uprightUrduFace('', trimMm, 0);
  return urduPage(uprightAd(trimMm, face, uprightUrduPhoneTop(trimMm)), trimMm.width);
}

const trees: Record<Exclude<Advertisement['layout'], 'upright'>, (kit: Kit, size: Size) => Node> = {
  stamp: stampAd,
  square: squareAd,
  strip: stripAd,
  landscape: landscapeAd,
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

/** Where the headline ends on the pamphlet's face, in units of A5. */
const headlineEnd = 68;
/** A gap of fewer units stays empty. */
const leastGap = 24;

/** The pamphlet's face, with a frame; where it is higher than A5, a sentence is between headline and phone. */
function uprightAd(trimMm: Size, face: Page, phoneTop: number): Page {
  return {
    ...face,
    tree(kit) {
      const tree = face.tree(kit);
      if (tree.kind !== 'box') throw new Error('Expected a box as the face of an advertisement');
      const lines = framed(trimMm, { content: [] }).filter(
        (node) => node.kind === 'box' && node.part === 'keyline',
      );
      const { u } = uprightScale(trimMm.width);
      const gap = phoneTop - headlineEnd * u;
      const lead =
        gap < leastGap * u
          ? []
          : stackedLines(kit, kit.campaign.copy.pamphlet.lead.hi, {
              x: 8 * u,
              top: headlineEnd * u,
              width: trimMm.width - 16 * u,
              height: gap - 4.5 * u,
              mostMm: 5.6 * u,
              mostLines: 3,
              gapMm: 0.8 * u,
              weight: 700,
              ink: 'key',
              part: 'lead',
            });
      return { ...tree, children: [...tree.children, ...lead, ...lines] };
    },
  };
}
