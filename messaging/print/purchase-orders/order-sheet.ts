import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { officeName } from '../../../campaigns/offices/office.ts';
import { rupeesInWords } from '../../../campaigns/print/purchase-orders/money.ts';
import { spacedCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import {
  type Block,
  type Cell,
  type Fact,
  heading,
  notice,
  type Paper,
  showCell,
  text,
} from '../../platform/documents/paper.ts';
import type { OrderLine, OrderSummary } from './purchase-orders-schemas.ts';

/** An order with all that its papers are written from. */
export interface OrderPaper {
  order: OrderSummary;
  lines: readonly OrderLine[];
  district: District;
  campaign: Campaign;
  /** Base of the addresses of parcels. */
  publicUrl: string;
}

/** An order with the words of its campaign. */
type WordedOrder = OrderPaper & ReturnType<typeof orderWords>;

/** To be filled in by hand. */
const blank = '____________';

/** Names, language and day of any paper of an order. */
export function aboutPaper(
  { order, district, campaign }: OrderPaper,
  title: string,
): Pick<Paper, 'office' | 'title' | 'language' | 'createdAt'> {
  const { language } = orderWords(campaign);
  const named = districtNamed(campaign.areas, district)[language];
  return {
    office: `${campaign.copy.state[language]}, ${named}`,
    title: `${title} ${order.reference}`,
    language,
    createdAt: new Date(`${order.orderedOn}T00:00:00+05:30`),
  };
}

/** The order sheet: what is ordered of whom, on which terms. */
export function orderSheet(paper: OrderPaper): Paper {
  const { order, district, campaign } = paper;
  const worded = { ...paper, ...orderWords(campaign) };
  const { language, words } = worded;
  const about = aboutPaper(paper, words.title);
  const { office, title } = about;
  const signer = officeName(
    { role: 'district', area: district.id },
    { districts: [district], campaign },
  )[language];
  const notices = orderNotices(worded).map(notice);
  const facts: Block = { kind: 'facts', facts: orderFacts(worded) };
  const inWords = (language === 'hi' ? (['hi', 'en'] as const) : (['en'] as const)).map((each) =>
    text(rupeesInWords(order.total, each), 11, { bold: true }),
  );
  const centred = { bold: true, align: 'center' } as const;
  return {
    ...about,
    foot: `${title} · ${pageWord[language]}`,
    blocks: [
      text(office, 14, centred),
      text(words.title, 20, { ...centred, ink: 'navy', after: 6, heading: 'H1' }),
      ...notices,
      facts,
      itemTable(worded),
      ...inWords,
      { kind: 'space', points: 6 },
      heading(words.terms),
      ...orderTerms(worded).map((term, at) => text(`${at + 1}. ${term}`, 10, { after: 1 })),
      { kind: 'signatures', names: [words.accepted, signer] },
    ],
    sheets: [
      {
        name: words.title,
        columnWidths: [6, 26, 26, 34, 26, 14, 10, 12, 12, 12, 18],
        blocks: [
          text(`${office}: ${title}`, 14, { bold: true, heading: 'H1' }),
          ...notices,
          facts,
          { kind: 'space', points: 0 },
          lineTable(worded),
          { kind: 'space', points: 0 },
          ...inWords,
        ],
      },
    ],
  };
}

/** In red: held, cancelled, or printing is on hold, and who lifted that for this order. */
function orderNotices({ order, campaign, words }: WordedOrder): string[] {
  const { cancelled, held, lifted } = order;
  const hold = findPrintingHold(campaign);
  const lines = [cancelled && words.cancelled, held && words.held(held.reason)];
  const onHold =
    lifted === null ? hold && words.unconfirmed(hold.host) : words.lifted(lifted.by, lifted.reason);
  return [...lines, onHold].filter((line) => line !== null);
}

function orderFacts({ order, district, campaign, language, words }: WordedOrder): Fact[] {
  const named = districtNamed(campaign.areas, district)[language];
  return [
    [words.number, `${order.reference} (${named})`],
    [words.date, formatDayShort(order.orderedOn)],
    [words.vendor, order.vendor],
    [words.address, order.vendorAddress || blank],
    [words.gstin, order.vendorGstin || blank],
    [words.subject, words.subjectOf(campaign.name[language])],
    [words.due, order.dueOn === null ? blank : formatDayShort(order.dueOn)],
  ];
}

function itemTable({ order, lines, language, words }: WordedOrder): Block {
  return {
    kind: 'table',
    title: words.items,
    widths: [0.06, 0.2, 0.27, 0.11, 0.2, 0.16],
    head: words.head,
    rows: [
      ...lines.map((line, at) => [
        { count: at + 1 },
        pickName(line, language),
        [
          artworkName(line.artwork, language),
          ...(line.place === '' ? [] : [line.place]),
          ...(line.reprint === null ? [] : [words.reprint]),
        ].join('; '),
        { count: line.quantity },
        rateText(line, words.perUnit[line.unit]),
        rupees(line.amount),
      ]),
      ...sums(order, words).map(([name, sum]) => ['', '', '', '', name, sum]),
    ],
    counts: [0, 3, 4, 5],
    summed: true,
  };
}

/** The same with a column for each figure, for the workbook. */
function lineTable({ order, lines, language, words }: WordedOrder): Block {
  return {
    kind: 'table',
    title: words.items,
    widths: [],
    head: words.sheetHead,
    rows: [
      ...lines.map((line, at) => [
        { count: at + 1 },
        line.nameHi,
        line.nameEn,
        artworkName(line.artwork, language),
        line.place,
        spacedCode(line.parcel),
        words.perUnit[line.unit],
        line.unit === 'piece' ? '' : { decimal: line.areaCentiSqFt / 100 },
        rupees(line.ratePaise),
        { count: line.quantity },
        rupees(line.amount),
      ]),
      ...sums(order, words).map(([name, sum]) => [...Array<Cell>(9).fill(''), name, sum]),
    ],
    summed: true,
  };
}

function sums(
  { net, gst, gstPercent, total }: OrderSummary,
  words: WordedOrder['words'],
): [string, Cell][] {
  return [
    [words.net, rupees(net)],
    ...(gst === null ? [] : [[words.gst(String(gstPercent)), rupees(gst)] as [string, Cell]]),
    [words.total, rupees(total)],
  ];
}

function orderTerms({ lines, campaign: { print }, language, words }: WordedOrder): string[] {
  const material = [print.boardMaterial, print.boardFinish, print.boardFrame];
  const hasBoards = lines.some(({ artwork }) => artwork === 'board');
  const hasPaper = lines.some(({ artwork }) => artwork !== 'board');
  return [
    ...(hasBoards ? [words.boards(material.map((each) => each[language]).join('; '))] : []),
    ...(hasPaper ? [words.paper(print.pamphletPaper[language])] : []),
    ...words.ownTerms,
  ];
}

/** 1,250.00 */
function rupees(paise: number): Cell {
  return { decimal: paise / 100 };
}

/** ₹ 12.50 a square foot of 40.00 sq ft. */
function rateText({ unit, ratePaise, areaCentiSqFt }: OrderLine, named: string): string {
  const rate = `${showCell(rupees(ratePaise))}/${named}`;
  return unit === 'piece' ? rate : `${rate} × ${showCell({ decimal: areaCentiSqFt / 100 })}`;
}

/** Lines by the code of their parcel, in the order of the parcels. */
export function linesByParcel(lines: readonly OrderLine[]): Map<string, OrderLine[]> {
  return Map.groupBy(lines, ({ parcel }) => parcel);
}

/** बोर्ड, 8×5 फुट × 1, which no line break parts from its quantity. */
export function contentText({ artwork, quantity }: OrderLine, language: 'hi' | 'en'): string {
  return `${artworkName(artwork, language)}\u00a0×\u00a0${formatCount(quantity)}`;
}
