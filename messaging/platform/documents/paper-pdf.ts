import {
  type Block,
  type Cell,
  heading,
  listCounts,
  type Paper,
  type PaperTable,
  showCell,
} from './paper.ts';
import {
  drawCode,
  drawFacts,
  drawFigures,
  drawPair,
  drawSignatures,
  drawText,
  setLines,
} from './pdf-blocks.ts';
import { type Canvas, type Column, marginPt, openCanvas, type TextStyle } from './pdf-canvas.ts';

/** A paper as a PDF of A4 pages. */
export function paperPdf({ blocks, landscape = false, ...file }: Paper): Buffer {
  const canvas = openCanvas({ landscape });
  drawBlocks(canvas, blocks);
  return canvas.finish(file);
}

/** Draws blocks one below the other, going on upon the next page where they must. */
export function drawBlocks(canvas: Canvas, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(canvas, block);
}

function drawBlock(canvas: Canvas, block: Block): void {
  switch (block.kind) {
    case 'text':
      drawText(canvas, block);
      break;
    case 'pair':
      drawPair(canvas, block.texts);
      break;
    case 'rule':
      canvas.y -= 4;
      canvas.box(marginPt, canvas.y, { width: canvas.linePt, height: 1 }, 'navy');
      break;
    case 'facts':
      drawFacts(canvas, block.facts);
      break;
    case 'figures':
      drawFigures(canvas, block.figures);
      break;
    case 'table':
      drawTable(canvas, block);
      break;
    case 'code':
      drawCode(canvas, block);
      break;
    case 'signatures':
      drawSignatures(canvas, block.names);
      break;
    case 'space':
      canvas.y -= block.points;
  }
}

type RowKind = 'head' | 'body' | 'sum';
/** A row's cells, each broken into lines. */
type Broken = readonly (readonly string[])[];

const titlePt = 32;
const rowSize = 9.5;
const rowLeadingPt = 13;
const cellPaddingPt = 8;
const shortTableRows = 14;
const leastRowsTogether = 3;

/** Draws a table. A short one stays on one page; a long one begins with its title, its head and some rows. */
function drawTable(canvas: Canvas, table: PaperTable): void {
  const { title, head, rows, summed = false, newPage = false } = table;
  if (newPage) canvas.newPage();
  if (canvas.y - leastHeight(canvas, table) < marginPt) canvas.newPage();
  else canvas.y -= 8;
  drawText(canvas, heading(title));
  canvas.part({ role: 'Table' }, () => {
    drawRow(canvas, table, head, 'head');
    rows.forEach((cells, index) => {
      drawRow(canvas, table, cells, summed && index === rows.length - 1 ? 'sum' : 'body');
    });
  });
  canvas.y -= 8;
}

/** Title, head and the first rows: they must not be separated. */
function leastHeight(canvas: Canvas, table: PaperTable): number {
  const { head, rows } = table;
  const together = rows.length <= shortTableRows ? rows : rows.slice(0, leastRowsTogether);
  return together.reduce(
    (sum, cells) => sum + measureHeight(breakCells(canvas, table, cells, 'body')),
    titlePt + measureHeight(breakCells(canvas, table, head, 'head')),
  );
}

function drawRow(canvas: Canvas, table: PaperTable, cells: readonly Cell[], kind: RowKind): void {
  const broken = breakCells(canvas, table, cells, kind);
  const height = measureHeight(broken);
  if (canvas.y - height < marginPt) {
    canvas.newPage();
    if (kind !== 'head') drawRow(canvas, table, table.head, 'head');
  }
  canvas.y -= height;
  if (kind === 'head') canvas.box(marginPt, canvas.y, { width: canvas.linePt, height }, 'navy');
  if (kind === 'sum') canvas.box(marginPt, canvas.y, { width: canvas.linePt, height }, 'band');
  canvas.box(marginPt, canvas.y, { width: canvas.linePt, height: 0.5 }, 'rule');
  canvas.part({ role: 'TR' }, () => drawCells(canvas, table, { broken, kind, height }));
}

function drawCells(
  canvas: Canvas,
  table: PaperTable,
  { broken, kind, height }: { broken: Broken; kind: RowKind; height: number },
): void {
  const cell =
    kind === 'head' ? ({ role: 'TH', scope: 'Column' } as const) : ({ role: 'TD' } as const);
  broken.forEach((lines, at) => {
    const style: TextStyle = {
      ...rowStyle(canvas, kind),
      align: listCounts(table).includes(at) ? 'right' : 'left',
      ink: kind === 'head' ? 'paper' : 'key',
    };
    canvas.part(cell, () => {
      lines.forEach((line, index) => {
        const baseline = canvas.y + height - rowLeadingPt * (index + 1) + 1;
        canvas.text(line, placeColumn(canvas, table, at), baseline, style);
      });
    });
  });
}

function rowStyle({ regular, bold }: Canvas, kind: RowKind): TextStyle {
  return { font: kind === 'body' ? regular : bold, size: rowSize };
}

function breakCells(
  canvas: Canvas,
  table: PaperTable,
  cells: readonly Cell[],
  kind: RowKind,
): Broken {
  const style = rowStyle(canvas, kind);
  return cells.map((cell, at) =>
    setLines(showCell(cell), style, placeColumn(canvas, table, at).width),
  );
}

function measureHeight(broken: Broken): number {
  return Math.max(...broken.map(({ length }) => length)) * rowLeadingPt + 4;
}

/** Room of a cell's text. */
function placeColumn({ linePt }: Canvas, { widths }: PaperTable, at: number): Column {
  const before = widths.slice(0, at).reduce((sum, part) => sum + part, 0);
  return {
    left: marginPt + before * linePt + cellPaddingPt / 2,
    width: (widths[at] ?? 0) * linePt - cellPaddingPt,
  };
}
