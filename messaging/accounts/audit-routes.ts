import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { parseHead } from '../database/audit-chain.ts';
import { readAudit, recordAudit, verifyAudit, walkAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { auditCsvHead, auditCsvRow } from './audit-csv.ts';

const head = z.object({ id: z.number(), hash: z.string() });
const row = z.object({
  id: z.number(),
  at: z.iso.datetime(),
  actorId: z.string().nullable(),
  actorRole: z.string(),
  actorName: z.string(),
  action: z.string(),
  subject: z.string(),
  district: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
  hash: z.string(),
});
const id = z.coerce.number().int().min(0);
const notedHead = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/)
  .transform(parseHead);

/** The audit log for HQ and the administrator: read, check, export. */
export function registerAudit(app: FastifyInstance, database: Database): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('audit.read') };

  routes.get(
    '/api/audit',
    {
      config,
      schema: {
        summary: 'Entries, the latest first; `before` is the id at which the last page ended',
        querystring: z.object({
          subject: z.string().max(200).optional(),
          before: id.optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.array(row) },
      },
    },
    async ({ query }) => {
      const toId = query.before === undefined ? undefined : query.before - 1;
      const rows = await readAudit(database.pool, { subject: query.subject, toId }, query.limit);
      return rows.map((entry) => ({
        ...entry,
        at: entry.at.toISOString(),
        before: parse(entry.before),
        after: parse(entry.after),
      }));
    },
  );
  routes.get(
    '/api/audit/verify',
    {
      config,
      schema: {
        summary: 'Recomputes every hash; with a head noted earlier (ID:HASH) also against that',
        querystring: z.object({ noted: notedHead.optional() }),
        response: {
          200: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('whole'), head }),
            z.object({
              kind: z.literal('broken'),
              head,
              fault: z.object({ kind: z.enum(['missing', 'changed', 'cut-off']), id: z.number() }),
            }),
          ]),
        },
      },
    },
    async ({ query }) => verifyAudit(database.pool, query.noted),
  );
  routes.get(
    '/api/audit/export.csv',
    { config, schema: { summary: 'The whole log as CSV; the export is an entry itself' } },
    async (request, reply) => {
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
  );
}

async function* csv(database: Database, toId: number): AsyncGenerator<string> {
  yield auditCsvHead;
  for await (const page of walkAudit(database.pool, { toId })) yield page.map(auditCsvRow).join('');
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
