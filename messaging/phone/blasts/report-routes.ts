import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { fileTypes } from '../../contract/file-types.ts';
import { file, forOfficers, oneId, refusals } from '../../contract/route.ts';
import { writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { readReportFacts } from './blast-view.ts';
import { blastReport } from './report/report-content.ts';
import { blastReportCsv, reportPaper } from './report/report-paper.ts';

const types = { csv: 'text/csv', xlsx: fileTypes.xlsx, pdf: fileTypes.pdf } as const;

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
export function blastReportRoutes(deps: BlastRoutes) {
  const { database, campaign, directory, views, decoders, now } = deps;
  const serveReport = <const Extension extends keyof typeof types>(extension: Extension) =>
    serveRoute(`GET /api/blasts/:id/report.${extension}` as const, {
      summary: `Report of a blast as ${extension}`,
      params: oneId,
      querystring: z.object({ language: z.enum(messageLanguages).default('hi') }),
      response: { 200: file(types[extension], 'The report'), ...forOfficers, ...refusals(404) },
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
