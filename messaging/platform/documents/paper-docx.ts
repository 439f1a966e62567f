import {
  AlignmentType,
  BorderStyle,
  Footer,
  ImageRun,
  type ITableCellOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import {
  docxFile,
  lineTwips,
  styledRun,
} from '../../../campaigns/languages/typesetting/docx-sheet-fs.ts';
import { linkCodePng } from './link-code.ts';
import {
  type Block,
  type Cell,
  type Fact,
  type Figure,
  heading,
  inks,
  listCounts,
  type Paper,
  type PaperTable,
  showCell,
  type TextBlock,
} from './paper.ts';

/** The margin of the PDF. */
const marginTwips = 1_134;
/** Lines as far apart as those of the PDF, in 240ths of what the font asks for. */
const leading = { text: 217, fact: 207, cell: 197 };
const small = 9.5;
const toTwips = (points: number) => Math.round(points * 20);
const exactly = (points: number) => ({ line: toTwips(points), lineRule: LineRuleType.EXACT });

/** A paper as a Word file, so that the office can go on writing in it. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { office, title, language, landscape = false, foot, blocks } = paper;
  const width = lineTwips(marginTwips, landscape);
  const children: (Paragraph | Table)[] = [];
  for (const block of blocks) children.push(...(await toDocx(block, width)));
  return docxFile({
    office,
    title,
    language,
    marginTwips,
    landscape,
    halfPoints: 22,
    ...(foot === undefined ? {} : { footer: pageFooter(foot) }),
    children,
  });
}

/** @param width of the line in twentieths of a point */
async function toDocx(block: Block, width: number): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'text':
      return [paragraph(block)];
    case 'pair':
      return [pairParagraph(block.texts, width)];
    case 'rule': {
      const bottom = { style: BorderStyle.SINGLE, size: 8, color: inks.navy };
      return [new Paragraph({ spacing: exactly(4), border: { bottom } })];
    }
    case 'facts':
      return [factsTable(block.facts, width), gap(8)];
    case 'figures':
      return [figuresTable(block.figures, width), gap(12)];
    case 'table': {
      const title = paragraph(heading(block.title), { before: 8, newPage: block.newPage });
      return [title, rowsTable(block, width), gap(8)];
    }
    case 'code':
      return [await codeTable(block, width)];
    case 'signatures':
      return [gap(54, true), signaturesTable(block.names, width)];
    case 'space':
      return [gap(block.points)];
  }
}

function gap(points: number, keepNext = false): Paragraph {
  return new Paragraph({ spacing: exactly(points), keepNext });
}

type Text = Omit<TextBlock, 'kind'>;

function run({ words, bold = false, size, ink }: Text): TextRun {
  return styledRun(words, { bold, size: size * 2, color: ink && inks[ink] });
}

function paragraph(
  text: Text,
  place: { before?: number; newPage?: boolean | undefined; line?: number } = {},
): Paragraph {
  const { size, align = 'left', after = 3, heading } = text;
  const { before = 0, newPage = false, line = leading.text } = place;
  return new Paragraph({
    children: [run(text)],
    // The end of a paragraph has its own height, which an empty cell shows.
    run: { size: size * 2, sizeComplexScript: size * 2 },
    alignment: align,
    spacing: { before: toTwips(before), after: toTwips(after), line },
    pageBreakBefore: newPage,
    keepNext: heading !== undefined,
  });
}

function pairParagraph([left, right]: readonly [string, string], width: number): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    spacing: { before: toTwips(8), after: toTwips(8), line: leading.text },
    children: [
      run({ words: left, size: 11 }),
      new TextRun({ children: [new Tab()] }),
      run({ words: right, size: 11 }),
    ],
  });
}

const noEdge = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noEdges = { top: noEdge, bottom: noEdge, left: noEdge, right: noEdge };
const rule = { style: BorderStyle.SINGLE, size: 4, color: inks.rule };

type TableCells = readonly Omit<ITableCellOptions, 'width'>[];

