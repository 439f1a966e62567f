import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { auditRoutes } from '../contract/audit.ts';
import { readAudit, recordAudit, verifyAudit, walkAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { auditCsvHead, auditCsvRow } from './audit-csv.ts';

/** The audit log for HQ and the administrator: read, check, export. */
export function registerAudit(app: FastifyInstance, database: Database): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('audit.read') };

  routes.route({
    ...auditRoutes.list,
    config,
    handler: async ({ query }) => {
      const toId = query.before === undefined ? undefined : query.before - 1;
      const rows = await readAudit(database.pool, { subject: query.subject, toId }, query.limit);
      return rows.map((entry) => ({
        ...entry,
        before: parse(entry.before),
        after: parse(entry.after),
      }));
    },
  });
  routes.route({
    ...auditRoutes.verify,
    config,
    handler: async ({ query }) => verifyAudit(database.pool, query.noted),
  });
  routes.route({
    ...auditRoutes.export,
    config,
    handler: async (request, reply) => {
      const toId = await recordAudit(database.pool, {
        actor: request.actor,
        action: 'audit.export',
        subject: 'audit',
        requestId: request.id,
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(Readable.from(csv(database, toId)));
    },
  });
}

async function* csv(database: Database, toId: number): AsyncGenerator<string> {
  yield auditCsvHead;
  for await (const page of walkAudit(database.pool, { toId })) yield page.map(auditCsvRow).join('');
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
