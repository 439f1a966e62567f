import { shortNumber } from '../../campaigns/typesetting/pdf-text.ts';
import type { NoteTable } from '../review-notes/note-content.ts';
import { type PdfOptions, pdfFile } from './pdf-file.ts';
import { openPdfFont, type PdfFont } from './pdf-font.ts';

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

export interface TextStyle {
  font: PdfFont;
  size: number;
  align?: 'left' | 'center' | 'right';
  ink?: Ink;
  /** Space below in points. */
  after?: number;
}

type RowKind = 'head' | 'body' | 'sum';

const cellPaddingPt = 8;
const titlePt = 32;
const shortTableRows = 14;
const leastRowsTogether = 3;

/** What of a PDF is said once. */
type SheetFile = Pick<PdfOptions, 'title' | 'language' | 'createdAt'>;

/** Pages of A4, filled from the top; a table that goes on repeats its head. */
export function openPdfSheet(pageWords: (page: number, total: number) => string) {
  const [regular, bold] = [openPdfFont(400), openPdfFont(700)];
  const fonts = [regular, bold];
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
      `BT ${inks[ink]} rg ${name} ${shortNumber(size)} Tf ${shortNumber(x)} ${shortNumber(baseline)} Td ${font.show(words, size)} ET`,
    );
  }
  function box(x: number, bottom: number, width: number, height: number, ink: Ink): void {
    draw(
      `${inks[ink]} rg ${shortNumber(x)} ${shortNumber(bottom)} ${shortNumber(width)} ${shortNumber(height)} re f`,
    );
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

  function rowStyle(kind: RowKind) {
    return { font: kind === 'body' ? regular : bold, size: 9.5 };
  }

  /** A short table stays on one page; a long one begins with its title, its head and some rows. */
  function table({ title, widths, head, rows, counts, summed }: NoteTable): void {
    const brokenOf = (cells: readonly string[], kind: RowKind) =>
      cells.map((cell, at) =>
        breakLines(cell, rowStyle(kind), (widths[at] ?? 0) * linePt - cellPaddingPt),
      );
    const heightOf = (lines: readonly string[][]) =>
      Math.max(...lines.map(({ length }) => length)) * 13 + 4;
    const together = rows.length <= shortTableRows ? rows : rows.slice(0, leastRowsTogether);
    const needed = together.reduce(
      (sum, cells) => sum + heightOf(brokenOf(cells, 'body')),
      titlePt + heightOf(brokenOf(head, 'head')),
    );
    if (y - needed < marginPt) newPage();
    else y -= 8;
    paragraph(title, { font: bold, size: 12.5, ink: 'navy', after: 4 });
    const lefts = widths.map(
      (_, at) => marginPt + widths.slice(0, at).reduce((sum, part) => sum + part, 0) * linePt,
    );
    const row = (cells: readonly string[], kind: RowKind) => {
      const lines = brokenOf(cells, kind);
      const height = heightOf(lines);
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
          ...rowStyle(kind),
          align: counts.includes(at) ? 'right' : 'left',
          ink: kind === 'head' ? 'paper' : 'key',
        };
        broken.forEach((line, index) => {
          const x = alignedAt(
            line,
            cell,
            (lefts[at] ?? 0) + cellPaddingPt / 2,
            (widths[at] ?? 0) * linePt - cellPaddingPt,
          );
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

  /** Rows of a name and what it is; a long one goes on below itself. */
  function facts(pairs: readonly (readonly [string, string])[]): void {
    const nameWidth = linePt * 0.3;
    for (const [name, value] of pairs) {
      const size = 10.5;
      const names = breakLines(name, { font: bold, size }, nameWidth - 8);
      const lines = breakLines(value, { font: regular, size }, linePt - nameWidth - 4);
      const height = Math.max(names.length, lines.length) * 15 + 3;
      if (y - height < marginPt) newPage();
      y -= height;
      box(marginPt, y, linePt, 0.5, 'rule');
      names.forEach((line, index) => {
        text(line, marginPt, y + height - 15 * (index + 1) + 2, { font: bold, size, ink: 'navy' });
      });
      lines.forEach((line, index) => {
        text(line, marginPt + nameWidth, y + height - 15 * (index + 1) + 2, {
          font: regular,
          size,
        });
      });
    }
    y -= 8;
  }

  /** The few figures that are looked for first, large and side by side. */
  function figures(entries: readonly { value: string; label: string; ink?: Ink }[]): void {
    const width = linePt / entries.length;
    const height = 58;
    y -= height;
    box(marginPt, y, linePt, height, 'band');
    entries.forEach(({ value, label, ink = 'navy' }, index) => {
      const left = marginPt + index * width;
      const room = width - 16;
      const size = Math.min(22, (room * 1000) / bold.widthOf(value));
      text(value, left + 10, y + 28, { font: bold, size, ink });
      text(label, left + 10, y + 11, { font: regular, size: 9.5 });
    });
    y -= 12;
  }

  return {
    regular,
    bold,
    paragraph,
    facts,
    figures,
    table,
    newPage,
    space(points: number): void {
      y -= points;
    },
    finish(file: SheetFile): Buffer {
      const style = { font: regular, size: 9, align: 'center' } as const;
      const numbered = pages.map((operators, index) => {
        const words = pageWords(index + 1, pages.length);
        const x = alignedAt(words, style, marginPt, linePt);
        const foot = `BT ${inks.key} rg /F0 9 Tf ${shortNumber(x)} ${shortNumber(marginPt / 2)} Td ${regular.show(words, 9)} ET`;
        return { content: [...operators, foot].join('\n') };
      });
      return pdfFile(numbered, { ...file, fonts, widthPt, heightPt });
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
