import {
  type Block,
  type Cell,
  inks,
  type Paper,
  type PaperSheet,
  type PaperTable,
  showCell,
} from './paper.ts';
import { type CellStyle, type XlsxCell, type XlsxFileSheet, xlsxFile } from './xlsx-file.ts';

const widestColumn = 60;
/** A head further down is not kept in view: it would leave no room for the rows. */
const mostFrozenRows = 8;
/** Narrower columns are for numbers of rows. */
const leastNameWidth = 10;
const headStyle: CellStyle = { bold: true, ink: inks.paper, ground: inks.navy, wraps: true };
/** Counts are grouped the Indian way. */
const formats = {
  count: '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0',
  decimal: '#,##,##0.00',
  paise: '"₹ "#,##0.00',
  share: '0.0%',
};

/** A paper as a workbook: figures are numbers, and every text is text. */
export function paperXlsx({ title, createdAt, sheets = [] }: Paper): Buffer {
  return xlsxFile(sheets.map(toSheet), { title, createdAt });
}

function toSheet({ name, blocks, columnWidths }: PaperSheet): XlsxFileSheet {
  const table = blocks.find((block) => block.kind === 'table');
  const widths = columnWidths ?? (table === undefined ? [26, widestColumn] : measure(table));
  // Names of facts need room.
  const before = widths.findIndex((width) => width >= leastNameWidth);
  const rows: XlsxCell[][] = [];
  let headRow: number | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') headRow = rows.length + 1;
    rows.push(...toRows(block, before));
  }
  return {
    name,
    columnWidths: widths,
    ...(headRow === undefined
      ? {}
      : { headRow, frozenRows: headRow > mostFrozenRows ? 0 : headRow }),
    rows,
  };
}

function toRows(block: Block, before: number): XlsxCell[][] {
  switch (block.kind) {
    case 'text': {
      const { words, bold = false, ink, heading } = block;
      const size = heading === 'H1' ? { size: 14 } : {};
      return [[{ value: words, style: { bold, ...size, ...(ink && { ink: inks[ink] }) } }]];
    }
    case 'facts':
      return block.facts.map(([name, value]) => [
        ...Array<XlsxCell>(before).fill({ value: null }),
        { value: name, style: { bold: true, wraps: true } },
        { value, style: { wraps: true } },
      ]);
    case 'table':
      return tableRows(block);
    case 'space':
      return [[]];
    default:
      return [];
  }
}

function tableRows({ head, rows, summed = false }: PaperTable): XlsxCell[][] {
  return [
    head.map((value) => ({ value, style: headStyle })),
    ...rows.map((cells, at) => {
      const isSum = summed && at === rows.length - 1;
      return cells.map((cell) => ({
        value: rawValue(cell),
        style: {
          wraps: true,
          ...(isSum ? { bold: true, ground: inks.band } : {}),
          ...(typeof cell === 'string' ? {} : { format: chooseFormat(cell) }),
        },
      }));
    }),
  ];
}

/** Widths that hold the texts of a table, in characters. */
function measure({ head, rows }: PaperTable): number[] {
  return head.map((name, at) => {
    const lengths = rows.map((cells) => showCell(cells[at] ?? '').length);
    return Math.min(widestColumn, Math.max(name.length, ...lengths) + 4);
  });
}

function rawValue(cell: Cell): string | number | null {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return cell.count;
  if ('decimal' in cell) return cell.decimal;
  return 'paise' in cell ? cell.paise / 100 : cell.share;
}

function chooseFormat(cell: Exclude<Cell, string>): string {
  if ('count' in cell) return formats.count;
  if ('decimal' in cell) return formats.decimal;
  return 'paise' in cell ? formats.paise : formats.share;
}
