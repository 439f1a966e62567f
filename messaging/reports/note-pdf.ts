import type { NoteContent, NoteTable } from './note-content.ts';
import { type PdfPage, pdfFile } from './pdf-file.ts';
import { number, openPdfFont, type PdfFont } from './pdf-font.ts';

const widthPt = 595.28;
const heightPt = 841.89;
const marginPt = 56.7;
const linePt = widthPt - 2 * marginPt;
const inks = {
  key: '0.07 0.07 0.07',
  navy: '0.043 0.165 0.357',
  red: '0.784 0.063 0.18',
  paper: '1 1 1',
  rule: '0.72 0.76 0.83',
  band: '0.93 0.945 0.97',
};
type Ink = keyof typeof inks;

/** The note as a PDF of A4 pages. */
export function notePdf(note: NoteContent): Buffer {
  const [regular, bold] = [openPdfFont('400Regular'), openPdfFont('700Bold')];
  const sheet = createSheet([regular, bold]);
  sheet.paragraph(note.office, { font: bold, size: 13, align: 'center' });
  sheet.paragraph(note.title, { font: bold, size: 15, align: 'center', ink: 'navy' });
  sheet.paragraph(note.asOf, { font: regular, size: 11, align: 'center', after: 10 });
  if (note.sampleNotice !== null) {
    sheet.paragraph(note.sampleNotice, {
      font: bold,
      size: 11,
      align: 'center',
      ink: 'red',
      after: 10,
    });
  }
  note.paragraphs.forEach((text, index) => {
    sheet.paragraph(`${index + 1}. ${text}`, { font: regular, size: 11, after: 7 });
  });
  for (const table of note.tables) sheet.table(table);
  sheet.space(44);
  sheet.paragraph(note.signature, { font: bold, size: 11, align: 'right' });
  sheet.newPage();
  sheet.table(note.annexure);
  const { title, generatedAt } = note;
  return pdfFile(sheet.finish(), {
    title,
    fonts: [regular, bold],
    widthPt,
    heightPt,
    createdAt: new Date(generatedAt),
  });
}

interface TextStyle {
  font: PdfFont;
  size: number;
  align?: 'left' | 'center' | 'right';
  ink?: Ink;
  /** Space below in points. */
  after?: number;
}

function createSheet(fonts: readonly [PdfFont, PdfFont]) {
  const [regular, bold] = fonts;
  const pages: string[][] = [[]];
  let y = heightPt - marginPt;

  const draw = (operators: string) => pages.at(-1)?.push(operators);
  function newPage(): void {
    pages.push([]);
    y = heightPt - marginPt;
  }
  function text(
    words: string,
    x: number,
    baseline: number,
    { font, size, ink = 'key' }: TextStyle,
  ): void {
    const name = `/F${fonts.indexOf(font)}`;
    draw(
      `BT ${inks[ink]} rg ${name} ${number(size)} Tf ${number(x)} ${number(baseline)} Td ${font.show(words, size)} ET`,
    );
  }
  function box(x: number, bottom: number, width: number, height: number, ink: Ink): void {
    draw(`${inks[ink]} rg ${number(x)} ${number(bottom)} ${number(width)} ${number(height)} re f`);
  }
  function alignedAt(
    words: string,
    { font, size, align }: TextStyle,
    left: number,
    width: number,
  ): number {
    const room = width - (font.widthOf(words) * size) / 1000;
    return left + (align === 'right' ? room : align === 'center' ? room / 2 : 0);
  }

  function paragraph(words: string, style: TextStyle): void {
    const leading = style.size * 1.5;
    for (const line of breakLines(words, style, linePt)) {
      if (y - leading < marginPt) newPage();
      y -= leading;
      text(line, alignedAt(line, style, marginPt, linePt), y + style.size * 0.35, style);
    }
    y -= style.after ?? 3;
  }

  function table({ title, widths, head, rows, counts, summed }: NoteTable): void {
    y -= 8;
    paragraph(title, { font: bold, size: 12.5, ink: 'navy', after: 4 });
    const lefts = widths.map(
      (_, at) => marginPt + widths.slice(0, at).reduce((sum, part) => sum + part, 0) * linePt,
    );
    const row = (cells: readonly string[], kind: 'head' | 'body' | 'sum') => {
      const style = { font: kind === 'body' ? regular : bold, size: 9.5 };
      const lines = cells.map((cell, at) =>
        breakLines(cell, style, (widths[at] ?? 0) * linePt - 8),
      );
      const height = Math.max(...lines.map(({ length }) => length)) * 13 + 4;
      if (y - height < marginPt) {
        newPage();
        if (kind !== 'head') row(head, 'head');
      }
      y -= height;
      if (kind === 'head') box(marginPt, y, linePt, height, 'navy');
      if (kind === 'sum') box(marginPt, y, linePt, height, 'band');
      box(marginPt, y, linePt, 0.5, 'rule');
      lines.forEach((broken, at) => {
        const cell: TextStyle = {
          ...style,
          align: counts.includes(at) ? 'right' : 'left',
          ink: kind === 'head' ? 'paper' : 'key',
        };
        broken.forEach((line, index) => {
          const x = alignedAt(line, cell, (lefts[at] ?? 0) + 4, (widths[at] ?? 0) * linePt - 8);
          text(line, x, y + height - 13 * (index + 1) + 1, cell);
        });
      });
    };
    row(head, 'head');
    rows.forEach((cells, index) => {
      row(cells, summed && index === rows.length - 1 ? 'sum' : 'body');
    });
    y -= 8;
  }

  return {
    paragraph,
    table,
    newPage,
    space(points: number): void {
      y -= points;
    },
    finish(): PdfPage[] {
      const total = pages.length;
      return pages.map((operators, index) => {
        const words = `पृष्ठ ${index + 1} / ${total}`;
        const style = { font: regular, size: 9, align: 'center' } as const;
        const x = alignedAt(words, style, marginPt, linePt);
        const foot = `BT ${inks.key} rg /F0 9 Tf ${number(x)} ${number(marginPt / 2)} Td ${regular.show(words, 9)} ET`;
        return { content: [...operators, foot].join('\n') };
      });
    },
  };
}

/** Breaks a text at its blanks; a word that is wider than the line stands alone. */
function breakLines(words: string, { font, size }: TextStyle, widthLimitPt: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && (font.widthOf(longer) * size) / 1000 > widthLimitPt) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
