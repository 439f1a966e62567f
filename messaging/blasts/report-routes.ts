import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { blastReportRoutes } from '../contract/blast-reports.ts';
import { type BlastRoutes, blastOf } from './blast-request.ts';
import { type BlastReport, blastReport } from './report/report-content.ts';
import { blastReportCsv } from './report/report-csv.ts';
import { blastReportPdf } from './report/report-pdf.ts';
import { blastReportXlsx } from './report/report-xlsx.ts';

type Extension = keyof typeof blastReportRoutes;
const forms: Record<
  Extension,
  { type: string; make: (report: BlastReport) => string | Buffer | Promise<Buffer> }
> = {
  csv: { type: 'text/csv; charset=utf-8', make: blastReportCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: blastReportXlsx,
  },
  pdf: { type: 'application/pdf', make: blastReportPdf },
};

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
export function registerBlastReports(
  app: FastifyInstance,
  { database, campaign, districts, views, now }: BlastRoutes,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  for (const [extension, { type, make }] of Object.entries(forms) as [
    Extension,
    (typeof forms)[Extension],
  ][]) {
    const { method, url, schema } = blastReportRoutes[extension];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor('blast.read') },
      handler: async (request, reply) => {
        const blast = await blastOf(request, database.pool, 'blast.read');
        const { language } = request.query;
        const context = { campaign, districts, language, now: now() };
        const report = blastReport(await views.facts(blast), context);
        return reply
          .type(type)
          .header(
            'content-disposition',
            `attachment; filename="blast-${blast.id}-${language}.${extension}"`,
          )
          .send(await make(report));
      },
    });
  }
}
