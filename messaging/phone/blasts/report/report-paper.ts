import { sheetLine, sheetMark } from '../../../../campaigns/tables/csv-writer.ts';
import { pageWord } from '../../../../campaigns/words/page-words.ts';
import {
  type Block,
  type Cell,
  notice,
  type Paper,
  text,
} from '../../../platform/documents/paper.ts';
import type { BlastReport } from './report-content.ts';

/** The report as a paper; as a workbook, what it is on the first sheet, then a sheet a table. */
export function reportPaper(report: BlastReport): Paper {
  const { office, title, name, asOf, language } = report;
  const align = 'center';
  const notices = report.notices.map(notice);
  const head: Block[] = [
    text(office, 13, { bold: true, align }),
    text(title, 11, { bold: true, align, ink: 'navy', after: 0 }),
    text(name, 16, { bold: true, align, ink: 'navy', heading: 'H1' }),
    text(asOf, 10.5, { align, after: 8 }),
    ...notices,
  ];
  const facts: Block = { kind: 'facts', facts: report.facts };
  const note = text(report.note, 9.5);
  const tables = report.tables.map((table) => ({ kind: 'table', ...table }) as const);
  const space: Block = { kind: 'space', points: 0 };
  return {
    office,
    title: `${title}: ${name}`,
    language,
    createdAt: report.generatedAt,
    foot: pageWord[language],
    blocks: [...head, { kind: 'figures', figures: report.figures }, facts, ...tables, note],
    sheets: [
      { name: title, blocks: [...head, space, facts, space, note] },
      ...tables.map((table) => ({ name: table.title, blocks: [...notices, table] })),
    ],
  };
}

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
