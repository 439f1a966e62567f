import { Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxFigures, docxLine, line, run } from '../../platform/documents/docx-blocks.ts';
import type { LetterContent } from './letter-content.ts';

const marginTwips = 1_134;
const width = lineTwips(marginTwips);
const navy = '0B2A5B';
const size = 24;

/** The letter as a Word file, so that the office can go on writing in it. */
export async function letterDocx(letter: LetterContent): Promise<Uint8Array> {
  const [sender = '', ...places] = letter.sender;
  const body = (text: string) => line(text, { size, after: 160 });
  return docxFile({
    office: sender,
    title: letter.title,
    language: letter.language,
    marginTwips,
    halfPoints: size,
    children: [
      line(sender, { bold: true, size: 28, center: true, color: navy }),
      ...places.map((place) => line(place, { size: 22, center: true, after: 160 })),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        spacing: { before: 160, after: 160, line: docxLine },
        children: [
          run(letter.number, {}),
          new TextRun({ children: [new Tab()] }),
          run(letter.date, {}),
        ],
      }),
      ...(letter.sampleNotice === null
        ? []
        : [line(letter.sampleNotice, { bold: true, center: true, color: 'C8102E', after: 160 })]),
      body(letter.greeting),
      body(letter.opening),
      docxFigures(letter.figures, width),
      line('', { after: 60 }),
      body(letter.standing),
      body(letter.askLead),
      ...letter.asks.map((ask, at) => body(`(${at + 1})  ${ask}`)),
      ...letter.closing.map(body),
      ...letter.signature.map((words) =>
        line(words, { size, right: true, after: words === '' ? 360 : 20 }),
      ),
      line('', { after: 60 }),
      ...letter.addressee.map((words) => line(words, { size, bold: true, after: 10 })),
    ],
  });
}
