import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import { fileTypes } from '../../contract/file-types.ts';
import { file, oneId, refusals } from '../../contract/route.ts';
import { type Block, type Cell, notice, type Paper, text } from '../../platform/documents/paper.ts';
import { writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { readReportFacts } from './blast-view.ts';
import { type BlastReport, blastReport } from './report/report-content.ts';

const types = { csv: 'text/csv', xlsx: fileTypes.xlsx, pdf: fileTypes.pdf } as const;

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
export function blastReportRoutes(deps: BlastRoutes) {
  const { database, campaign, directory, views, decoders, now } = deps;
  const serveReport = <const Extension extends keyof typeof types>(extension: Extension) =>
    serveRoute(`GET /api/blasts/:id/report.${extension}` as const, {
      summary: `Report of a blast as ${extension}`,
      params: oneId,
      querystring: z.object({ language: z.enum(messageLanguages).default('hi') }),
      response: { 200: file(types[extension], 'The report'), ...refusals(404) },
      may: 'blast.read',
      handler: async (request, reply) => {
        const blast = await requireBlast(request, database.pool, 'blast.read');
        const { language } = request.query;
        const { districts } = directory;
        const context = { campaign, districts, language, now: now() };
        const report = blastReport(await readReportFacts(views, blast), context);
        const name = `blast-${blast.id}-${language}`;
        const format: keyof typeof types = extension;
        if (format === 'csv') return sendDownload(reply, `${name}.csv`, blastReportCsv(report));
        const written = { format, account: request.actor.id };
        const bytes = await writePaper(decoders, reportPaper(report), written);
        return sendDownload(reply, `${name}.${format}`, bytes);
      },
    });
  return [serveReport('csv'), serveReport('xlsx'), serveReport('pdf')];
}

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
