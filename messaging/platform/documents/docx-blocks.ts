import {
  AlignmentType,
  BorderStyle,
  Footer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { styledRun } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import type { SheetTable } from './pdf-table.ts';

export interface LineStyle {
  bold?: boolean;
  size?: number;
  center?: boolean;
  right?: boolean;
  color?: string;
  before?: number;
  after?: number;
  newPage?: boolean;
  /** Stays on the page of what follows. */
  withNext?: boolean;
}

/** Lines as far apart as those of the PDF, 1.5 times their size, in 240ths of what the font asks for. */
export const docxLine = 217;

/** One paragraph of one style; sizes in half points. */
export function line(text: string, style: LineStyle = {}): Paragraph {
  return new Paragraph({
    children: [run(text, style)],
    alignment: style.center
      ? AlignmentType.CENTER
      : style.right
        ? AlignmentType.RIGHT
        : AlignmentType.LEFT,
    spacing: { before: style.before ?? 0, after: style.after ?? 60, line: docxLine },
    pageBreakBefore: style.newPage ?? false,
    keepNext: style.withNext ?? false,
  });
}

/** Words of one style. */
export function run(text: string, { bold = false, size = 22, color }: LineStyle): TextRun {
  return styledRun(text, { bold, size, color });
}

const cellSize = 19;
/** 13 points from line to line, as in the PDF. */
const cellLine = 197;
const navy = '0B2A5B';
const band = 'EDF1F8';

const noEdge = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** @param width of the table in twentieths of a point */
export function docxTable(
  { widths, head, rows, counts, summed }: SheetTable,
  width: number,
): Table {
  const sizes = widths.map((share) => Math.round(share * width));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2D4' };
  const cell = (text: string, at: number, kind: 'head' | 'body' | 'sum') =>
    new TableCell({
      width: { size: sizes[at] ?? 0, type: WidthType.DXA },
      margins: { top: 35, bottom: 35, left: 80, right: 80 },
      ...(kind === 'body' ? {} : { shading: { fill: kind === 'head' ? navy : band } }),
      children: [
        new Paragraph({
          alignment: counts.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          // The end of a paragraph has a height of its own, which an empty cell shows.
          run: { size: cellSize, sizeComplexScript: cellSize },
          spacing: { line: cellLine },
          children: [
            run(text, {
              bold: kind !== 'body',
              size: cellSize,
              ...(kind === 'head' ? { color: 'FFFFFF' } : {}),
            }),
          ],
        }),
      ],
    });
  const row = (cells: readonly string[], kind: 'head' | 'body' | 'sum') =>
    new TableRow({
      tableHeader: kind === 'head',
      cantSplit: true,
      children: cells.map((text, at) => cell(text, at, kind)),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    borders: {
      top: edge,
      bottom: edge,
      left: noEdge,
      right: noEdge,
      insideHorizontal: edge,
      insideVertical: noEdge,
    },
    rows: [
      row(head, 'head'),
      ...rows.map((cells, index) =>
        row(cells, summed && index === rows.length - 1 ? 'sum' : 'body'),
      ),
    ],
  });
}

const noEdges = { top: noEdge, bottom: noEdge, left: noEdge, right: noEdge };

/** The few figures that are looked for first, large and side by side, as in the PDF. */
export function docxFigures(
  figures: readonly { value: string; label: string }[],
  width: number,
): Table {
  const size = Math.round(width / figures.length);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: figures.map(() => size),
    layout: TableLayoutType.FIXED,
    borders: { ...noEdges, insideHorizontal: noEdge, insideVertical: noEdge },
    rows: [
      new TableRow({
        cantSplit: true,
        children: figures.map(
          ({ value, label }) =>
            new TableCell({
              width: { size, type: WidthType.DXA },
              margins: { top: 80, bottom: 60, left: 200, right: 120 },
              shading: { fill: band },
              children: [
                line(value, { bold: true, size: 44, color: navy, after: 0 }),
                line(label, { size: 19, after: 0 }),
              ],
            }),
        ),
      }),
    ],
  });
}

/**
 * Two lines to sign on, side by side, each with who signs below it.
 * @param width of both and what parts them, in twentieths of a point
 */
export function signatureLines(names: readonly [string, string], width: number): Table {
  const gap = Math.round(width * 0.08);
  const half = Math.round((width - gap) / 2);
  const sizes = [half, gap, half];
  const cell = (text: string, at: number) =>
    new TableCell({
      width: { size: sizes[at] ?? 0, type: WidthType.DXA },
      borders: {
        ...noEdges,
        ...(text === '' ? {} : { top: { style: BorderStyle.SINGLE, size: 6, color: '111111' } }),
      },
      children: [line(text, { size: 19, right: at === 2 })],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    borders: { ...noEdges, insideHorizontal: noEdge, insideVertical: noEdge },
    rows: [new TableRow({ cantSplit: true, children: [names[0], '', names[1]].map(cell) })],
  });
}

/** पृष्ठ 1 / 3 */
export function pageFooter(language: 'hi' | 'en', before = ''): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [
              `${before}${pageWord[language]} `,
              PageNumber.CURRENT,
              ' / ',
              PageNumber.TOTAL_PAGES,
            ],
            size: 18,
            sizeComplexScript: 18,
          }),
        ],
      }),
    ],
  });
}
