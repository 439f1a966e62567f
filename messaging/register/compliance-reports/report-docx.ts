import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxTable, line, pageFooter } from '../../platform/documents/docx-blocks.ts';
import type { ComplianceReport } from './report-content.ts';

const marginTwips = 1_000;
const width = lineTwips(marginTwips, true);
const navy = '0B2A5B';
const red = 'C8102E';

/** The report as a Word file on A4 on its side. */
export function reportDocx(report: ComplianceReport): Promise<Uint8Array> {
  const { owing, table } = report;
  const figures = report.figures.map(({ value, label }) => `${label}: ${value}`).join('  ·  ');
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
      line(figures, { bold: true, size: 23, center: true, color: navy, after: 160 }),
      line(owing.title, { bold: true, size: 26, color: navy, withNext: true }),
      docxTable(owing, width),
      line(table.title, { bold: true, size: 26, color: navy, newPage: true, withNext: true }),
      docxTable(table, width),
      line('', { after: 400 }),
      line(report.signature, { bold: true, right: true }),
    ],
  });
}
