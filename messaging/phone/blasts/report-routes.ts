import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { blastReportRoutes } from './blast-reports-schemas.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { readReportFacts } from './blast-view.ts';
import { blastReport } from './report/report-content.ts';
import { blastReportCsv } from './report/report-csv.ts';
import { reportPaper } from './report/report-paper.ts';

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
export function registerBlastReports(
  app: FastifyInstance,
  { database, campaign, directory, views, decoders, now }: BlastRoutes,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  for (const extension of ['csv', 'xlsx', 'pdf'] as const) {
    const { method, url, schema } = blastReportRoutes[extension];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor('blast.read') },
      handler: async (request, reply) => {
        const blast = await requireBlast(request, database.pool, 'blast.read');
        const { language } = request.query;
        const { districts } = directory;
        const context = { campaign, districts, language, now: now() };
        const report = blastReport(await readReportFacts(views, blast), context);
        const name = `blast-${blast.id}-${language}`;
        if (extension === 'csv') return sendDownload(reply, `${name}.csv`, blastReportCsv(report));
        const written = { format: extension, account: request.actor.id };
        const bytes = await writePaper(decoders, reportPaper(report), written);
        return sendDownload(reply, `${name}.${extension}`, bytes);
      },
    });
  }
}
