import { z } from 'zod';
import { file, forOfficers, instant, limit, refusals, route } from './route.ts';

const head = z.object({ id: z.number(), hash: z.string() });
const id = z.coerce.number<number>().int().min(0);

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
  action: z.string(),
  subject: z.string(),
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

/** The audit log for HQ and the administrator: read, check, export. */
export const auditRoutes = {
  list: route({
    method: 'GET',
    url: '/api/audit',
    schema: {
      summary: 'Entries, the latest first; `before` is the id at which the last page ended',
      querystring: z.object({
        subject: z.string().max(200).optional(),
        before: id.optional(),
        limit,
      }),
      response: { 200: z.array(auditEntry), ...forOfficers },
    },
  }),
  verify: route({
    method: 'GET',
    url: '/api/audit/verify',
    schema: {
      summary: 'Recomputes every hash; with a head noted earlier (ID:HASH) also against that',
      querystring: z.object({ noted: notedHead.optional() }),
      response: { 200: auditVerdict, ...forOfficers },
    },
  }),
  export: route({
    method: 'GET',
    url: '/api/audit/export.csv',
    schema: {
      summary: 'The whole log as CSV; the export is an entry itself',
      response: { 200: file('text/csv', 'The log, oldest entry first'), ...refusals(401, 403) },
    },
  }),
};
