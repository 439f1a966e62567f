import { pageWord } from '../../../../campaigns/words/page-words.ts';
import { type Block, notice, type Paper, text } from '../../../platform/documents/paper.ts';
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
