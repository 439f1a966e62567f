import { complianceWords } from '../../../campaigns/words/compliance-words.ts';
import { openPdfSheet } from '../../platform/documents/pdf-sheet.ts';
import type { SheetTable } from '../../platform/documents/pdf-table.ts';
import type { ComplianceReport } from './report-content.ts';

/** The report on A4 on its side: who owes what since when on the first page, then all of it. */
export function reportPdf(report: ComplianceReport): Buffer {
  const footer = (page: number, total: number) =>
    `${report.pageTitle} · ${complianceWords.page(page, total)}`;
  const sheet = openPdfSheet(footer, { landscape: true });
  const { regular, bold } = sheet;
  /** Words that somebody typed may hold signs that the font lacks. */
  const writable = (table: SheetTable): SheetTable => ({
    ...table,
    rows: table.rows.map((cells) => cells.map(regular.writable)),
  });
  sheet.paragraph(report.office, { font: bold, size: 12, align: 'center' });
  sheet.paragraph(report.title, {
    font: bold,
    size: 17,
    align: 'center',
    ink: 'navy',
    heading: 'H1',
  });
  sheet.paragraph(report.asOf, { font: regular, size: 10, align: 'center' });
  sheet.paragraph(report.countedFrom, { font: regular, size: 10, align: 'center', after: 6 });
  if (report.sampleNotice !== null)
    sheet.paragraph(report.sampleNotice, {
      font: bold,
      size: 11,
      align: 'center',
      ink: 'red',
      after: 6,
    });
  sheet.figures(report.figures);
  sheet.table(writable(report.owing));
  sheet.newPage();
  sheet.table(writable(report.table));
  sheet.space(40);
  sheet.paragraph(report.signature, { font: bold, size: 11, align: 'right' });
  const { title, generatedAt: createdAt } = report;
  return sheet.finish({ title, language: 'hi', createdAt });
}
