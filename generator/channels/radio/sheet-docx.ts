import { BorderStyle, Paragraph, ShadingType, type TextRun } from 'docx';
import { docxFile, styledRun } from '../../../campaigns/languages/typesetting/docx-sheet-fs.ts';
import { palette } from '../../ink/palette.ts';
import { type Sheet, sheetWords } from './sheet.ts';

/** Margins and sizes of the PDF: what fits its page fits this one. */
const marginTwips = 907;
const halfPoints = 20;
const navy = palette.navy.screen.slice(1);
const red = palette.red.screen.slice(1);

/** A paper for the studio as a Word file, for a desk that writes into it. */
export function sheetDocx(sheet: Sheet): Promise<Buffer> {
  const { title, kind, office, version, warning, facts, parts, points, hints } = sheet;
  return docxFile({
    office,
    title: `${title} (${kind})`,
    language: 'hi',
    marginTwips,
    halfPoints,
    children: [
      line([{ text: title, bold: true, size: 36, color: navy }], { after: 40 }),
      line([{ text: `${office}  ·  ${kind}  ·  ${version}` }], { after: 160 }),
      ...(warning === null ? [] : [banner(warning)]),
      ...facts.map(([name, value]) => line([{ text: `${name}: `, bold: true }, { text: value }])),
      heading(sheet.partsTitle),
      ...parts.flatMap(({ label, text, note }) => [
        line(
          [
            { text: label, bold: true, color: navy },
            { text: note === undefined ? '' : `  ·  ${note}` },
          ],
          {
            keep: true,
          },
        ),
        line([{ text, size: points * 2 }], { after: 200 }),
      ]),
      ...(hints.length === 0 ? [] : [heading(sheetWords.hints)]),
      ...hints.map(([word, say]) => line([{ text: `${word}: `, bold: true }, { text: say }])),
      heading(sheetWords.notes),
      ...sheet.notes.map((note) => line([{ text: note }])),
      ...sheet.signatures.map((what) =>
        line([{ text: `${what} (${sheetWords.sign}): ______________________________` }], {
          before: 240,
        }),
      ),
    ],
  });
}

interface Run {
  text: string;
  bold?: boolean;
  size?: number;
  color?: string;
}
interface Spacing {
  before?: number;
  after?: number;
  keep?: boolean;
}

function line(
  runs: readonly Run[],
  { before = 0, after = 20, keep = false }: Spacing = {},
): Paragraph {
  return new Paragraph({ children: runs.map(run), spacing: { before, after }, keepNext: keep });
}

function run({ text, bold = false, size = halfPoints, color }: Run): TextRun {
  return styledRun(text, { bold, size, color });
}

function heading(words: string): Paragraph {
  return new Paragraph({
    children: [run({ text: words, bold: true, color: red })],
    spacing: { before: 200, after: 120 },
    keepNext: true,
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: navy, space: 2 } },
  });
}

function banner(words: string): Paragraph {
  return new Paragraph({
    children: [run({ text: words, bold: true, color: 'FFFFFF' })],
    spacing: { after: 160 },
    shading: { type: ShadingType.SOLID, color: red, fill: red },
  });
}
