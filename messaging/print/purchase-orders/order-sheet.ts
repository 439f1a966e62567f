import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { officeName } from '../../../campaigns/offices/office.ts';
import { formatRupees, rupeesInWords } from '../../../campaigns/purchase-orders/money.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
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

/** The order sheet in words, for each of its formats. */
export interface OrderSheet {
  office: string;
  title: string;
  /** In red: held, cancelled, or printing is on hold, and who lifted that for this order. */
  notices: string[];
  facts: [string, string][];
  head: string[];
  rows: string[][];
  sums: [string, string][];
  inWords: string[];
  terms: string[];
  signatures: [string, string];
}

/** To be filled in by hand. */
const blank = '____________';

/** Widths of the columns as parts of the line. */
export const itemWidths = [0.06, 0.2, 0.27, 0.11, 0.2, 0.16];

export function orderSheet({ order, lines, district, campaign }: OrderPaper): OrderSheet {
  const { print } = campaign;
  const { language, words } = orderWords(campaign);
  const office = officeName(
    { role: 'district', area: district.id },
    { districts: [district], campaign },
  )[language];
  const boards = lines.some(({ artwork }) => artwork === 'board');
  const named = districtNamed(campaign.areas, district)[language];
  const material = [print.boardMaterial, print.boardFinish, print.boardFrame];
  return {
    office: `${campaign.copy.state[language]}, ${named}`,
    title: words.title,
    notices: [
      ...(order.cancelled === null ? [] : [words.cancelled]),
      ...(order.held === null ? [] : [words.held(order.held.reason)]),
      ...holdNotices(campaign, order, words),
    ],
    facts: [
      [words.number, `${order.reference} (${named})`],
      [words.date, formatDayShort(order.orderedOn)],
      [words.vendor, order.vendor],
      [words.address, order.vendorAddress || blank],
      [words.gstin, order.vendorGstin || blank],
      [words.subject, words.subjectOf(campaign.name[language])],
      [words.due, order.dueOn === null ? blank : formatDayShort(order.dueOn)],
    ],
    head: words.head,
    rows: lines.map((line, at) => [
      String(at + 1),
      pickName(line, language),
      [
        artworkName(line.artwork, language),
        ...(line.place === '' ? [] : [line.place]),
        ...(line.reprint === null ? [] : [words.reprint]),
      ].join('; '),
      formatCount(line.quantity),
      rateText(line, words.perUnit[line.unit]),
      rupees(line.amount),
    ]),
    sums: [
      [words.net, rupees(order.net)],
      ...(order.gst === null
        ? []
        : [[words.gst(String(order.gstPercent)), rupees(order.gst)] as [string, string]]),
      [words.total, rupees(order.total)],
    ],
    inWords:
      language === 'hi'
        ? [rupeesInWords(order.total, 'hi'), rupeesInWords(order.total, 'en')]
        : [rupeesInWords(order.total, 'en')],
    terms: [
      ...(boards ? [words.boards(material.map((each) => each[language]).join('; '))] : []),
      ...(lines.some(({ artwork }) => artwork !== 'board')
        ? [words.paper(print.pamphletPaper[language])]
        : []),
      ...words.ownTerms,
    ],
    signatures: [words.accepted, office],
  };
}

function holdNotices(
  campaign: Campaign,
  { lifted }: OrderSummary,
  words: ReturnType<typeof orderWords>['words'],
): string[] {
  if (lifted !== null) return [words.lifted(lifted.by, lifted.reason)];
  const hold = findPrintingHold(campaign);
  return hold === null ? [] : [words.unconfirmed(hold.host)];
}

/** 1,250.00 */
export function rupees(paise: number): string {
  return formatRupees(paise).replace('₹ ', '');
}

/** ₹ 12.50 a square foot of 40.00 sq ft. */
function rateText({ unit, ratePaise, areaCentiSqFt }: OrderLine, named: string): string {
  const rate = `${rupees(ratePaise)}/${named}`;
  return unit === 'piece'
    ? rate
    : `${rate} × ${formatCount(areaCentiSqFt / 100, { fractionDigits: 2 })}`;
}

/** Lines by the code of their parcel, in the order of the parcels. */
export function linesByParcel(lines: readonly OrderLine[]): Map<string, OrderLine[]> {
  return Map.groupBy(lines, ({ parcel }) => parcel);
}

/** बोर्ड, 8×5 फुट × 1, which no line break parts from its quantity. */
export function contentText({ artwork, quantity }: OrderLine, language: 'hi' | 'en'): string {
  return `${artworkName(artwork, language)}\u00a0×\u00a0${formatCount(quantity)}`;
}
