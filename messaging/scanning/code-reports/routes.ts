import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { codeReportRoutes } from '../../contract/scanning/code-reports.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { type CodeReports, listReported, resolveReports, takeReport } from './code-reports.ts';

/** The citizens' way in. */
export function registerCodeReports(pages: FastifyInstance, reports: CodeReports): void {
  pages.withTypeProvider<ZodTypeProvider>().route({
    ...codeReportRoutes.report,
    config: { access: 'public' },
    handler: async (request, reply) => {
      // A program is told the same as a person, so that it learns nothing.
      if (request.body.website === '')
        await takeReport(reports, request.body, identifyClient(request));
      return reply.code(204).send();
    },
  });
}

export function registerReportedCodes(api: FastifyInstance, reports: CodeReports): void {
  const routes = api.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...codeReportRoutes.list,
    config: { access: rolesFor('code-report.read') },
    handler: ({ caller }) => listReported(reports, caller),
  });
  routes.route({
    ...codeReportRoutes.resolve,
    config: { access: rolesFor('code-report.resolve') },
    handler: async ({ caller, body }, reply) => {
      await resolveReports(reports, body, caller);
      return reply.code(204).send();
    },
  });
}
