import { printedHelpLines } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, emblem, type Node, row, slot, text } from '../layout/node.ts';
import { paragraph } from '../layout/paragraph.ts';
import {
  type Artwork,
  type Imprint,
  type Kit,
  type Page,
  type StampKit,
  slotBox,
} from './artwork.ts';
import { limitsFor } from './limits.ts';
import { pamphletBack } from './pamphlet-back.ts';
import { phone } from './phone.ts';
import { stampLink, stampName, stampQr } from './stamp.ts';

/** A5 upright. */
export const trimMm = { width: 148, height: 210 };
const bleedMm = 3;
const left = 9;
const panelTop = 106;
const stripTop = 176;
const footerTop = 195;

const front: Page = { id: 'front', tree, stamp };

const sides = {
  source: 'artwork/pamphlet.ts',
  channel: 'pamphlet',
  format: { trimMm, bleedMm, safeMm: 5, unitsPerMm: 40 },
  rasterDpi: 300,
  pages: [front, pamphletBack],
} as const satisfies Partial<Artwork>;

/** The pamphlet, read in the hand: front for the glance, back for all services and how to begin. */
export const pamphlet: Artwork = { id: 'pamphlet', ...sides, previewWidthsPx: [480, 800] };

/** Front and back side by side on A4: the same form prints both sides of the sheet. */
export const pamphletTwoUp: Artwork = {
  id: 'pamphlet-2up',
  ...sides,
  previewWidthsPx: [],
  imposition: {
    trimMm: { width: 297, height: 210 },
    cells: [
      { side: 0, x: 0.5, y: 0 },
      { side: 1, x: 148.5, y: 0 },
    ],
    turn: 'WORK AND TURN, left to right (duplex: flip on short edge)',
  },
};

/** Four to an A3 sheet, fronts in the left column and backs in the right. */
export const pamphletFourUp: Artwork = {
  id: 'pamphlet-4up',
  ...sides,
  previewWidthsPx: [],
  imposition: {
    trimMm: { width: 297, height: 420 },
    cells: [0, 210].flatMap((y) => [
      { side: 0, x: 0.5, y },
      { side: 1, x: 148.5, y },
    ]),
    turn: 'WORK AND TURN, left to right (duplex: flip on long edge)',
  },
};

function tree(kit: Kit): Node {
  const { width, height } = trimMm;
  return column({ width, height }, [
    ground('navy', -bleedMm, panelTop + bleedMm),
    ground('paper', panelTop, stripTop - panelTop),
    ground('marigold', stripTop, footerTop - stripTop),
    ground('navy', footerTop, height - footerTop + bleedMm),
    brand(kit),
    promise(kit),
    column({ position: 'absolute', left: 101, top: 25 }, [phone(kit, 38)]),
    scanPanel(kit),
    slot('strip', {
      position: 'absolute',
      left,
      top: stripTop,
      width: width - 2 * left,
      height: footerTop - stripTop,
    }),
    footer(kit),
  ]);
}

function ground(ink: 'navy' | 'paper' | 'marigold', top: number, height: number): Node {
  return row({
    position: 'absolute',
    left: -bleedMm,
    top,
    width: trimMm.width + 2 * bleedMm,
    height,
    ground: ink,
    part: 'ground',
  });
}

function brand({ campaign, size }: Kit): Node {
  const { copy, app } = campaign;
  return row({ position: 'absolute', left, top: 8, height: 15, alignItems: 'center', gap: 3.4 }, [
    emblem({ width: 11.5, height: 14, part: 'emblem' }),
    text(app.name, { sizeMm: 17.6, weight: 800, ink: 'marigold', part: 'app', lineHeight: 0.9 }),
    row({ width: 0.5, height: 12, ground: 'steel', part: 'rule' }),
    column({ justifyContent: 'center' }, [
      text(copy.state.hi, { sizeMm: size(3.8, 800), weight: 800, ink: 'paper', part: 'owner' }),
      text(copy.tagline.hi, { sizeMm: size(2.6), ink: 'paper', part: 'tagline' }),
    ]),
  ]);
}

