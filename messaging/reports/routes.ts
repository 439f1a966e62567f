import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { ReportError } from '../../campaigns/tracker/report-error.ts';
import type { Database } from '../database/database.ts';
import { openUpload } from '../http/upload.ts';
import type { ImportedBy, ReportImport } from './report-import.ts';
import { listReports } from './reports-sql.ts';

export interface ReportRouteDependencies {
  database: Database;
  reports: ReportImport;
}

/** Far more than a month of any report, packed or not. */
const mostBytes = 64 * 1024 ** 2;

/** The stores' reports and figures that HQ is given. */
export function registerReports(
  app: FastifyInstance,
  { database, reports }: ReportRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('report.import') };

  routes.get(
    '/api/reports',
    {
      config,
      schema: {
        summary: 'Reports that were read, the latest first',
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
      },
    },
    async ({ query }) => listReports(database.pool, query.limit),
  );
  routes.post(
    '/api/reports',
    {
      config,
      schema: {
        summary: 'Reads a report (multipart); with `dry-run=true` only says what it would change',
        querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      },
    },
    async (request, reply) => {
      const upload = await openUpload(request, mostBytes);
      const file = { name: upload.filename, bytes: upload.file };
      try {
        const outcome = request.query['dry-run']
          ? await reports.preview(file)
          : await reports.take(file, { ...importedByOf(request), way: 'upload' });
        return reply.code(outcome.kind === 'stored' ? 201 : 200).send(outcome);
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
        const texts = {
          hi: 'रिपोर्ट पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं हुआ',
          en: 'The report could not be read; nothing was stored',
        };
        return reply
          .code(422)
          .send({ error: 'wrong-report', ...texts, place: error.place, detail: error.message });
      } finally {
        upload.file.resume();
      }
    },
  );
  routes.post(
    '/api/reports/figures',
    {
      config,
      schema: {
        summary:
          'Enters a total that HQ was given: the day, all downloads up to its end, who said so',
        body: z.object({
          date: z.string().max(20),
          downloads: z.string().max(20),
          source: z.string().max(200),
        }),
      },
    },
    async (request, reply) => {
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
  );
  routes.post(
    '/api/reports/:id/withdraw',
    {
      config,
      schema: {
        summary: 'Takes a report back: its figures count no longer',
        params: z.object({ id: z.coerce.number().int().positive() }),
      },
    },
    async (request, reply) => {
      const report = await reports.withdraw(request.params.id, importedByOf(request));
      if (report !== null) return report;
      const texts = { hi: 'यह रिपोर्ट नहीं मिली', en: 'There is no such report' };
      return reply.code(404).send({ error: 'not-found', ...texts });
    },
  );
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
