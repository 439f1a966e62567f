import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, row, slot, text } from '../layout/node.ts';
import { paragraph } from '../layout/paragraph.ts';
import type { Artwork, Imprint, Kit, NameGrid, Page, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLine } from './foot-line.ts';
import { signsAndHeadline } from './headline.ts';
import { readableM } from './legible.ts';
import {
  largeBleedMm,
  largeBodyMm,
  largeLeft,
  largeLetterMm,
  largeTrimMm,
  pamphletLargeBack,
} from './pamphlet-large-back.ts';
import { scanButton } from './phone.ts';
import { block, fitMm, lineAt } from './typeset.ts';

// The pamphlet in large print, for those who do not read small letters: nothing is set below 18 points, so that it has
// fewer words than A5 and no picture beside the code.

const [trimMm, bleedMm, left] = [largeTrimMm, largeBleedMm, largeLeft];
const right = trimMm.width - left;
const inner = right - left;

/** Code and steps stand side by side. */
const codeTop = 103;
/** The card's round corners leave the code's quiet zone whole. */
const padMm = 2.5;
const codeMm = 79;
const cardMm = codeMm + 2 * padMm;
const buttonMm = 19.5;
const cardHeight = padMm + codeMm + buttonMm + padMm;
const stepsLeft = left + cardMm + 9;
const storesBaseline = codeTop + cardHeight + 13;
const linkBaseline = storesBaseline + 11.5;
const footTop = 238;

const name: NameGrid = {
  widthMm: inner,
  shirorekhaMm: footTop + 9.2,
  aboveMm: 5.6,
  belowMm: 16.2,
  idealHeightMm: 11.5,
  minHeightMm: 6,
  gapMm: 1.2,
};

const front: Page = { id: 'front', name, tree: frontTree, stamp: frontStamp };

function frontTree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...signsAndHeadline(kit, {
      lockup: { top: 9.4, height: 21.8 },
      left,
      width: inner,
      top: 36,
      height: 62,
      mostMm: 22,
      gapMm: 2.4,
      tagMm: 12.6,
    }),
    block('paper', { left, top: codeTop, width: cardMm, height: cardHeight, radius: 5 }),
    slot('qr', {
      position: 'absolute',
      left: left + padMm,
      top: codeTop + padMm,
      width: codeMm,
      height: codeMm,
    }),
    ...scanButton(kit, {
      left: left + padMm,
      top: codeTop + padMm + codeMm,
      width: codeMm,
      height: buttonMm,
      radius: 3.5,
      heightMm: 9.5,
    }),
    steps(kit),
    ...stores(kit),
    slot('link', {
      position: 'absolute',
      left,
      top: linkBaseline - 5.2,
      width: inner,
      height: 5.2,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width: inner, height: 32 }),
    ...footLine(kit, {
      left,
      right,
      heightMm: 5.4,
      baseline: trimMm.height - 10.1,
      districtBaseline: trimMm.height - 23.4,
    }),
  ]);
}

function frontStamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return stampStation(slots, imprint, kit, {
    grid: name,
    districtMm: 6,
    link: { heightMm: 5.2, ink: 'navy', align: 'left' },
  });
}

/** Width of a step's number. */
const numeralMm = 12;

/** Steps to the app, beside the code. */
function steps({ campaign, fonts }: Kit): Node {
  const { steps: entries } = campaign.copy.pamphlet;
  const width = right - stepsLeft;
  return column(
    {
      position: 'absolute',
      left: stepsLeft,
      top: codeTop - 2,
      width,
      height: cardHeight + 4,
      justifyContent: 'space-around',
    },
    entries.map((step, at) =>
      row({ width }, [
        column({ width: numeralMm, paddingTop: 0.6 }, [
          text(String(at + 1), {
            sizeMm: 15,
            weight: 800,
            ink: 'navy',
            part: 'step-number',
            lineHeight: 1,
          }),
        ]),
        paragraph(step.hi, {
          sizeMm: largeBodyMm * 1.2,
          weight: 700,
          ink: 'navy',
          part: 'body',
          lineHeight: 1.36,
          widthMm: width - numeralMm,
          face: fonts.typeface(700),
        }),
      ]),
    ),
  );
}

function stores(kit: Kit): Node[] {
  const content = kit.campaign.copy.stores.hi;
  const heightMm = fitMm(kit, content, { heightMm: 5.4, widthMm: inner });
  return [
    lineAt(kit, content, {
      x: left,
      baseline: storesBaseline,
      heightMm,
      ink: 'navy',
      part: 'stores',
    }),
  ];
}

const readFromM = readableM('क', largeLetterMm);

export const pamphletLarge: Artwork = {
  id: 'pamphlet-large',
  source: 'artwork/pamphlet-large.ts',
  channel: 'pamphlet',
  format: { trimMm, bleedMm, safeMm: 8, unitsPerMm: 30 },
  limits: {
    decodeDpi: 75,
    qrMm: 61,
    readFromM: { headline: 1.9, scan: 1.2, name: 0.9, rest: readFromM * 0.98 },
    lineGapMm: 1,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [front, pamphletLargeBack],
};
