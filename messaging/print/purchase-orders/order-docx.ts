import { Paragraph } from 'docx';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import {
  docxLine,
  docxTable,
  line,
  pageFooter,
  run,
  signatureLines,
} from '../../platform/documents/docx-blocks.ts';
import { itemWidths, type OrderPaper, orderSheet } from './order-sheet.ts';

const marginTwips = 1_134;
const navy = '0B2A5B';

/** The order sheet as a Word file that the office can go on writing in. */
export async function orderDocx(paper: OrderPaper): Promise<Uint8Array> {
  const sheet = orderSheet(paper);
  const { language, words } = orderWords(paper.campaign);
  const empty = ['', '', '', ''];
  return docxFile({
    office: sheet.office,
    title: `${sheet.title} ${paper.order.reference}`,
    language,
    marginTwips,
    halfPoints: 22,
    footer: pageFooter(language, `${sheet.title} ${paper.order.reference} · `),
    children: [
      line(sheet.office, { bold: true, size: 26, center: true }),
      line(sheet.title, { bold: true, size: 36, center: true, color: navy, after: 120 }),
      ...sheet.notices.map((notice) =>
        line(notice, { bold: true, center: true, color: 'C8102E', after: 100 }),
      ),
      ...sheet.facts.map(
        ([name, value]) =>
          new Paragraph({
            spacing: { after: 30, line: docxLine },
            children: [run(`${name}: `, { bold: true }), run(value, {})],
          }),
      ),
      line('', { size: 12, after: 0 }),
      line(words.items, { bold: true, size: 25, color: navy, after: 80, withNext: true }),
      docxTable(
        {
          title: '',
          widths: itemWidths,
          head: sheet.head,
          rows: [...sheet.rows, ...sheet.sums.map(([name, sum]) => [...empty, name, sum])],
          counts: [0, 3, 4, 5],
          summed: true,
        },
        lineTwips(marginTwips),
      ),
      line('', { size: 12, after: 0 }),
      ...sheet.inWords.map((sum) => line(sum, { bold: true })),
      line(words.terms, { bold: true, size: 24, color: navy }),
      ...sheet.terms.map((term, at) =>
        line(`${at + 1}. ${term}`, { size: 20, withNext: at === sheet.terms.length - 1 }),
      ),
      line('', { after: 400, withNext: true }),
      signatureLines(sheet.signatures, lineTwips(marginTwips)),
    ],
  });
}
