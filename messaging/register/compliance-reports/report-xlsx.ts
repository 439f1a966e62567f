import { complianceWords } from '../../../campaigns/words/compliance-words.ts';
import type { SheetTable } from '../../platform/documents/pdf-table.ts';
import { type XlsxCell, type XlsxFileSheet, xlsxFile } from '../../platform/documents/xlsx-file.ts';
import type { ComplianceReport } from './report-content.ts';

const headStyle = { bold: true, ink: 'FFFFFF', ground: '0B2A5B', wraps: true };

/** The report as a workbook: who owes, direction by direction, and office by office to sort and filter. */
export function reportXlsx(report: ComplianceReport): Buffer {
  const top: XlsxCell[][] = [
    [{ value: report.office, style: { bold: true } }],
    [{ value: report.title, style: { bold: true, size: 15, ink: '0B2A5B' } }],
    [{ value: report.asOf }],
    [{ value: report.countedFrom }],
    [{ value: report.sampleNotice, style: { bold: true, ink: 'C8102E' } }],
  ];
  const { title, generatedAt: createdAt } = report;
  return xlsxFile(
    [
      toSheet(complianceWords.owing.sheet, report.owing, {
        top,
        columnWidths: [6, 48, 60, 34, 10],
      }),
      toSheet(complianceWords.table.sheet, report.table, {
        top,
        columnWidths: [8, 40, 34, 18, 48, 24, 34],
      }),
      toSheet(complianceWords.offices.sheet, report.offices, {
        top,
        columnWidths: [24, 44, 14, 16, 14, 10, 16, 48, 34],
      }),
    ],
    { title, createdAt },
  );
}

function toSheet(
  name: string,
  { head, rows }: SheetTable,
  { top, columnWidths }: { top: XlsxCell[][]; columnWidths: readonly number[] },
): XlsxFileSheet {
  return {
    name,
    columnWidths,
    frozenRows: top.length + 1,
    headRow: top.length + 1,
    rows: [
      ...top,
      head.map((value) => ({ value, style: headStyle })),
      ...rows.map((cells) =>
        cells.map((value) => ({
          value: /^\d{1,6}$/.test(value) ? Number(value) : value,
          style: { wraps: true },
        })),
      ),
    ],
  };
}