/** Headline on two lines broken at the word that balances them, and what the app saves the reader. */
function promise({ campaign, size, fonts }: Kit): Node {
  const { headline, pamphlet: words } = campaign.copy;
  return column({ position: 'absolute', left, top: 29, width: 88 }, [
    paragraph(headline.hi, {
      sizeMm: size(11.6, 800),
      weight: 800,
      ink: 'paper',
      part: 'headline',
      lineHeight: 1.22,
      widthMm: 88,
      face: fonts.typeface(800),
    }),
    paragraph(words.lead.hi, {
      sizeMm: size(3.5, 500),
      weight: 500,
      ink: 'paper',
      part: 'body',
      lineHeight: 1.5,
      widthMm: 86,
      face: fonts.typeface(500),
      box: { marginTop: 4 },
    }),
  ]);
}

function scanPanel({ campaign, size, fonts }: Kit): Node {
  const { copy } = campaign;
  return row(
    {
      position: 'absolute',
      left: left - 4,
      top: panelTop,
      width: trimMm.width - 2 * left + 8,
      height: stripTop - panelTop,
      alignItems: 'center',
      gap: 2,
    },
    [
      slot('qr', { width: 69, height: 69 }),
      column({ width: 62, alignItems: 'center' }, [
        row(
          {
            width: 60,
            height: 18,
            borderRadius: 4,
            ground: 'red',
            part: 'call',
            alignItems: 'center',
            justifyContent: 'center',
          },
          [
            text(copy.scan.hi, {
              sizeMm: size(8.4, 800),
              weight: 800,
              ink: 'paper',
              part: 'scan',
              lineHeight: 1,
              marginTop: 2.4,
            }),
          ],
        ),
        ...centredLines(
          copy.scanDetail.hi,
          { sizeMm: size(3.4), widthMm: 60, face: fonts.typeface(700) },
          5,
        ),
        ...centredLines(
          copy.stores.hi,
          { sizeMm: size(3), widthMm: 60, face: fonts.typeface(700) },
          3,
        ),
        slot('link', { width: 60, height: 7, marginTop: 3 }),
      ]),
    ],
  );
}

function centredLines(
  content: string,
  type: { sizeMm: number; widthMm: number; face: Parameters<typeof paragraph>[1]['face'] },
  marginTop: number,
): Node[] {
  return [
    paragraph(content, {
      ...type,
      ink: 'navy',
      part: 'body',
      lineHeight: 1.5,
      box: { marginTop, alignItems: 'center' },
    }),
  ];
}

function footer({ campaign, size }: Kit): Node {
  const { copy } = campaign;
  const lines = printedHelpLines(campaign).map((line, index) =>
    text(line.number, {
      sizeMm: 7.4,
      weight: 800,
      ink: 'marigold',
      part: 'help-line',
      lineHeight: 1,
      marginLeft: index === 0 ? 2 : 5,
    }),
  );
  return row(
    {
      position: 'absolute',
      left,
      top: footerTop,
      width: trimMm.width - 2 * left,
      height: trimMm.height - 5 - footerTop,
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [
      text(copy.motto.hi, {
        sizeMm: size(3.4, 800),
        weight: 800,
        ink: 'paper',
        part: 'motto',
        lineHeight: 1,
      }),
      row({ alignItems: 'center' }, [
        text(copy.helpLinesTitle.hi, {
          sizeMm: size(2.9),
          ink: 'paper',
          part: 'help-line',
          lineHeight: 1,
        }),
        ...lines,
      ]),
    ],
  );
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return [
    ...stampName(slotBox(slots, 'strip'), imprint, kit, {
      nameMm: { ideal: 8, least: limitsFor({ trimMm }).heightsMm.name },
      districtMm: 4.6,
      gapMm: 5,
    }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, 3),
  ];
}
