import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { reportRoutes } from '../../contract/figures/reports.ts';
import { withSecondPerson } from '../../people/accounts/second-person.ts';
import type { Database } from '../../platform/database/database.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { FigureDesk } from './figure-decision.ts';
import { listPending } from './pending-figures-sql.ts';
import type { ImportedBy, ReportImport, ReportOutcome } from './report-import.ts';
import { listReports } from './reports-sql.ts';

export interface ReportRouteDependencies {
  database: Database;
  reports: ReportImport;
  figures: FigureDesk;
  uploads: UploadRoom;
}

/** Far more than a month of any report, packed or not. */
const mostBytes = 64 * 1024 ** 2;

/** The stores' reports and figures that HQ is given. */
export function registerReports(
  app: FastifyInstance,
  { database, reports, figures, uploads }: ReportRouteDependencies,
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
            ? reports.preview(file, request.actor.id)
            : reports.take(file, {
                ...importedByOf(request),
                way: 'upload',
                reason: reasonOf(file.fields['reason']),
              }),
        )
        .catch((error: unknown) => {
          if (error instanceof ReportError) return error;
          throw error;
        });
      if (!(outcome instanceof ReportError)) {
        return reply.code(statusOf(outcome)).send(answerOf(outcome));
      }
      const texts = {
        hi: 'रिपोर्ट पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं हुआ',
        en: 'The report could not be read; nothing was stored',
      };
      const { place, reason: detail } = outcome;
      return reply.code(422).send({ error: 'wrong-report', ...texts, place, detail });
    },
  });
  routes.route({
    ...reportRoutes.enter,
    config,
    handler: async (request, reply) => {
      const { reason, ...fields } = request.body;
      const importedBy = { ...importedByOf(request), way: 'entry' as const, reason };
      const dryRun = request.query['dry-run'];
      const outcome = await reports.enter(fields, importedBy, { dryRun });
      if (outcome.kind !== 'fault') {
        return reply.code(statusOf(outcome)).send(answerOf(outcome));
      }
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
    ...reportRoutes.pending,
    config,
    handler: async ({ actor, query }) => {
      const pending = await listPending(database.pool, query.limit);
      return withSecondPerson(database.pool, actor.id, pending, ({ madeById }) => [madeById]);
    },
  });
  routes.route({
    ...reportRoutes.pendingPreview,
    config,
    handler: async ({ params }) => {
      const preview = await figures.preview(params.id);
      if (preview === null) throw new Refusal('not-found');
      return preview;
    },
  });
  for (const action of ['accept', 'refuse'] as const) {
    const { method, url, schema } = reportRoutes[action];
    routes.route({
      method,
      url,
      schema,
      config,
      handler: async ({ caller, params, body }) => {
        const outcome = await figures.decide(caller, { ...params, ...body, action });
        if (outcome.kind === 'refused') throw new Refusal(outcome.code);
        return outcome.pending;
      },
    });
  }
  routes.route({
    ...reportRoutes.withdrawal,
    config,
    handler: async ({ params }) => {
      const effect = await reports.withdrawal(params.id);
      if (effect === null) throw new Refusal('not-found');
      return effect;
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

function statusOf({ kind }: ReportOutcome): 200 | 201 | 202 {
  if (kind === 'stored') return 201;
  return kind === 'pending' ? 202 : 200;
}

/** @throws a refusal when a second officer would decide, and nobody said why it is so */
function answerOf(outcome: ReportOutcome): Exclude<ReportOutcome, { kind: 'reason-missing' }> {
  if (outcome.kind !== 'reason-missing') return outcome;
  throw new Refusal('figure-reason', { findings: outcome.preview.findings });
}

/** A form's field is looked at here: what checks a body for numbers does not see it. */
function reasonOf(given = ''): string {
  if (hasPhoneNumber(given)) throw new Refusal('number-in-text', { place: 'reason' });
  return given.trim().slice(0, 500);
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
