import { pickName } from '../../../campaigns/directory/pick-name.ts';
import { formatCount } from '../../../campaigns/numbers.ts';
import { spacedCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import type { OrderPaper as PaperName } from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import type { OrderFormat } from '../../contract/values.ts';
import { type Paper, text } from '../../platform/documents/paper.ts';
import { type PaperPress, paperTask, writePaper } from '../../platform/documents/papers.ts';
import type { challanPdf } from './challan-pdf.ts';
import type { labelsPdf } from './labels-pdf.ts';
import {
  aboutPaper,
  contentText,
  linesByParcel,
  type OrderPaper,
  orderSheet,
} from './order-sheet.ts';

const here = import.meta.url;
/** Papers of blocks, and those that are drawn on the page by measure. */
const sheets = { order: orderSheet, packing: packingList };
const drawn = {
  challan: paperTask<typeof challanPdf>(new URL('./challan-pdf.ts', here), 'challanPdf'),
  labels: paperTask<typeof labelsPdf>(new URL('./labels-pdf.ts', here), 'labelsPdf'),
};

/** Writes a paper of an order; undefined for a format that it does not have. */
export async function writeOrderPaper(
  press: PaperPress,
  { paper, format, order, account }: WantedPaper,
): Promise<{ name: `${string}.${OrderFormat}`; bytes: Uint8Array } | undefined> {
  if (format !== 'pdf' && paper !== 'order') return undefined;
  const reference = order.order.reference.replace('/', '-');
  const name = `${order.district.id}-${paper}-${reference}.${format}` as const;
  const bytes =
    paper === 'order' || paper === 'packing'
      ? await writePaper(press, sheets[paper](order), { format, account })
      : await press.readWhole(drawn[paper], order, account);
  return { name, bytes };
}

/** The packing list: the content of each parcel, to be ticked off. */
function packingList(paper: OrderPaper): Paper {
  const { order, district, lines, campaign } = paper;
  const { language, words } = orderWords(campaign);
  const parcels = [...linesByParcel(lines)];
  const totals = Map.groupBy(lines, ({ artwork }) => artwork);
  const title = `${words.packing}: ${words.title} ${order.reference}`;
  return {
    ...aboutPaper(paper, `${words.packing}, ${words.title}`),
    foot: `${words.packing} ${order.reference} · ${pageWord[language]}`,
    blocks: [
      text(title, 18, { bold: true, ink: 'navy', after: 4, heading: 'H1' }),
      {
        kind: 'facts',
        facts: [
          [campaign.areas.levels.district[language], pickName(district, language)],
          [words.vendor, order.vendor],
          [words.parcels, formatCount(parcels.length)],
        ],
      },
      {
        kind: 'table',
        title: words.parcels,
        widths: [0.07, 0.28, 0.37, 0.18, 0.1],
        head: words.parcelHead,
        rows: parcels.map(([code, inside], at) => [
          { count: at + 1 },
          inside[0]?.printed ?? '',
          inside.map((line) => contentText(line, language)).join('; '),
          spacedCode(code),
          '[\u00a0\u00a0\u00a0]',
        ]),
      },
      {
        kind: 'table',
        title: words.allItems,
        widths: [0.8, 0.2],
        head: words.allHead,
        rows: [...totals].map(([artwork, inside]) => [
          artworkName(artwork, language),
          { count: inside.reduce((sum, { quantity }) => sum + quantity, 0) },
        ]),
      },
    ],
  };
}

export interface WantedPaper {
  paper: PaperName;
  format: OrderFormat;
  order: OrderPaper;
  /** In whose turn it is written. */
  account: string;
}
