import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxFigures, docxTable, line, pageFooter } from '../../platform/documents/docx-blocks.ts';
import type { ComplianceReport } from './report-content.ts';

const marginTwips = 1_134;
const width = lineTwips(marginTwips, true);
const navy = '0B2A5B';
const red = 'C8102E';

/** The report as a Word file on A4 on its side. */
export function reportDocx(report: ComplianceReport): Promise<Uint8Array> {
  const { owing, table } = report;
  return docxFile({
    office: report.office,
    language: 'hi',
    title: report.title,
    marginTwips,
    landscape: true,
    halfPoints: 22,
    footer: pageFooter('hi', `${report.pageTitle} · `),
    children: [
      line(report.office, { bold: true, size: 24, center: true }),
      line(report.title, { bold: true, size: 34, center: true, color: navy }),
      line(report.asOf, { size: 20, center: true }),
      line(report.countedFrom, { size: 20, center: true, after: 120 }),
      ...(report.sampleNotice === null
        ? []
        : [line(report.sampleNotice, { bold: true, center: true, color: red, after: 120 })]),
      docxFigures(report.figures, width),
      line(owing.title, { bold: true, size: 25, color: navy, before: 360, withNext: true }),
      docxTable(owing, width),
      line(table.title, {
        bold: true,
        size: 25,
        color: navy,
        after: 220,
        newPage: true,
        withNext: true,
      }),
      docxTable(table, width),
      line('', { after: 400 }),
      line(report.signature, { bold: true, right: true }),
    ],
  });
}