/** A table of fixed columns whose rows stay on one page each; a head begins each page. */
function fixedTable(
  sizes: readonly number[],
  rows: readonly TableCells[],
  {
    edge = noEdge,
    hasHead = false,
  }: { edge?: typeof rule | typeof noEdge; hasHead?: boolean } = {},
): Table {
  const toCell = (cell: TableCells[number], at: number) =>
    new TableCell({ ...cell, width: { size: sizes[at] ?? 0, type: WidthType.DXA } });
  return new Table({
    width: { size: sizes.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
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
    rows: rows.map((cells, at) => {
      const tableHeader = hasHead && at === 0;
      return new TableRow({ tableHeader, cantSplit: true, children: cells.map(toCell) });
    }),
  });
}

function factsTable(facts: readonly Fact[], width: number): Table {
  const cell = (words: string, look: Partial<Text>) => ({
    margins: { top: 30, bottom: 30, left: 0, right: 80 },
    children: [paragraph({ ...look, words, size: 10.5, after: 0 }, { line: leading.fact })],
  });
  const names = Math.round(width * 0.3);
  return fixedTable(
    [names, width - names],
    facts.map(([name, value]) => [cell(name, { bold: true, ink: 'navy' }), cell(value, {})]),
    { edge: rule },
  );
}

function figuresTable(figures: readonly Figure[], width: number): Table {
  const cells = figures.map(({ value, label, ink = 'navy' }) => ({
    margins: { top: 80, bottom: 60, left: 200, right: 120 },
    shading: { fill: inks.band },
    children: [
      paragraph({ words: showCell(value), size: 22, bold: true, ink, after: 0 }),
      paragraph({ words: label, size: small, after: 0 }),
    ],
  }));
  const each = Math.round(width / figures.length);
  return fixedTable(Array<number>(figures.length).fill(each), [cells]);
}

const rowLooks = {
  head: { text: { bold: true, ink: 'paper' }, cell: { shading: { fill: inks.navy } } },
  body: { text: {}, cell: {} },
  sum: { text: { bold: true }, cell: { shading: { fill: inks.band } } },
} as const;

function rowsTable(table: PaperTable, width: number): Table {
  const { widths, head, rows, summed = false } = table;
  const counts = listCounts(table);
  const toRow = (cells: readonly Cell[], kind: keyof typeof rowLooks) =>
    cells.map((cell, at) => {
      const align = counts.includes(at) ? 'right' : 'left';
      const text: Text = { ...rowLooks[kind].text, words: showCell(cell), size: small, align };
      return {
        ...rowLooks[kind].cell,
        margins: { top: 35, bottom: 35, left: 80, right: 80 },
        children: [paragraph({ ...text, after: 0 }, { line: leading.cell })],
      };
    });
  const last = summed ? rows.length - 1 : -1;
  return fixedTable(
    widths.map((share) => Math.round(share * width)),
    [toRow(head, 'head'), ...rows.map((row, at) => toRow(row, at === last ? 'sum' : 'body'))],
    { edge: rule, hasHead: true },
  );
}

/** 26 mm at 96 pixels to the inch. */
const codePx = 98;

async function codeTable(
  { link, lines }: { link: string; lines: readonly string[] },
  width: number,
): Promise<Table> {
  const picture = new ImageRun({
    type: 'png',
    data: await linkCodePng(link),
    transformation: { width: codePx, height: codePx },
    altText: { name: 'QR', title: 'QR', description: link },
  });
  const side = toTwips(84);
  const beside = lines.map((words, at) => paragraph({ words, size: 11, bold: at === 0, after: 0 }));
  return fixedTable(
    [side, width - side],
    [
      [
        { margins: { left: 0 }, children: [new Paragraph({ children: [picture] })] },
        { verticalAlign: 'center', children: beside },
      ],
    ],
  );
}

function signaturesTable(names: readonly [string, string], width: number): Table {
  const between = Math.round(width * 0.08);
  const half = Math.round((width - between) / 2);
  const top = { style: BorderStyle.SINGLE, size: 6, color: inks.key };
  const cell = (words: string, align: 'left' | 'right') => ({
    borders: { ...noEdges, top },
    margins: { left: 0, right: 0 },
    children: [paragraph({ words, size: small, align })],
  });
  const empty = { borders: noEdges, children: [new Paragraph({})] };
  return fixedTable(
    [half, between, half],
    [[cell(names[0], 'left'), empty, cell(names[1], 'right')]],
  );
}

/** पृष्ठ 1 / 3 */
function pageFooter(foot: string): Footer {
  const number = new TextRun({
    children: [`${foot} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 18,
    sizeComplexScript: 18,
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}
