import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxTable, line } from '../../platform/documents/docx-blocks.ts';
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
      line(letter.number, { size: 22 }),
      line(letter.date, { size: 22, after: 160 }),
      ...(letter.sampleNotice === null
        ? []
        : [line(letter.sampleNotice, { bold: true, center: true, color: 'C8102E', after: 160 })]),
      body(letter.greeting),
      body(letter.opening),
      docxTable(
        {
          title: '',
          widths: letter.figures.map(() => 1 / letter.figures.length),
          head: letter.figures.map(({ value }) => value),
          rows: [letter.figures.map(({ label }) => label)],
          counts: [],
          summed: false,
        },
        width,
      ),
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
