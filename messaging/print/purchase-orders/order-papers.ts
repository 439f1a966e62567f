import type { OrderPaper as PaperName } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { OrderFormat } from '../../contract/values.ts';
import { type PaperPress, paperTask } from '../../platform/documents/papers.ts';
import type { labelsPdf } from './labels-pdf.ts';
import type { orderDocx } from './order-docx.ts';
import type { orderPdf } from './order-pdf.ts';
import type { OrderPaper } from './order-sheet.ts';
import type { orderXlsx } from './order-xlsx.ts';
import type { challanPdf, packingPdf } from './parcel-papers-pdf.ts';

export interface WrittenPaper {
  name: `${string}.${OrderFormat}`;
  bytes: Uint8Array;
}

type Writer = ReturnType<typeof paperTask<typeof orderPdf>>;
const parcelPapers = new URL('./parcel-papers-pdf.ts', import.meta.url);
const writers: Record<PaperName, Partial<Record<OrderFormat, Writer>>> = {
  order: {
    pdf: paperTask<typeof orderPdf>(new URL('./order-pdf.ts', import.meta.url), 'orderPdf'),
    docx: paperTask<typeof orderDocx>(new URL('./order-docx.ts', import.meta.url), 'orderDocx'),
    xlsx: paperTask<typeof orderXlsx>(new URL('./order-xlsx.ts', import.meta.url), 'orderXlsx'),
  },
  packing: { pdf: paperTask<typeof packingPdf>(parcelPapers, 'packingPdf') },
  challan: { pdf: paperTask<typeof challanPdf>(parcelPapers, 'challanPdf') },
  labels: {
    pdf: paperTask<typeof labelsPdf>(new URL('./labels-pdf.ts', import.meta.url), 'labelsPdf'),
  },
};

/** Writes a paper of an order; undefined for a format that it does not have. */
export async function writePaper(
  press: PaperPress,
  { paper, format, order, account }: WantedPaper,
): Promise<WrittenPaper | undefined> {
  const writer = writers[paper][format];
  if (writer === undefined) return undefined;
  const reference = order.order.reference.replace('/', '-');
  const name = `${order.district.id}-${paper}-${reference}.${format}` as const;
  return { name, bytes: await press.readWhole(writer, order, account) };
}

export interface WantedPaper {
  paper: PaperName;
  format: OrderFormat;
  order: OrderPaper;
  /** In whose turn it is written. */
  account: string;
}
