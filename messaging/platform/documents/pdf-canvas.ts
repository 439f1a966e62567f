import { shortNumber } from '../../../campaigns/typesetting/pdf-text.ts';
import { type PdfOptions, pdfFile } from './pdf-file.ts';
import { openPdfFont, type PdfFont } from './pdf-font.ts';
import { asArtifact, openTagging, type Tag } from './pdf-tags.ts';

const a4 = { short: 595.28, long: 841.89 };
export const marginPt = 56.7;
export const linePt = a4.short - 2 * marginPt;
const inks = {
  key: '0.07 0.07 0.07',
  navy: '0.043 0.165 0.357',
  red: '0.784 0.063 0.18',
  paper: '1 1 1',
  rule: '0.72 0.76 0.83',
  band: '0.93 0.945 0.97',
};
export type Ink = keyof typeof inks;

export interface TextStyle {
  font: PdfFont;
  size: number;
  align?: 'left' | 'center' | 'right';
  ink?: Ink;
  /** Space below in points. */
  after?: number;
  /** A paragraph that heads what follows. */
  heading?: 'H1' | 'H2';
}

/** The particulars of a PDF as a whole. */
export type SheetFile = Pick<PdfOptions, 'title' | 'language' | 'createdAt'>;

/** A column in which a text is aligned, in points from the paper's left edge. */
export interface Column {
  left: number;
  width: number;
}

export const wholeLine: Column = { left: marginPt, width: linePt };

/** Pages of A4 and the pen, whose height falls as they are filled. Points, y upwards as in PDF. */
export interface Canvas {
  regular: PdfFont;
  bold: PdfFont;
  /** Width between the margins. */
  linePt: number;
  /** Lower edge of what is drawn so far. */
  y: number;
  newPage(): void;
  /** Takes so much from the page, or from a new one when it is not left. */
  take(points: number): void;
  /** Texts that are drawn meanwhile belong to one part of the document. */
  part(tag: Pick<Tag, 'role' | 'scope'>, draw: () => void): void;
  text(words: string, column: Column, baseline: number, style: TextStyle): void;
  /** A filled box whose lower left corner is (x, bottom). */
  box(x: number, bottom: number, size: { width: number; height: number }, ink: Ink): void;
  finish(file: SheetFile, pageWords: (page: number, total: number) => string): Buffer;
}

/** @param landscape A4 on its side, for wide tables */
export function openCanvas({ landscape = false } = {}): Canvas {
  const [widthPt, heightPt] = landscape ? [a4.long, a4.short] : [a4.short, a4.long];
  const line = widthPt - 2 * marginPt;
  const regular = openPdfFont(400);
  const bold = openPdfFont(700);
  const pages: string[][] = [[]];
  const tagging = openTagging();
  const draw = (operators: string) => pages.at(-1)?.push(operators);
  const canvas: Canvas = {
    regular,
    bold,
    linePt: line,
    y: heightPt - marginPt,
    newPage() {
      pages.push([]);
      canvas.y = heightPt - marginPt;
    },
    take(points) {
      if (canvas.y - points < marginPt) canvas.newPage();
      canvas.y -= points;
    },
    part: tagging.within,
    text(words, column, baseline, style) {
      const { font, size, ink = 'key' } = style;
      const at = `${shortNumber(alignedAt(words, style, column))} ${shortNumber(baseline)}`;
      const shown = `BT ${inks[ink]} rg ${at} Td ${font.show(words, size)} ET`;
      draw(tagging.mark(pages.length - 1, shown));
    },
    box(x, bottom, { width, height }, ink) {
      const sides = [x, bottom, width, height].map(shortNumber).join(' ');
      draw(asArtifact(`${inks[ink]} rg ${sides} re f`));
    },
    finish(file, pageWords) {
      const size = 9;
      const numbered = pages.map((operators, index) => {
        const words = pageWords(index + 1, pages.length);
        const x = alignedAt(
          words,
          { font: regular, size, align: 'center' },
          { left: marginPt, width: line },
        );
        const foot = `BT ${inks.key} rg ${shortNumber(x)} ${shortNumber(marginPt / 2)} Td ${regular.show(words, size)} ET`;
        return { content: [...operators, asArtifact(foot)].join('\n') };
      });
      const fonts = [...regular.files(), ...bold.files()];
      return pdfFile(numbered, { ...file, fonts, widthPt, heightPt, tags: tagging.root });
    },
  };
  return canvas;
}

function alignedAt(words: string, { font, size, align }: TextStyle, column: Column): number {
  const room = column.width - (font.widthOf(words) * size) / 1000;
  return column.left + (align === 'right' ? room : align === 'center' ? room / 2 : 0);
}

/** Breaks a text at its blanks; a word that is wider than the line stands alone. */
export function breakLines(
  words: string,
  { font, size }: TextStyle,
  widthLimitPt: number,
): string[] {
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
