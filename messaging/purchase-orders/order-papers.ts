import type { OrderPaper as PaperName } from '../../campaigns/purchase-orders/purchase-order.ts';
import type { OrderFormat } from '../contract/values.ts';
import type { OrderPaper } from './order-sheet.ts';

export interface WrittenPaper {
  type: string;
  name: string;
  content: Uint8Array;
}

const types: Record<OrderFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes a paper of an order; undefined for a format that it does not have. Writers come when one is asked for. */
export async function writePaper(
  paper: PaperName,
  format: OrderFormat,
  order: OrderPaper,
): Promise<WrittenPaper | undefined> {
  const content = await write(paper, format, order);
  if (content === undefined) return undefined;
  const reference = order.order.reference.replace('/', '-');
  const name = `${order.district.id}-${paper}-${reference}.${format}`;
  return { type: types[format], name, content };
}

async function write(
  paper: PaperName,
  format: OrderFormat,
  order: OrderPaper,
): Promise<Uint8Array | undefined> {
  if (paper === 'order') {
    switch (format) {
      case 'pdf':
        return (await import('./order-pdf.ts')).orderPdf(order);
      case 'docx':
        return (await import('./order-docx.ts')).orderDocx(order);
      case 'xlsx':
        return (await import('./order-xlsx.ts')).orderXlsx(order);
    }
  }
  if (format !== 'pdf') return undefined;
  if (paper === 'labels') return (await import('./labels-pdf.ts')).labelsPdf(order);
  const { challanPdf, packingPdf } = await import('./parcel-papers-pdf.ts');
  return paper === 'packing' ? packingPdf(order) : challanPdf(order);
}
