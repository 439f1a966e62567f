import {
  type CellStyle,
  type XlsxCell,
  type XlsxFileSheet,
  xlsxFile,
} from '../../../platform/documents/xlsx-file.ts';
import type { BlastReport, Cell, ReportTable } from './report-content.ts';

const navy = '0B2A5B';
const paper = 'FFFFFF';
const red = 'C8102E';
const band = 'EDF1F7';
/** Grouped the Indian way. */
const grouped = '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0';
const widestColumn = 60;

/** The report as a workbook: what it is on the first sheet, then a sheet a table. Figures stay numbers. */
export function blastReportXlsx(report: BlastReport): Buffer {
  const sheets = [
    titleSheet(report),
    ...report.tables.map((table) => tableSheet(table, report.notices)),
  ];
  return xlsxFile(sheets, {
    title: `${report.title}: ${report.name}`,
    createdAt: report.generatedAt,
  });
}

function titleSheet(report: BlastReport): XlsxFileSheet {
  const line = (value: string, style: CellStyle = {}): XlsxCell[] => [{ value, style }];
  return {
    name: report.title,
    columnWidths: [26, widestColumn],
    rows: [
      line(report.office, { bold: true }),
      line(report.title, { bold: true, size: 14, ink: navy }),
      line(report.name, { bold: true }),
      line(report.asOf),
      ...report.notices.map(notice),
      [],
      ...report.facts.map(([name, value]) => [
        { value: name, style: { bold: true, wraps: true } },
        { value, style: { wraps: true } },
      ]),
      [],
      line(report.note, { italic: true }),
    ],
  };
}

function tableSheet(table: ReportTable, notices: readonly string[]): XlsxFileSheet {
  const last = table.rows.length - 1;
  return {
    name: table.title,
    columnWidths: table.head.map((title, at) => columnWidth(title, at, table.rows)),
    frozenRows: notices.length + 1,
    rows: [
      ...notices.map(notice),
      table.head.map((value) => ({ value, style: { bold: true, ink: paper, ground: navy } })),
      ...table.rows.map((cells, index) =>
        cells.map((cell) => tableCell(cell, table.summed && index === last)),
      ),
    ],
  };
}

function notice(value: string): XlsxCell[] {
  return [{ value, style: { bold: true, ink: red } }];
}

function tableCell(cell: Cell, isSum: boolean): XlsxCell {
  const format = chooseFormat(cell);
  return {
    value: rawValue(cell),
    style: {
      ...(isSum ? { bold: true, ground: band } : {}),
      ...(format === undefined ? {} : { format }),
    },
  };
}

function columnWidth(title: string, at: number, rows: ReportTable['rows']): number {
  const lengths = rows.map((cells) => {
    const cell = cells[at];
    return typeof cell === 'string' ? cell.length : 12;
  });
  return Math.min(widestColumn, Math.max(title.length, ...lengths) + 4);
}

function rawValue(cell: Cell): string | number | null {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return cell.count;
  return 'paise' in cell ? cell.paise / 100 : cell.share;
}

function chooseFormat(cell: Cell): string | undefined {
  if (typeof cell === 'string') return undefined;
  if ('count' in cell) return grouped;
  return 'paise' in cell ? '"₹ "#,##0.00' : '0.0%';
}
