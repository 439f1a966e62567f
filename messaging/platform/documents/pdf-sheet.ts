import { drawFacts, drawFigures, drawParagraph, type Figure } from './pdf-blocks.ts';
import { openCanvas, type SheetFile, type TextStyle } from './pdf-canvas.ts';
import { type CodeBlock, drawCode } from './pdf-code.ts';
import type { PdfFont } from './pdf-font.ts';
import { drawTable, type SheetTable } from './pdf-table.ts';

/** Pages of A4 that are filled from the top. */
export interface PdfSheet {
  regular: PdfFont;
  bold: PdfFont;
  paragraph(words: string, style: TextStyle): void;
  facts(facts: readonly (readonly [string, string])[]): void;
  figures(figures: readonly Figure[]): void;
  /** One that goes on over the page repeats its head. */
  table(table: SheetTable): void;
  /** A link's QR code, with lines beside it. */
  code(block: CodeBlock): void;
  space(points: number): void;
  newPage(): void;
  finish(file: SheetFile): Buffer;
}

/** @param pageWords what is at the foot of each page */
export function openPdfSheet(
  pageWords: (page: number, total: number) => string,
  paper: { landscape?: boolean } = {},
): PdfSheet {
  const canvas = openCanvas(paper);
  return {
    regular: canvas.regular,
    bold: canvas.bold,
    paragraph: (words, style) => drawParagraph(canvas, words, style),
    facts: (facts) => drawFacts(canvas, facts),
    figures: (figures) => drawFigures(canvas, figures),
    table: (table) => drawTable(canvas, table),
    code: (block) => drawCode(canvas, block),
    space(points) {
      canvas.y -= points;
    },
    newPage: () => canvas.newPage(),
    finish: (file) => canvas.finish(file, pageWords),
  };
}
