import { AlignmentType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { officeSide } from '../../../campaigns/language.ts';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import {
  type OperatorLetterFacts,
  writeOperatorLetter,
} from '../../../campaigns/words/operator-letter.ts';

/** 2.5 cm in twentieths of a point. */
const marginTwips = 1_417;

/** The letter as docx on one page, for the office to number and sign. */
export async function operatorLetter(facts: OperatorLetterFacts): Promise<Uint8Array> {
  const letter = writeOperatorLetter(facts);
  return docxFile({
    office: letter.office,
    language: officeSide('hi', facts.campaign.languages[0]),
    title: letter.subject,
    marginTwips,
    halfPoints: 24,
    children: [
      line(letter.office, { bold: true, align: AlignmentType.CENTER, after: 300 }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: lineTwips(marginTwips) }],
        spacing: { after: 240 },
        children: [new TextRun({ children: [letter.number, new Tab(), letter.date] })],
      }),
      ...letter.to.map((text, index) =>
        line(text, { after: index === letter.to.length - 1 ? 240 : 0 }),
      ),
      line(letter.subject, { bold: true, after: 240 }),
      line(letter.greeting, { after: 120 }),
      ...letter.paragraphs.map((text) => line(text, { after: 160, indent: true })),
      line(letter.enclosures, { after: 240 }),
      ...letter.signature.map((text) => line(text, { align: AlignmentType.RIGHT })),
    ],
  });
}

interface LineOptions {
  bold?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  after?: number;
  indent?: boolean;
}

function line(text: string, { bold = false, align, after = 0, indent }: LineOptions): Paragraph {
  return new Paragraph({
    alignment: align ?? (indent ? AlignmentType.BOTH : AlignmentType.LEFT),
    spacing: { after, line: 300 },
    ...(indent ? { indent: { firstLine: 720 } } : {}),
    children: [new TextRun({ text, bold, boldComplexScript: bold })],
  });
}
