import type { Box, Shape } from '../layout/drawing.ts';
import { column, type Node, slot } from '../layout/node.ts';
import type { Artwork, Imprint, Kit, NameGrid, Page, StampKit } from './artwork.ts';
import { ground, stampStation } from './family.ts';
import { footLines } from './foot-line.ts';
import { signsAndHeadline } from './headline.ts';
import { readableM } from './legible.ts';
import {
  largeBleedMm,
  largeLeft,
  largeLetterMm,
  largeTrimMm,
  pamphletLargeBack,
} from './pamphlet-large-back.ts';
import { handPhone, handPhoneWidth } from './phone.ts';
import { largestStack } from './stacked-lines.ts';
import { fitMm, inkUnits, lineAt, middleLine } from './typeset.ts';

// The pamphlet in large print, for those who do not read small letters: nothing is set below 18 points, so that it has
// fewer words than A5 and no picture beside the code.

const trimMm = largeTrimMm;
const bleedMm = largeBleedMm;
const left = largeLeft;
const right = trimMm.width - left;
const inner = right - left;

/** Code and steps are side by side. */
const codeTop = 87.5;
const codeMm = 84;
const cardMm = handPhoneWidth(codeMm);
const cardHeight = 112.5;
const stepsLeft = left + cardMm + 6.5;
const storesBaseline = codeTop + cardHeight + 12.6;
const linkBaseline = storesBaseline + 10;
const footTop = 231.4;

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
      height: 48,
      mostMm: 22,
      gapMm: 2.4,
      tagMm: 12.6,
      leastAloneMm: 11.2,
    }),
    ...handPhone(kit, { left, top: codeTop, height: cardHeight, codeMm }),
    ...steps(kit),
    ...stores(kit),
    slot('link', {
      position: 'absolute',
      left,
      top: linkBaseline - 5.2,
      width: inner,
      height: 5.2,
    }),
    slot('name', { position: 'absolute', left, top: footTop, width: inner, height: 32 }),
    ...footLines(kit, {
      left,
      right,
      heightMm: 5.4,
      baseline: trimMm.height - 10.6,
      districtBaseline: trimMm.height - 28.6,
      second: stepsLeft,
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
const numeralMm = 11;

/** Steps to the app, beside the code, all of one size. */
function steps(kit: Kit): Node[] {
  const { steps: entries } = kit.campaign.copy.pamphlet;
  const pitch = cardHeight / entries.length;
  const box = { width: right - stepsLeft - numeralMm, height: pitch - 4, mostLines: 3, gapMm: 2.6 };
  const text = { ...box, weight: 700, mostMm: 7 } as const;
  const stacks = entries.map(({ hi }) => largestStack(kit, hi, text));
  const heightMm = Math.min(...stacks.map((stack) => stack.heightMm));
  const lines = stacks.map(
    (stack, at) =>
      largestStack(kit, entries[at]?.hi ?? '', {
        ...text,
        mostMm: heightMm,
        mostLines: stack.lines.length,
      }).lines,
  );
  const inks = lines.flat().map((line) => inkUnits(kit, line, 700));
  const reach =
    Math.max(...inks.map(({ above }) => above)) + Math.max(...inks.map(({ below }) => below));
  const linePitch = reach * heightMm + 1.1;
  return lines.flatMap((own, at) => {
    const top = codeTop + at * pitch + 2;
    const first = top + (box.height - (own.length - 1) * linePitch + heightMm) / 2;
    return [
      middleLine(kit, String(at + 1), {
        x: stepsLeft,
        top,
        height: box.height,
        heightMm: 10,
        weight: 800,
        ink: 'navy',
        part: 'step-number',
      }),
      ...own.map((line, index) =>
        lineAt(kit, line, {
          x: stepsLeft + numeralMm,
          baseline: first + index * linePitch,
          heightMm,
          ink: 'navy',
          part: 'body',
        }),
      ),
    ];
  });
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
    qrMm: 65,
    readFromM: { headline: 1.57, scan: 1.2, name: 0.9, rest: readFromM * 0.98 },
    lineGapMm: 1,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [front, pamphletLargeBack],
};
