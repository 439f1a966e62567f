import { shortNumber } from '../../../campaigns/languages/typesetting/pdf-text.ts';
import { type Ink, inks, type Paper } from './paper.ts';
import { pdfFile } from './pdf-file.ts';
import { openPdfFont, type PdfFont } from './pdf-font.ts';
import { asArtifact, openTagging, type Tag } from './pdf-tags.ts';

const a4 = { short: 595.28, long: 841.89 };
export const marginPt = 56.7;
export const linePt = a4.short - 2 * marginPt;
export interface TextStyle {
  font: PdfFont;
  size: number;
  align?: 'left' | 'center' | 'right';
  ink?: Ink;
}

/** A column in which a text is aligned, in points from the paper's left edge. */
export interface Column {
  left: number;
  width: number;
}

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
  finish(file: Pick<Paper, 'title' | 'language' | 'createdAt' | 'foot'>): Buffer;
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
  const drawFoot = (words: string) => {
    const size = 9;
    const style: TextStyle = { font: regular, size, align: 'center' };
    const x = alignedAt(words, style, { left: marginPt, width: line });
    return asArtifact(
      `BT ${rgb('key')} rg ${shortNumber(x)} ${shortNumber(marginPt / 2)} Td ${regular.show(words, size)} ET`,
    );
  };
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
      const shown = `BT ${rgb(ink)} rg ${at} Td ${font.show(words, size)} ET`;
      draw(tagging.mark(pages.length - 1, shown));
    },
    box(x, bottom, { width, height }, ink) {
      const sides = [x, bottom, width, height].map(shortNumber).join(' ');
      draw(asArtifact(`${rgb(ink)} rg ${sides} re f`));
    },
    finish({ foot, ...file }) {
      const contents = pages.map((operators, index) => {
        const number =
          foot === undefined ? [] : [drawFoot(`${foot} ${index + 1} / ${pages.length}`)];
        return { content: [...operators, ...number].join('\n') };
      });
      const fonts = [...regular.files(), ...bold.files()];
      return pdfFile(contents, { ...file, fonts, widthPt, heightPt, tags: tagging.root });
    },
  };
  return canvas;
}

/** Operands of a colour. */
function rgb(ink: Ink): string {
  const parts = inks[ink].match(/../g) ?? [];
  return parts.map((part) => shortNumber(Number.parseInt(part, 16) / 255)).join(' ');
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
