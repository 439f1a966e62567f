import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { auditRoutes } from '../../contract/people/audit.ts';
import {
  type AuditSelection,
  countAudit,
  readAudit,
  recordAudit,
  verifyAudit,
  walkAudit,
} from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { auditCsvHead, auditCsvRow } from './audit-csv.ts';
import { readPersonNames } from './people-sql.ts';

/** The audit log for HQ and the administrator: read, check, export. */
export function registerAudit(app: FastifyInstance, database: Database): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('audit.read') };

  routes.route({
    ...auditRoutes.list,
    config,
    handler: ({ query }) => listEntries(database, query),
  });
  routes.route({
    ...auditRoutes.count,
    config,
    handler: async ({ query }) => ({ count: await countAudit(database.pool, query) }),
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
      const lines = writeCsv(database, { ...request.query, toId });
      return sendDownload(reply, 'audit.csv', Readable.from(lines));
    },
  });
}

async function listEntries(
  { pool }: Database,
  { before, limit, ...selection }: AuditSelection & { before?: number | undefined; limit: number },
) {
  const toId = before === undefined ? undefined : before - 1;
  const rows = await readAudit(pool, { ...selection, toId }, limit);
  const names = await readPersonNames(
    pool,
    rows.map(({ subject }) => subject),
  );
  return rows.map((entry) => ({
    ...entry,
    about: names.get(entry.subject) ?? null,
    before: parse(entry.before),
    after: parse(entry.after),
  }));
}

async function* writeCsv(database: Database, selection: AuditSelection): AsyncGenerator<string> {
  yield auditCsvHead;
  for await (const page of walkAudit(database.pool, selection))
    yield page.map(auditCsvRow).join('');
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
