import { Readable } from 'node:stream';
import { z } from 'zod';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { file, instant, limit as limitSchema } from '../../contract/route.ts';
import type { AuditRow } from '../../platform/database/audit-chain.ts';
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
import { serveRoute } from '../../platform/http/serve-route.ts';
import { readPersonNames } from './people-sql.ts';

const head = z.object({ id: z.number(), hash: z.string() });

/** `ID:HASH`, as a head is noted on paper. */
const notedHead = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/)
  .transform((text) => {
    const [number, hash = ''] = text.split(':');
    return { id: Number(number), hash };
  });

const auditEntry = z.object({
  id: z.number(),
  at: instant,
  actorId: z.string().nullable(),
  actorRole: z.string(),
  actorName: z.string(),
  actorForName: z.string().nullable().describe('For whom the officer acted, as a deputy'),
  action: z.string(),
  subject: z.string(),
  about: z.string().nullable().describe('Name of the person that it is about'),
  district: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntry = z.input<typeof auditEntry>;

/** One row that was changed, or rows that are not there; both ends are included. */
const auditFault = z.object({
  kind: z.enum(['missing', 'changed', 'cut-off']),
  id: z.number(),
  toId: z.number(),
});

const auditVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole'), head }),
  z.object({
    kind: z.literal('broken'),
    head,
    faults: z.array(auditFault).describe('The first hundred'),
    count: z.number().describe('All of them'),
  }),
]);
export type AuditVerdict = z.input<typeof auditVerdict>;

const text = reference({ min: 1, max: 200 });
const filters = {
  subject: text.optional().describe('Noun and id of one thing'),
  person: text.optional().describe('Part of the name of who acted'),
  office: text.optional().describe('Role that acted, or service, command-line, citizen'),
  thing: text.optional().describe('Noun of the things'),
  fromDay: z.iso.date().optional(),
  toDay: z.iso.date().optional(),
  search: text.optional().describe('Part of what an entry holds'),
};

/** The audit log for HQ and the administrator: read, check, export. */
export function auditRoutes(database: Database) {
  return [
    serveRoute('GET /api/audit', {
      summary: 'Entries, the latest first',
      querystring: z.object({
        ...filters,
        offset: z.coerce.number<number>().int().min(0).default(0),
        limit: limitSchema,
      }),
      response: { 200: z.array(auditEntry) },
      may: 'audit.read',
      handler: ({ query }) => listEntries(database, query),
    }),
    serveRoute('GET /api/audit/count', {
      summary: 'How many entries a selection has',
      querystring: z.object(filters),
      response: { 200: z.object({ count: z.int() }) },
      may: 'audit.read',
      handler: async ({ query }) => ({ count: await countAudit(database.pool, query) }),
    }),
    serveRoute('GET /api/audit/verify', {
      summary: 'Recomputes every hash; with a head noted earlier (ID:HASH) also against that',
      querystring: z.object({ noted: notedHead.optional() }),
      response: { 200: auditVerdict },
      may: 'audit.read',
      handler: async ({ query }) => verifyAudit(database.pool, query.noted),
    }),
    serveRoute('GET /api/audit/export.csv', {
      summary: 'The log, or a selection of it, as CSV; the export is an entry itself',
      querystring: z.object(filters),
      response: { 200: file('text/csv', 'The log, oldest entry first') },
      may: 'audit.read',
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
    }),
  ];
}

async function listEntries(
  { pool }: Database,
  { offset, limit, ...selection }: AuditSelection & { offset: number; limit: number },
) {
  const rows = await readAudit(pool, selection, limit, offset);
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

const columns = [
  'id',
  'at',
  'actorRole',
  'actorId',
  'actorName',
  'actorForId',
  'actorForName',
  'action',
  'subject',
  'district',
  'before',
  'after',
  'requestId',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

const auditCsvHead = sheetMark + sheetLine(columns);

function auditCsvRow(row: AuditRow): string {
  return sheetLine(
    columns.map((column) => {
      const value = row[column];
      return value instanceof Date ? value.toISOString() : (value ?? '');
    }),
  );
}
