import type { ServiceGroup } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, icon, type Node, row, slot, text } from '../layout/node.ts';
import { paragraph } from '../layout/paragraph.ts';
import type { Artwork, FieldRow, Imprint, Kit, NameGrid, Page, StampKit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { ground, stampStation } from './family.ts';
import { footLine } from './foot-line.ts';
import { headlineBlock } from './headline.ts';
import { readableM } from './legible.ts';
import { lockups } from './lockup.ts';
import { twoColumns } from './pamphlet-back.ts';
import { pamphletContact } from './pamphlet-contact.ts';
import { scanButton } from './phone.ts';
import { block, fitMm, lineAt } from './typeset.ts';

// The pamphlet in large print, for those who do not read small letters: nothing is set below 18 points, so that it has
// fewer words than A5 and no picture beside the code.

/** A4 upright. */
const trimMm = { width: 210, height: 297 };
const bleedMm = 3;
const left = 14;
const right = trimMm.width - left;
const inner = right - left;

/** Least size of any text, by which large print is known (RNIB, Clear Print; 18 points). */
export const largePrintPoints = 18;
const bodyMm = (largePrintPoints * 25.4) / 72;
/** The same from baseline to shirorekha, in Mukta's medium letters. */
const letterMm = 4;

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
  shirorekhaMm: footTop + 9,
  aboveMm: 5.6,
  belowMm: 19,
  idealHeightMm: 11.5,
  minHeightMm: 6,
  gapMm: 1.2,
};

const front: Page = { id: 'front', name, tree: frontTree, stamp: frontStamp };

function frontTree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ...ground(trimMm, { bleedMm, footTop }),
    ...lockups(kit, { left, right, top: 11, height: 23, ink: 'navy' }),
    ...headlineBlock(kit, {
      left,
      // Narrower than the page: the first line keeps two words.
      width: 150,
      top: 39,
      height: 58,
      mostMm: 20,
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
      heightMm: 6.2,
      baseline: trimMm.height - 9.8,
      districtBaseline: trimMm.height - 20,
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
      justifyContent: 'space-between',
    },
    entries.map((step, at) =>
      column({ width }, [
        text(String(at + 1), {
          sizeMm: 15,
          weight: 800,
          ink: 'navy',
          part: 'step-number',
          lineHeight: 1,
        }),
        paragraph(step.hi, {
          sizeMm: bodyMm * 1.2,
          weight: 700,
          ink: 'key',
          part: 'body',
          lineHeight: 1.36,
          widthMm: width,
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

const bandMm = 29;
const contactTop = 256;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: inner,
  shirorekhaMm: contactTop + 13,
  aboveMm: 7,
  belowMm: 15,
  idealHeightMm: 7.6,
  minHeightMm: 6,
  gapMm: 1.6,
};

/** Whom to ask, under that sentence. */
const fields: FieldRow = {
  fields: ['cug', 'help-number', 'local-line'],
  left,
  widthMm: inner,
  floorMm: trimMm.height - 9,
  gapMm: 1.4,
  heightMm: 5,
  leastMm: letterMm,
  gap: 1.6,
  grid: { ...contact, shirorekhaMm: contactTop + 10, aboveMm: 4.6, idealHeightMm: 6.2 },
};

const contactFoot = pamphletContact(fields, contact);

const back: Page = {
  id: 'back',
  fields: contactFoot.fields,
  tree: backTree,
  stamp: contactFoot.stamp,
};

function backTree(kit: Kit): Node {
  const { campaign } = kit;
  const whole = { left: -bleedMm, width: trimMm.width + 2 * bleedMm };
  const title = campaign.copy.pamphlet.allServices.hi;
  return column({ ...trimMm }, [
    block('paper', { ...whole, top: -bleedMm, height: trimMm.height + 2 * bleedMm }),
    block('marigold', { ...whole, top: -bleedMm, height: bandMm + bleedMm }),
    lineAt(kit, title, {
      x: left,
      baseline: 21,
      heightMm: fitMm(kit, title, { heightMm: 8.4, widthMm: inner * 0.62, weight: 800 }),
      weight: 800,
      ink: 'navy',
      part: 'title',
    }),
    lineAt(kit, campaign.app.name, {
      x: right,
      anchor: 'right',
      baseline: 21,
      heightMm: fitMm(kit, campaign.app.name, { heightMm: 9, widthMm: inner * 0.33, weight: 800 }),
      weight: 800,
      ink: 'navy',
      part: 'app',
    }),
    services(kit),
    ...demonstrationTag(kit, { left, top: 206, height: 12, width: inner }),
    notes(kit),
    row(
      {
        position: 'absolute',
        ...whole,
        top: contactTop,
        height: trimMm.height - contactTop + bleedMm,
        ground: 'navy',
        part: 'ground',
        paddingLeft: left + bleedMm,
      },
      [slot('contact', { width: inner, height: 24 })],
    ),
  ]);
}

function services(kit: Kit): Node {
  return row(
    { position: 'absolute', left, top: bandMm + 4, width: inner, justifyContent: 'space-between' },
    twoColumns(kit.campaign.serviceGroups).map((groups) =>
      column(
        { width: 88 },
        groups.flatMap((group, at) => serviceGroup(group, at === 0 ? 0 : 3)),
      ),
    ),
  );
}

const linePitch = 1.45;
/** Of the services, which have room for more than the least. */
const serviceMm = bodyMm * 1.08;

function serviceGroup({ name: of, services: entries }: ServiceGroup, marginTop: number): Node[] {
  const line = { part: 'service', lineHeight: linePitch } as const;
  return [
    row({ alignItems: 'center', height: 11.4, marginTop }, [
      text(of.hi, {
        sizeMm: bodyMm * 1.2,
        weight: 800,
        ink: 'red',
        part: 'group',
        lineHeight: 1.2,
      }),
    ]),
    ...entries.map((entry) =>
      row({ alignItems: 'center', height: serviceMm * linePitch, gap: 2.8 }, [
        icon(entry.icon, { sizeMm: 7, ink: 'navy', part: 'service-icon' }),
        text(entry.name.hi, { sizeMm: serviceMm, weight: 500, ink: 'key', ...line }),
      ]),
    ),
  ];
}

/** The number for missed calls where there is one, the fee, and that an emergency is no case for the app. */
function notes({ campaign, fonts }: Kit): Node {
  const { fee, note, missedCall } = campaign.copy.pamphlet;
  const { missedCall: number } = campaign.links;
  const call =
    missedCall === undefined || number === null ? [] : [missedCall.hi.replace('{number}', number)];
  return column(
    { position: 'absolute', left, top: 219, width: inner },
    [...call, fee.hi, note.hi].map((content) =>
      paragraph(content, {
        sizeMm: bodyMm,
        weight: 700,
        ink: 'navy',
        part: 'body',
        lineHeight: 1.5,
        widthMm: inner,
        face: fonts.typeface(700),
      }),
    ),
  );
}

const readFromM = readableM('क', letterMm);

export const pamphletLarge: Artwork = {
  id: 'pamphlet-large',
  source: 'artwork/pamphlet-large.ts',
  channel: 'pamphlet',
  format: { trimMm, bleedMm, safeMm: 8, unitsPerMm: 30 },
  limits: {
    decodeDpi: 75,
    qrMm: 61,
    readFromM: { headline: 2.4, scan: 1.2, name: 0.9, rest: readFromM * 0.98 },
    lineGapMm: 1,
  },
  previewWidthsPx: [240],
  rasterDpi: 300,
  stock: 'paper',
  onDemand: true,
  pages: [front, back],
};
