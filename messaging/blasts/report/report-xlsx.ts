import excel from 'exceljs';
import type { BlastReport, Cell, ReportTable } from './report-content.ts';

const navy = { argb: 'FF0B2A5B' };
const paper = { argb: 'FFFFFFFF' };
const red = { argb: 'FFC8102E' };
const band = { argb: 'FFEDF1F7' };
const font = { name: 'Nirmala UI', size: 11 };
/** Grouped the Indian way. */
const grouped = '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0';
const widestColumn = 60;

/** The report as a workbook: what it is on the first sheet, then a sheet a table. Figures stay numbers. */
export async function blastReportXlsx(report: BlastReport): Promise<Buffer> {
  const workbook = new excel.Workbook();
  workbook.created = report.generatedAt;
  workbook.modified = report.generatedAt;
  workbook.title = `${report.title}: ${report.name}`;
  const first = workbook.addWorksheet(report.title);
  const line = (text: string, style: Partial<excel.Font>) => {
    first.addRow([text]).font = { ...font, ...style };
  };
  line(report.office, { bold: true });
  line(report.title, { bold: true, size: 14, color: navy });
  line(report.name, { bold: true });
  line(report.asOf, {});
  for (const notice of report.notices) line(notice, { bold: true, color: red });
  first.addRow([]);
  for (const [name, value] of report.facts) {
    const row = first.addRow([name, value]);
    row.font = font;
    row.getCell(1).font = { ...font, bold: true };
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  first.addRow([]);
  line(report.note, { italic: true });
  first.getColumn(1).width = 26;
  first.getColumn(2).width = widestColumn;
  for (const table of report.tables) addTable(workbook, table, report.notices);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addTable(workbook: excel.Workbook, table: ReportTable, notices: readonly string[]): void {
  const top = notices.length + 1;
  const sheet = workbook.addWorksheet(table.title, { views: [{ state: 'frozen', ySplit: top }] });
  for (const notice of notices) sheet.addRow([notice]).font = { ...font, bold: true, color: red };
  const head = sheet.addRow(table.head);
  head.font = { ...font, bold: true, color: paper };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: navy };
  });
  table.rows.forEach((cells, index) => {
    const row = sheet.addRow(cells.map(rawValue));
    const isSum = table.summed && index === table.rows.length - 1;
    row.font = { ...font, bold: isSum };
    cells.forEach((cell, at) => {
      const place = row.getCell(at + 1);
      const format = formatOf(cell);
      if (format !== undefined) place.numFmt = format;
      if (isSum) place.fill = { type: 'pattern', pattern: 'solid', fgColor: band };
    });
  });
  table.head.forEach((title, at) => {
    const longest = Math.max(
      title.length,
      ...table.rows.map((cells) => {
        const cell = cells[at];
        return typeof cell === 'string' ? cell.length : 12;
      }),
    );
    sheet.getColumn(at + 1).width = Math.min(widestColumn, longest + 4);
  });
}

function rawValue(cell: Cell): string | number | null {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return cell.count;
  return 'paise' in cell ? cell.paise / 100 : cell.share;
}

function formatOf(cell: Cell): string | undefined {
  if (typeof cell === 'string') return undefined;
  if ('count' in cell) return grouped;
  return 'paise' in cell ? '"₹ "#,##0.00' : '0.0%';
}
