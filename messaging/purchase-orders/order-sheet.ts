import type { Campaign } from '../../campaigns/campaign.ts';
import { districtNamed } from '../../campaigns/directory/areas.ts';
import type { District } from '../../campaigns/directory/station.ts';
import { formatCount, formatDayShort } from '../../campaigns/numbers.ts';
import { officeName } from '../../campaigns/offices/office.ts';
import { formatRupees, rupeesInWords } from '../../campaigns/purchase-orders/money.ts';
import type { OrderUnit } from '../../campaigns/purchase-orders/purchase-order.ts';
import { artworkName } from '../../campaigns/words/artwork-words.ts';
import type { OrderLine, OrderSummary } from '../contract/purchase-orders.ts';

/** What the papers of an order are written from. */
export interface OrderPaper {
  order: OrderSummary;
  lines: readonly OrderLine[];
  district: District;
  campaign: Campaign;
  /** Where parcels have their pages. */
  publicUrl: string;
}

/** Material and frame are working values of the campaign: what the office writes goes before them. */
const unlessWritten = 'यदि कार्यालय ने लिखकर अन्य न बताया हो';

const perUnit: Record<OrderUnit, string> = { 'sq-ft': 'वर्ग फुट', piece: 'नग' };

/** The order sheet in words, for each of its formats. */
export interface OrderSheet {
  office: string;
  title: string;
  /** In red: held, cancelled, or a host that nobody confirmed. */
  notices: string[];
  facts: [string, string][];
  head: string[];
  rows: string[][];
  sums: [string, string][];
  inWords: [string, string];
  terms: string[];
  signatures: [string, string];
}

export function orderSheet({ order, lines, district, campaign }: OrderPaper): OrderSheet {
  const { print } = campaign;
  const office = officeName(
    { role: 'district', area: district.id },
    { districts: [district], campaign },
  ).hi;
  const boards = lines.some(({ artwork }) => artwork === 'board');
  const named = districtNamed(campaign.areas, district).hi;
  const notices = [
    ...(order.cancelled === null ? [] : ['यह कार्यादेश निरस्त है।']),
    ...(order.held === null ? [] : [`मुख्यालय ने रोका है: ${order.held.reason}`]),
    ...(campaign.links.confirmed
      ? []
      : [`अभी न छापें: लिंक का पता ${campaign.links.host} अभी पुष्ट नहीं हुआ है।`]),
  ];
  return {
    office: `${campaign.copy.state.hi}, ${named}`,
    title: 'कार्यादेश',
    notices,
    facts: [
      ['कार्यादेश संख्या', `${order.reference} (${named})`],
      ['दिनांक', formatDayShort(order.orderedOn)],
      ['वेंडर', order.vendor],
      ['विषय', `${campaign.name.hi}: प्रचार सामग्री की छपाई`],
      ['आपूर्ति की तिथि', order.dueOn === null ? '____________' : formatDayShort(order.dueOn)],
    ],
    head: ['क्र०', 'थाना', 'सामग्री और स्थान', 'संख्या', 'दर (₹)', 'राशि (₹)'],
    rows: lines.map((line, at) => [
      String(at + 1),
      line.nameHi,
      [
        artworkName(line.artwork, 'hi'),
        ...(line.place === '' ? [] : [line.place]),
        ...(line.reprint === null ? [] : ['(पुनः छपाई)']),
      ].join('; '),
      formatCount(line.quantity),
      rateText(line),
      rupees(line.amount),
    ]),
    sums: [
      ['योग', rupees(order.net)],
      ...(order.gst === null
        ? []
        : [[`जी०एस०टी० ${order.gstPercent}%`, rupees(order.gst)] as [string, string]]),
      ['कुल राशि', rupees(order.total)],
    ],
    inWords: [rupeesInWords(order.total, 'hi'), rupeesInWords(order.total, 'en')],
    terms: [
      ...(boards
        ? [
            `बोर्ड, ${unlessWritten}: ${print.boardMaterial.hi}; ${print.boardFinish.hi}; ${print.boardFrame.hi}।`,
          ]
        : []),
      ...(lines.some(({ artwork }) => artwork !== 'board')
        ? [`कागज़ की सामग्री, ${unlessWritten}: ${print.pamphletPaper.hi}।`]
        : []),
      'फ़ाइलें वेंडर लिंक से लें; वास्तविक आकार (100 %) में छापें और कुछ न बदलें। हर थाने का क्यूआर कोड अलग है।',
      'छापने से पहले वेंडर लिंक पर देखें कि फ़ाइल का नया संस्करण तो नहीं आया है।',
      'हर पार्सल पर उसका लेबल लगायें; भेजते समय लेबल का क्यूआर कोड स्कैन करके "भेज दिया" चिह्नित करें।',
    ],
    signatures: ['वेंडर की स्वीकृति: हस्ताक्षर, मुहर, दिनांक', office],
  };
}

/** 1,250.00 */
export function rupees(paise: number): string {
  return formatRupees(paise).replace('₹ ', '');
}

/** ₹ 12.50 a square foot of 40.00 sq ft. */
function rateText({ unit, ratePaise, areaCentiSqFt }: OrderLine): string {
  const rate = `${rupees(ratePaise)}/${perUnit[unit]}`;
  return unit === 'piece'
    ? rate
    : `${rate} × ${formatCount(areaCentiSqFt / 100, { fractionDigits: 2 })}`;
}

/** Which lines go into which parcel, in the order of the parcels. */
export function linesByParcel(lines: readonly OrderLine[]): Map<string, OrderLine[]> {
  return Map.groupBy(lines, ({ parcel }) => parcel);
}

/** बोर्ड, 8×5 फुट × 1, which no line break parts from its quantity. */
export function contentText({ artwork, quantity }: OrderLine): string {
  return `${artworkName(artwork, 'hi')}\u00a0×\u00a0${formatCount(quantity)}`;
}
