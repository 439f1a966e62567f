import { spacedCode } from '../../../campaigns/purchase-orders/parcel.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { type XlsxCell, xlsxFile } from '../../platform/documents/xlsx-file.ts';
import { type OrderPaper, orderSheet } from './order-sheet.ts';

const bold = { bold: true };
const money = { format: '#,##,##0.00' };

/** The order sheet as a workbook: quantities and amounts are numbers, every text is text. */
export function orderXlsx(paper: OrderPaper): Buffer {
  const sheet = orderSheet(paper);
  const { order, lines } = paper;
  const { language, words } = orderWords(paper.campaign);
  const blank: XlsxCell = { value: null };
  const sum = (name: string, paise: number): XlsxCell[] => [
    ...Array<XlsxCell>(9).fill(blank),
    { value: name, style: bold },
    { value: paise / 100, style: { ...bold, ...money } },
  ];
  return xlsxFile(
    [
      {
        name: sheet.title,
        columnWidths: [6, 26, 26, 34, 26, 14, 10, 12, 12, 12, 18],
        headRow: 1 + sheet.notices.length + sheet.facts.length + 2,
        rows: [
          [
            {
              value: `${sheet.office}: ${sheet.title} ${order.reference}`,
              style: { bold: true, size: 14 },
            },
          ],
          ...sheet.notices.map((value): XlsxCell[] => [
            { value, style: { bold: true, ink: 'C8102E' } },
          ]),
          ...sheet.facts.map(([name, value]): XlsxCell[] => [
            blank,
            { value: name, style: bold },
            { value },
          ]),
          [],
          words.sheetHead.map((value) => ({
            value,
            style: { bold: true, ink: 'FFFFFF', ground: '0B2A5B' },
          })),
          ...lines.map((line, at): XlsxCell[] => [
            { value: at + 1 },
            { value: line.nameHi },
            { value: line.nameEn },
            { value: artworkName(line.artwork, language) },
            { value: line.place },
            { value: spacedCode(line.parcel) },
            { value: words.perUnit[line.unit] },
            {
              value: line.unit === 'piece' ? null : line.areaCentiSqFt / 100,
              style: { format: '0.00' },
            },
            { value: line.ratePaise / 100, style: money },
            { value: line.quantity, style: { format: '#,##,##0' } },
            { value: line.amount / 100, style: money },
          ]),
          sum(words.net, order.net),
          ...(order.gst === null ? [] : [sum(words.gst(String(order.gstPercent)), order.gst)]),
          sum(words.total, order.total),
          [],
          ...sheet.inWords.map((value): XlsxCell[] => [blank, { value, style: bold }]),
        ],
      },
    ],
    {
      title: `${sheet.title} ${order.reference}`,
      createdAt: new Date(`${order.orderedOn}T00:00:00+05:30`),
    },
  );
}
