import type { OrderPaper as PaperName } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { OrderFormat } from '../../contract/values.ts';
import { type PaperPress, paperTask, writePaper } from '../../platform/documents/papers.ts';
import type { challanPdf } from './challan-pdf.ts';
import type { labelsPdf } from './labels-pdf.ts';
import { type OrderPaper, orderSheet } from './order-sheet.ts';
import { packingList } from './packing-list.ts';

export interface WrittenPaper {
  name: `${string}.${OrderFormat}`;
  bytes: Uint8Array;
}

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
): Promise<WrittenPaper | undefined> {
  if (format !== 'pdf' && paper !== 'order') return undefined;
  const reference = order.order.reference.replace('/', '-');
  const name = `${order.district.id}-${paper}-${reference}.${format}` as const;
  const bytes =
    paper === 'order' || paper === 'packing'
      ? await writePaper(press, sheets[paper](order), { format, account })
      : await press.readWhole(drawn[paper], order, account);
  return { name, bytes };
}

export interface WantedPaper {
  paper: PaperName;
  format: OrderFormat;
  order: OrderPaper;
  /** In whose turn it is written. */
  account: string;
}
