import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { line, paragraph } from '../../../campaigns/text-types.ts';
import { file, forOfficers, instant, oneId, refusals, route } from '../route.ts';
import { consentBases, rejectReasons } from '../values.ts';

const audience = z.object({
  id: z.int(),
  name: z.string(),
  consentBasis: z.enum(consentBases),
  source: z.string(),
  retainUntil: z.iso.date().describe('Day in Asia/Kolkata after which the list is deleted'),
  district: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  readyAt: instant.nullable(),
  rowsRead: z.int(),
  members: z.int(),
  dnd: z.int().describe('Members on the do-not-disturb list'),
  stations: z.int().describe('Members whose station the list says'),
  rejects: z.partialRecord(z.enum(rejectReasons), z.int()),
  fileName: z.string().describe('As it came in'),
  excluding: z
    .boolean()
    .describe('Its numbers are left out of every blast of its district, or of the state'),
  consentTemplate: z
    .string()
    .nullable()
    .describe('Consent template of the DLT portal by which the numbers agreed'),
  sample: z.boolean().describe('Numbers that nobody has: for the emulator only'),
});
export type Audience = z.input<typeof audience>;

const segment = z.object({
  district: z.string().nullable(),
  language: z.string(),
  members: z.int(),
});
export type Segment = z.input<typeof segment>;

const audienceDetail = z.object({
  audience,
  segments: z.array(segment),
  longestStations: z
    .array(z.object({ district: z.string(), nameHi: z.string(), nameEn: z.string() }))
    .describe('The longest name in each district of a station that the list says'),
});

/** Lists of numbers: uploads of any size, their particulars, segments and rejected rows. */
export const audienceRoutes = {
  list: route({
    method: 'GET',
    url: '/api/audiences',
    schema: {
      summary: 'Lists, the newest first',
      response: { 200: z.array(audience), ...refusals(401, 403) },
    },
  }),
  upload: route({
    method: 'POST',
    url: '/api/audiences',
    schema: {
      summary:
        'Takes a list as csv (also gzip, UTF-16, and ; tab or | between cells) or xlsx; its particulars stand in the query',
      querystring: z.object({
        name: line({ min: 1, max: 200 }),
        consentBasis: z.enum(consentBases),
        source: paragraph({ min: 1, max: 500 }),
        retainUntil: z.iso.date(),
        language: z.enum(messageLanguages).default('hi'),
        consentTemplate: z
          .exactOptional(z.string().regex(/^(\d{12}|\d{19})$/, 'Expected 12 or 19 digits'))
          .describe('Consent template of the DLT portal, where they agreed by one'),
        excluding: z
          .enum(['true', 'false'])
          .default('false')
          .transform((value) => value === 'true')
          .describe('Nobody on it gets a blast, whatever list that is sent to'),
      }),
      response: { 201: audience, ...forOfficers, ...refusals(408, 413, 429) },
    },
  }),
  optIn: route({
    method: 'POST',
    url: '/api/audiences/:id/whatsapp-opt-in',
    schema: {
      summary: 'Notes that all of a list with explicit consent have agreed to messages by WhatsApp',
      params: oneId,
      body: z.object({
        source: paragraph({ min: 1, max: 500 }).describe('Where they were asked, and how'),
        givenOn: z.iso.date(),
      }),
      response: {
        200: z.object({ recorded: z.int() }),
        ...forOfficers,
        ...refusals(404, 409),
      },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/audiences/:id',
    schema: {
      summary: 'A list with its segments by district and language',
      params: oneId,
      response: { 200: audienceDetail, ...forOfficers, ...refusals(404) },
    },
  }),
  rejects: route({
    method: 'GET',
    url: '/api/audiences/:id/rejects.csv',
    schema: {
      summary: 'Rows that were not taken, each with its reason',
      params: oneId,
      response: {
        200: file('text/csv', 'File, row, field, what was expected and found, reason'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
};
