import { formatCount, formatShare } from '../../../../campaigns/numbers.ts';
import { blastReportWords } from '../../../../campaigns/words/blast-report-words.ts';
import { openPdfSheet } from '../../../platform/documents/pdf-sheet.ts';
import type { BlastReport, Cell } from './report-content.ts';

/** The report as a PDF of A4 pages. */
export function blastReportPdf(report: BlastReport): Buffer {
  const sheet = openPdfSheet(blastReportWords[report.language].page);
  const { regular, bold } = sheet;
  const centred = { align: 'center' } as const;
  sheet.paragraph(report.office, { font: bold, size: 13, ...centred });
  sheet.paragraph(report.title, { font: bold, size: 11, ...centred, ink: 'navy', after: 0 });
  sheet.paragraph(bold.writable(report.name), {
    font: bold,
    size: 16,
    ...centred,
    ink: 'navy',
    heading: 'H1',
  });
  sheet.paragraph(report.asOf, { font: regular, size: 10.5, ...centred, after: 8 });
  for (const notice of report.notices) {
    sheet.paragraph(notice, { font: bold, size: 11, ...centred, ink: 'red', after: 8 });
  }
  sheet.figures(report.figures.map(({ value, label }) => ({ value: shown(value), label })));
  sheet.facts(report.facts.map(([name, value]) => [name, regular.writable(value)]));
  for (const { title, widths, head, rows, summed } of report.tables) {
    sheet.table({
      title,
      widths,
      head,
      rows: rows.map((cells) => cells.map((cell) => regular.writable(shown(cell)))),
      counts: head.flatMap((_, at) => (isFigure(rows[0]?.[at]) ? [at] : [])),
      summed,
    });
  }
  sheet.paragraph(report.note, { font: regular, size: 9.5 });
  return sheet.finish({
    title: `${report.title}: ${report.name}`,
    language: report.language,
    createdAt: report.generatedAt,
  });
}

function isFigure(cell: Cell | undefined): boolean {
  return typeof cell === 'object';
}

function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return formatCount(cell.count);
  if ('paise' in cell) {
    const fractionDigits = cell.paise % 100 === 0 ? 0 : 2;
    return `₹ ${formatCount(cell.paise / 100, { fractionDigits })}`;
  }
  return cell.share === null ? '–' : formatShare(cell.share, { fractionDigits: 1 });
}
