import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { ReportError } from '../../campaigns/tracker/report-error.ts';
import { reportRoutes } from '../contract/reports.ts';
import type { Database } from '../database/database.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { ImportedBy, ReportImport } from './report-import.ts';
import { listReports } from './reports-sql.ts';

export interface ReportRouteDependencies {
  database: Database;
  reports: ReportImport;
  uploads: UploadRoom;
}

/** Far more than a month of any report, packed or not. */
const mostBytes = 64 * 1024 ** 2;

/** The stores' reports and figures that HQ is given. */
export function registerReports(
  app: FastifyInstance,
  { database, reports, uploads }: ReportRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('report.import') };

  routes.route({
    ...reportRoutes.list,
    config,
    handler: async ({ query }) => listReports(database.pool, query.limit),
  });
  routes.route({
    ...reportRoutes.take,
    config,
    handler: async (request, reply) => {
      const outcome = await uploads
        .lend(request, mostBytes, (file) =>
          request.query['dry-run']
            ? reports.preview(file)
            : reports.take(file, { ...importedByOf(request), way: 'upload' }),
        )
        .catch((error: unknown) => {
          if (error instanceof ReportError) return error;
          throw error;
        });
      if (!(outcome instanceof ReportError)) {
        return reply.code(outcome.kind === 'stored' ? 201 : 200).send(outcome);
      }
      const texts = {
        hi: 'रिपोर्ट पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं हुआ',
        en: 'The report could not be read; nothing was stored',
      };
      const { place, message: detail } = outcome;
      return reply.code(422).send({ error: 'wrong-report', ...texts, place, detail });
    },
  });
  routes.route({
    ...reportRoutes.enter,
    config,
    handler: async (request, reply) => {
      const outcome = await reports.enter(request.body, { ...importedByOf(request), way: 'entry' });
      if (outcome.kind !== 'fault') return reply.code(201).send(outcome);
      const texts = { hi: 'प्रविष्टि में कोई मान सही नहीं है', en: 'A value of the entry is wrong' };
      return reply.code(400).send({
        error: 'wrong-figure',
        ...texts,
        field: outcome.field,
        expected: outcome.expected,
      });
    },
  });
  routes.route({
    ...reportRoutes.withdraw,
    config,
    handler: async (request, reply) => {
      const report = await reports.withdraw(request.params.id, importedByOf(request));
      if (report !== null) return report;
      const texts = { hi: 'यह रिपोर्ट नहीं मिली', en: 'There is no such report' };
      return reply.code(404).send({ error: 'not-found', ...texts });
    },
  });
}

function importedByOf({
  actor,
  id,
}: {
  actor: Extract<ImportedBy['actor'], object>;
  id: string;
}): Omit<ImportedBy, 'way'> {
  return { actor, name: actor.name, requestId: id };
}
