import { markedLine } from '../../../campaigns/demonstration.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import { formatDayShort } from '../../../campaigns/numbers.ts';
import { spacedCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import { addressCode } from '../../platform/documents/link-code.ts';
import { text } from '../../platform/documents/paper.ts';
import { drawBlocks } from '../../platform/documents/paper-pdf.ts';
import { type Canvas, linePt, marginPt, openCanvas } from '../../platform/documents/pdf-canvas.ts';
import { drawRows } from '../../platform/documents/pdf-code.ts';
import { parcelAddress } from './labels-pdf.ts';
import { aboutPaper, linesByParcel, type OrderPaper } from './order-sheet.ts';
import type { OrderLine } from './purchase-orders-schemas.ts';

const pageTop = 841.89 - marginPt;
const halfPt = 841.89 / 2;
const usualRows = 5;

/** A receipt for each parcel, two on a page: the station signs it and the vendor takes it back. */
export function challanPdf(paper: OrderPaper): Buffer {
  const canvas = openCanvas();
  let isUpper = true;
  [...linesByParcel(paper.lines)].forEach(([code, lines], at) => {
    const isShort = lines.length <= usualRows;
    if (at > 0 && (isUpper || !isShort)) canvas.newPage();
    if (isUpper || !isShort) canvas.y = pageTop;
    else {
      canvas.box(marginPt, halfPt, { width: linePt, height: 0.4 }, 'rule');
      canvas.y = halfPt - 22;
    }
    drawChallan(canvas, paper, { code, lines });
    isUpper = isShort ? !isUpper : true;
  });
  const { language, words } = orderWords(paper.campaign);
  return canvas.finish({
    ...aboutPaper(paper, `${words.challan}, ${words.title}`),
    foot: markedLine(
      paper.campaign,
      `${words.challan} ${paper.order.reference} · ${pageWord[language]}`,
      language,
    ),
  });
}

const codePt = 84;

function drawChallan(
  canvas: Canvas,
  { order, district, publicUrl, campaign }: OrderPaper,
  { code, lines }: { code: string; lines: readonly OrderLine[] },
): void {
  const { language, words } = orderWords(campaign);
  const bottom = canvas.y - codePt + 8;
  const rows = addressCode(parcelAddress(publicUrl, code));
  drawRows(canvas, rows, { x: marginPt + linePt - codePt, bottom, side: codePt });
  const named = districtNamed(campaign.areas, district).hi;
  drawBlocks(canvas, [
    text(words.challanTitle, 16, { bold: true, ink: 'navy', after: 2, heading: 'H1' }),
    text(`${lines[0]?.printed ?? ''}, ${named}`, 12, { bold: true, after: 2 }),
    text(`${words.parcels} ${spacedCode(code)}`, 12, { bold: true, after: 0 }),
  ]);
  canvas.y = Math.min(canvas.y, bottom);
  drawBlocks(canvas, [
    {
      kind: 'facts',
      facts: [
        [words.title, words.orderOf(order.reference, formatDayShort(order.orderedOn))],
        [words.vendor, order.vendor],
      ],
    },
    {
      kind: 'table',
      title: words.items,
      widths: [0.08, 0.47, 0.33, 0.12],
      head: words.challanHead,
      rows: lines.map((line, at) => [
        { count: at + 1 },
        artworkName(line.artwork, language),
        line.place,
        { count: line.quantity },
      ]),
    },
    { kind: 'signatures', names: words.signed },
  ]);
}
