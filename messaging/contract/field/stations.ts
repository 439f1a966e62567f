import { z } from 'zod';
import { overrideActions } from '../../../campaigns/directory/override-table.ts';
import { stationKinds } from '../../../campaigns/directory/station.ts';
import { line, paragraph, ruledText } from '../../../campaigns/text-types.ts';
import { bilingual, done, file, forOfficers, instant, limit, refusals, route } from '../route.ts';

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const place = z.object({ district: id, station: id });
const action = z.enum(overrideActions);
const kind = z.enum(stationKinds);
const names = z.object({ nameHi: z.string(), nameEn: z.string(), kind });
const remark = paragraph({ max: 300 });
const version = z.int().min(0).describe('Of the correction that was seen; 0 where there was none');

const correction = z.object({
  action,
  held: z.boolean().describe('HQ does not let it be published'),
  heldRemark: z.string(),
  remark: z.string(),
  version: z.int(),
  by: z.string(),
  at: instant,
});

const station = names.extend({
  id,
  printed: z.string().describe('As it stands on the board'),
  compiled: names.nullable().describe('In the compiled list; null for one that was added'),
  needsCheck: z.boolean(),
  notes: z.array(bilingual),
  correction: correction.nullable(),
  code: z.string().nullable().describe('Short code of its board; null until it has one'),
  reports: z.int().describe('Open reports of citizens'),
  fields: z.record(z.string(), z.string()).describe('What it fills in on its artwork'),
  superseded: z
    .boolean()
    .describe('A board with a photo hangs there that is older than the present artwork'),
});
export type StationView = z.input<typeof station>;
/** As the service has it, with dates. */
export type StationAnswer = z.output<typeof station>;

const list = z.object({
  stations: z.array(station).describe('By their Hindi names'),
  removed: z.array(station).describe('Those that the district took out'),
});
export type StationListAnswer = z.output<typeof list>;

const fault = z.object({
  row: z.int().nullable().describe('Of the file, the heading being the first'),
  column: z.string().nullable(),
  expected: bilingual,
  found: z.string(),
});
const handedIn = z.object({
  changes: z.array(
    z.object({
      station: id,
      action: z
        .enum([...overrideActions, 'urdu'])
        .describe('urdu: the row enters no more than the name in Urdu'),
      before: z.string().nullable(),
      after: z.string().nullable(),
      nameUr: z.string().nullable().describe('The name in Urdu that the row enters anew'),
    }),
  ),
  faults: z.array(fault).describe('Rows that are left out, with the reason'),
  done: z.boolean().describe('Whether the good rows were taken'),
});
export type HandedInStations = z.input<typeof handedIn>;

const report = z.object({
  id: z.int(),
  district: id,
  station: id,
  shown: z.string(),
  suggested: z.string(),
  note: z.string(),
  reportedAt: instant,
});
export type NameReportView = z.input<typeof report>;

const change = correction.extend({
  district: id,
  station: id,
  before: names.nullable(),
  after: names.nullable(),
});

/** Names of stations, by those who know them. */
export const stationRoutes = {
  list: route({
    method: 'GET',
    url: '/api/stations/:district',
    schema: {
      summary: 'Stations of a district, with what the district corrected',
      params: z.object({ district: id }),
      response: { 200: list, ...forOfficers, ...refusals(404) },
    },
  }),
  changes: route({
    method: 'GET',
    url: '/api/stations',
    schema: {
      summary: 'The latest corrections of the own area',
      querystring: z.object({ limit }),
      response: {
        200: z.object({ changes: z.array(change), count: z.int() }),
        ...forOfficers,
      },
    },
  }),
  correct: route({
    method: 'POST',
    url: '/api/stations/:district/corrections',
    schema: {
      summary: 'Confirms, renames, adds or removes a station; published at once',
      params: z.object({ district: id }),
      body: z.object({
        action,
        station: z.union([id, z.literal('')]).describe('Empty for one that is added'),
        nameHi: ruledText({ max: 200 }).default(''),
        nameEn: ruledText({ max: 200 }).default(''),
        kind: kind.default('territorial'),
        remark: remark.default(''),
        version,
      }),
      response: {
        200: z.object({ station: id }),
        ...forOfficers,
        ...refusals(404, 409, 422),
      },
    },
  }),
  undo: route({
    method: 'POST',
    url: '/api/stations/:district/:station/undo',
    schema: {
      summary: 'Takes a correction back',
      params: place,
      body: z.object({ version }),
      response: { 204: done, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  hold: route({
    method: 'POST',
    url: '/api/stations/:district/:station/hold',
    schema: {
      summary: 'Keeps a correction from being published, or lets it go',
      params: place,
      body: z.object({ version, held: z.boolean(), remark: remark.default('') }),
      response: { 204: done, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  fill: route({
    method: 'POST',
    url: '/api/stations/:district/:station/fields',
    schema: {
      summary: 'Changes what a station fills in on its artwork; an empty value takes a field out',
      params: place,
      body: z.object({
        changes: z.record(id, ruledText({ max: 200 })).describe('Only the fields that differ'),
        seen: z.record(id, ruledText({ max: 200 })).describe('All fields as they were read'),
      }),
      response: { 204: done, ...forOfficers, ...refusals(404, 409, 422) },
    },
  }),
  form: route({
    method: 'GET',
    url: '/api/stations/:district/form',
    schema: {
      summary: 'The list of the own stations, to be corrected in a spreadsheet',
      params: z.object({ district: id }),
      response: {
        200: file('text/csv', 'The columns of the overrides'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  handIn: route({
    method: 'POST',
    url: '/api/stations/:district/list',
    schema: {
      summary:
        'Checks a csv or xlsx list (multipart); with `step=take` the good rows are published',
      params: z.object({ district: id }),
      querystring: z.object({ step: z.enum(['check', 'take']).default('check') }),
      response: { 200: handedIn, ...forOfficers, ...refusals(404, 408, 413, 422, 429, 503) },
    },
  }),
  reports: route({
    method: 'GET',
    url: '/api/name-reports',
    schema: {
      summary: 'What citizens say of names in the own area, the oldest first',
      response: { 200: z.array(report), ...forOfficers },
    },
  }),
  dismiss: route({
    method: 'POST',
    url: '/api/name-reports/:id/dismiss',
    schema: {
      summary: 'The name is right as it stands',
      params: z.object({ id: z.coerce.number<number>().int().positive() }),
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
  report: route({
    method: 'POST',
    url: '/api/public/name-reports',
    schema: {
      summary: 'A citizen says that a name is wrong; nothing is kept of who says it',
      body: z.object({
        district: id,
        station: id,
        name: line({ min: 1, max: 80 }),
        remark: remark.default(''),
      }),
      response: { 204: done, ...refusals(400, 404, 429) },
    },
  }),
} as const;
