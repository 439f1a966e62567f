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
  after?: number;
  newPage?: boolean;
  /** Stays on the page of what follows. */
  withNext?: boolean;
}

/** One paragraph of one style; sizes in half points. */
export function line(text: string, style: LineStyle = {}): Paragraph {
  return new Paragraph({
    children: [run(text, style)],
    alignment: style.center
      ? AlignmentType.CENTER
      : style.right
        ? AlignmentType.RIGHT
        : AlignmentType.LEFT,
    spacing: { after: style.after ?? 60, line: 260 },
    pageBreakBefore: style.newPage ?? false,
    keepNext: style.withNext ?? false,
  });
}

/** Words of one style. */
export function run(text: string, { bold = false, size = 22, color }: LineStyle): TextRun {
  return styledRun(text, { bold, size, color });
}

const cellSize = 17;

/** @param width of the table in twentieths of a point */
export function docxTable(
  { widths, head, rows, counts, summed }: SheetTable,
  width: number,
): Table {
  const sizes = widths.map((share) => Math.round(share * width));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2D4' };
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: sizes[at] ?? 0, type: WidthType.DXA },
      margins: { top: 16, bottom: 16, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: counts.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          // The end of a paragraph has a height of its own, which an empty cell shows.
          run: { size: cellSize, sizeComplexScript: cellSize },
          children: [run(text, { bold, size: cellSize })],
        }),
      ],
    });
  const row = (cells: readonly string[], bold: boolean, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, at) => cell(text, at, bold)),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: [
      row(head, true, true),
      ...rows.map((cells, index) => row(cells, summed && index === rows.length - 1)),
    ],
  });
}

const noEdge = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noEdges = { top: noEdge, bottom: noEdge, left: noEdge, right: noEdge };

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
      children: [line(text, { size: 19 })],
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
