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
import { docxFile, lineTwips } from '../../campaigns/typesetting/docx-sheet-fs.ts';
import type { SheetTable } from '../documents/pdf-table.ts';
import type { NoteContent } from './note-content.ts';

const marginTwips = 1_134;
const width = lineTwips(marginTwips);
const navy = '0B2A5B';

/** The note as a Word file. */
export async function noteDocx(note: NoteContent): Promise<Uint8Array> {
  return docxFile({
    office: note.office,
    title: note.title,
    marginTwips,
    halfPoints: 22,
    footer: footer(),
    children: [
      line(note.office, { bold: true, size: 26, center: true }),
      line(note.title, { bold: true, size: 28, center: true, color: navy }),
      line(note.asOf, { center: true, after: 200 }),
      ...(note.sampleNotice === null
        ? []
        : [line(note.sampleNotice, { bold: true, center: true, color: 'C8102E', after: 200 })]),
      ...note.paragraphs.map((text, index) => line(`${index + 1}. ${text}`, { after: 140 })),
      ...note.tables.flatMap(titled),
      line('', { after: 500 }),
      line(note.signature, { bold: true, right: true }),
      ...titled(note.annexure, true),
    ],
  });
}

type LineStyle = {
  bold?: boolean;
  size?: number;
  center?: boolean;
  right?: boolean;
  color?: string;
  after?: number;
  newPage?: boolean;
};

function line(text: string, style: LineStyle = {}): Paragraph {
  return new Paragraph({
    children: [run(text, style)],
    alignment: style.center
      ? AlignmentType.CENTER
      : style.right
        ? AlignmentType.RIGHT
        : AlignmentType.LEFT,
    spacing: { after: style.after ?? 60, line: 260 },
    pageBreakBefore: style.newPage ?? false,
  });
}

function run(text: string, { bold = false, size = 22, color }: LineStyle): TextRun {
  return new TextRun({
    text,
    bold,
    boldComplexScript: bold,
    size,
    sizeComplexScript: size,
    language: { value: 'hi-IN', bidirectional: 'hi-IN' },
    ...(color === undefined ? {} : { color }),
  });
}

function titled(table: SheetTable, newPage: boolean | number = false): (Paragraph | Table)[] {
  const title = line(table.title, {
    bold: true,
    size: 24,
    color: navy,
    after: 100,
    newPage: newPage === true,
  });
  return [title, toTable(table)];
}

function toTable({ widths, head, rows, counts, summed }: SheetTable): Table {
  const sizes = widths.map((share) => Math.round(share * width));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2D4' };
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: sizes[at] ?? 0, type: WidthType.DXA },
      margins: { top: 16, bottom: 16, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: counts.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [run(text, { bold, size: 17 })],
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

function footer(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['पृष्ठ ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            size: 18,
            sizeComplexScript: 18,
          }),
        ],
      }),
    ],
  });
}
