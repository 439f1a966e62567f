import type { OrderPaper as PaperName } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { OrderFormat } from '../../contract/values.ts';
import { type PaperPress, paperTask } from '../../platform/documents/papers.ts';
import type { orderPdf } from './order-pdf.ts';
import type { OrderPaper } from './order-sheet.ts';

export interface WrittenPaper {
  name: `${string}.${OrderFormat}`;
  bytes: Uint8Array;
}

/** All writers of an order take the same. */
const task = (module: string, write: string) =>
  paperTask<typeof orderPdf>(new URL(module, import.meta.url), write);
const writers = {
  order: {
    pdf: task('./order-pdf.ts', 'orderPdf'),
    docx: task('./order-docx.ts', 'orderDocx'),
    xlsx: task('./order-xlsx.ts', 'orderXlsx'),
  },
  packing: { pdf: task('./parcel-papers-pdf.ts', 'packingPdf') },
  challan: { pdf: task('./parcel-papers-pdf.ts', 'challanPdf') },
  labels: { pdf: task('./labels-pdf.ts', 'labelsPdf') },
} satisfies Record<PaperName, Partial<Record<OrderFormat, ReturnType<typeof task>>>>;

/** Writes a paper of an order; undefined for a format that it does not have. */
export async function writePaper(
  press: PaperPress,
  { paper, format, order, account }: WantedPaper,
): Promise<WrittenPaper | undefined> {
  const formats: Partial<Record<OrderFormat, ReturnType<typeof task>>> = writers[paper];
  const writer = formats[format];
  if (writer === undefined) return undefined;
  const reference = order.order.reference.replace('/', '-');
  const name = `${order.district.id}-${paper}-${reference}.${format}` as const;
  return { name, bytes: await press.readWhole(writer, order, account) };
}

export interface WantedPaper {
  paper: PaperName;
  format: OrderFormat;
  order: OrderPaper;
  /** Whose turn it takes. */
  account: string;
}
