import { sheetLine, sheetMark } from '../../../../campaigns/tables/csv-writer.ts';
import type { Cell } from '../../../platform/documents/paper.ts';
import type { BlastReport } from './report-content.ts';

/** The report as csv: its parts one below the other, each under its title. */
export function blastReportCsv(report: BlastReport): string {
  const parts = [
    [[report.title], [report.name], [report.asOf], ...report.notices.map((text) => [text])],
    report.facts,
    ...report.tables.map(({ title, head, rows }) => [[title], head, ...rows.map(plainRow)]),
    [[report.note]],
  ];
  return sheetMark + parts.map((lines) => lines.map(sheetLine).join('')).join('\r\n');
}

function plainRow(cells: readonly Cell[]): (string | number)[] {
  return cells.map(plain);
}

/** Counts as they are, money in rupees, shares as parts of 1. */
function plain(cell: Cell): string | number {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return cell.count;
  if ('decimal' in cell) return cell.decimal;
  if ('paise' in cell) return cell.paise / 100;
  return cell.share === null ? '' : Math.round(cell.share * 10_000) / 10_000;
}
