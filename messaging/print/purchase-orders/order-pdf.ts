import { orderWords } from '../../../campaigns/words/order-words.ts';
import { drawFacts, drawParagraph } from '../../platform/documents/pdf-blocks.ts';
import { linePt, openCanvas } from '../../platform/documents/pdf-canvas.ts';
import { drawTable } from '../../platform/documents/pdf-table.ts';
import { itemWidths, type OrderPaper, orderSheet } from './order-sheet.ts';

/** The order sheet as a PDF of A4 pages. */
export function orderPdf(paper: OrderPaper): Buffer {
  const sheet = orderSheet(paper);
  const { language, words } = orderWords(paper.campaign);
  const canvas = openCanvas();
  const { regular, bold } = canvas;
  const typed = (text: string) => regular.writable(text);
  const center = { align: 'center' } as const;
  drawParagraph(canvas, sheet.office, { font: bold, size: 14, ...center });
  const heading = { ink: 'navy', after: 6, heading: 'H1', ...center } as const;
  drawParagraph(canvas, sheet.title, { font: bold, size: 20, ...heading });
  for (const notice of sheet.notices)
    drawParagraph(canvas, typed(notice), { font: bold, size: 12, ink: 'red', after: 6, ...center });
  drawFacts(
    canvas,
    sheet.facts.map(([name, value]) => [name, typed(value)] as const),
  );
  const empty = ['', '', '', ''];
  drawTable(canvas, {
    title: words.items,
    widths: itemWidths,
    head: sheet.head,
    rows: [
      ...sheet.rows.map((cells) => cells.map(typed)),
      ...sheet.sums.map(([name, sum]) => [...empty, name, sum]),
    ],
    counts: [0, 3, 4, 5],
    summed: true,
  });
  for (const sum of sheet.inWords) drawParagraph(canvas, sum, { font: bold, size: 11, after: 3 });
  canvas.y -= 6;
  drawParagraph(canvas, words.terms, { font: bold, size: 12, ink: 'navy' });
  sheet.terms.forEach((term, at) => {
    drawParagraph(canvas, `${at + 1}. ${term}`, { font: regular, size: 10, after: 1 });
  });
  canvas.take(76);
  const half = linePt / 2;
  sheet.signatures.forEach((signer, at) => {
    const left = 56.7 + at * half;
    canvas.box(left + (at === 1 ? 20 : 0), canvas.y + 22, { width: half - 20, height: 0.7 }, 'key');
    const style = { font: regular, size: 9.5, align: at === 1 ? 'right' : 'left' } as const;
    canvas.text(signer, { left, width: half }, canvas.y + 8, style);
  });
  const { reference, orderedOn } = paper.order;
  return canvas.finish(
    {
      title: `${sheet.title} ${reference}`,
      language,
      createdAt: new Date(`${orderedOn}T00:00:00+05:30`),
    },
    (page, total) => `${sheet.title} ${reference} · ${words.page(page, total)}`,
  );
}
