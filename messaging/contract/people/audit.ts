import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { file, forOfficers, instant, limit, route } from '../route.ts';

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
export const auditRoutes = {
  list: route({
    method: 'GET',
    url: '/api/audit',
    schema: {
      summary: 'Entries, the latest first; `before` is the id at which the last page ended',
      querystring: z.object({
        ...filters,
        before: id.optional(),
        limit,
      }),
      response: { 200: z.array(auditEntry), ...forOfficers },
    },
  }),
  count: route({
    method: 'GET',
    url: '/api/audit/count',
    schema: {
      summary: 'How many entries a selection has',
      querystring: z.object(filters),
      response: { 200: z.object({ count: z.int() }), ...forOfficers },
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
      summary: 'The log, or a selection of it, as CSV; the export is an entry itself',
      querystring: z.object(filters),
      response: { 200: file('text/csv', 'The log, oldest entry first'), ...forOfficers },
    },
  }),
};
