import { districtNamed } from '../../../campaigns/directory/areas.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { spacedCode } from '../../../campaigns/purchase-orders/parcel.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { addressCode } from '../../platform/documents/link-code.ts';
import { drawFacts, drawParagraph } from '../../platform/documents/pdf-blocks.ts';
import { type Canvas, linePt, marginPt, openCanvas } from '../../platform/documents/pdf-canvas.ts';
import { drawRows } from '../../platform/documents/pdf-code.ts';
import { drawTable } from '../../platform/documents/pdf-table.ts';
import { parcelAddress } from './labels-pdf.ts';
import { contentText, linesByParcel, type OrderPaper } from './order-sheet.ts';
import type { OrderLine } from './purchase-orders-schemas.ts';

const about = ({ order, campaign }: OrderPaper, name: string) => ({
  title: `${name}, ${orderWords(campaign).words.title} ${order.reference}`,
  language: orderWords(campaign).language,
  createdAt: new Date(`${order.orderedOn}T00:00:00+05:30`),
});

/** The packing list: the content of each parcel, to be ticked off. */
export function packingPdf(paper: OrderPaper): Buffer {
  const { order, district, lines, campaign } = paper;
  const { language, words } = orderWords(campaign);
  const canvas = openCanvas();
  const { bold, regular } = canvas;
  const parcels = [...linesByParcel(lines)];
  drawParagraph(canvas, `${words.packing}: ${words.title} ${order.reference}`, {
    font: bold,
    size: 18,
    heading: 'H1',
    ink: 'navy',
    after: 4,
  });
  drawFacts(canvas, [
    [campaign.areas.levels.district[language], pickName(district, language)],
    [words.vendor, regular.writable(order.vendor)],
    [words.parcels, formatCount(parcels.length)],
  ]);
  drawTable(canvas, {
    title: words.parcels,
    widths: [0.07, 0.28, 0.37, 0.18, 0.1],
    head: words.parcelHead,
    rows: parcels.map(([code, inside], at) => [
      String(at + 1),
      regular.writable(inside[0]?.printed ?? ''),
      inside.map((line) => contentText(line, language)).join('; '),
      spacedCode(code),
      '[   ]',
    ]),
    counts: [0],
    summed: false,
  });
  const totals = Map.groupBy(lines, ({ artwork }) => artwork);
  drawTable(canvas, {
    title: words.allItems,
    widths: [0.8, 0.2],
    head: words.allHead,
    rows: [...totals].map(([artwork, inside]) => [
      artworkName(artwork, language),
      formatCount(inside.reduce((sum, { quantity }) => sum + quantity, 0)),
    ]),
    counts: [1],
    summed: false,
  });
  return canvas.finish(
    about(paper, words.packing),
    (page, total) => `${words.packing} ${order.reference} · ${words.page(page, total)}`,
  );
}

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
  const { reference } = paper.order;
  const { words } = orderWords(paper.campaign);
  return canvas.finish(
    about(paper, words.challan),
    (page, total) => `${words.challan} ${reference} · ${words.page(page, total)}`,
  );
}

const codePt = 84;

function drawChallan(
  canvas: Canvas,
  { order, district, publicUrl, campaign }: OrderPaper,
  { code, lines }: { code: string; lines: readonly OrderLine[] },
): void {
  const { bold, regular } = canvas;
  const { language, words } = orderWords(campaign);
  const top = canvas.y;
  const bottom = top - codePt + 8;
  const rows = addressCode(parcelAddress(publicUrl, code));
  drawRows(canvas, rows, { x: marginPt + linePt - codePt, bottom, side: codePt });
  const heading = { ink: 'navy', after: 2, heading: 'H1' } as const;
  drawParagraph(canvas, words.challanTitle, { font: bold, size: 16, ...heading });
  const name = regular.writable(
    `${lines[0]?.printed ?? ''}, ${districtNamed(campaign.areas, district).hi}`,
  );
  drawParagraph(canvas, name, { font: bold, size: 12, after: 2 });
  drawParagraph(canvas, `${words.parcels} ${spacedCode(code)}`, { font: bold, size: 12, after: 0 });
  canvas.y = Math.min(canvas.y, bottom);
  drawFacts(canvas, [
    [words.title, words.orderOf(order.reference, formatDayShort(order.orderedOn))],
    [words.vendor, regular.writable(order.vendor)],
  ]);
  drawTable(canvas, {
    title: words.items,
    widths: [0.08, 0.47, 0.33, 0.12],
    head: words.challanHead,
    rows: lines.map((line, at) => [
      String(at + 1),
      artworkName(line.artwork, language),
      regular.writable(line.place),
      formatCount(line.quantity),
    ]),
    counts: [0, 3],
    summed: false,
  });
  // Room for a signature and a seal.
  canvas.take(68);
  const half = linePt / 2;
  words.signed.forEach((signer, at) => {
    const left = marginPt + at * half;
    canvas.box(left, canvas.y + 16, { width: half - 24, height: 0.6 }, 'key');
    canvas.text(signer, { left, width: half }, canvas.y + 4, { font: regular, size: 9.5 });
  });
}
