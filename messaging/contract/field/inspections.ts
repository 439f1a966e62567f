import { z } from 'zod';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, forOfficers, instant, refusals, route } from '../route.ts';

/** States in which an officer finds a board. */
export const boardStates = ['hangs', 'damaged', 'missing'] as const;
export type BoardState = (typeof boardStates)[number];
export const longestRemark = 300;

const place = z.object({ district: z.string(), station: z.string() });

/** A word on a board. */
export const inspectionOf = z.object({
  state: z.enum(boardStates),
  remark: z.string(),
  by: z.string(),
  at: instant,
});

const sign = z.union([
  z.object({
    kind: z.literal('same-officer'),
    board: bilingual.describe(
      'Station whose drawn board was not there, entered by the same officer in that month',
    ),
  }),
  z.object({
    kind: z.literal('silent'),
    days: z.int().describe('Since its latest scan'),
    expected: z.number().describe('Scans that its own rate let expect since'),
  }),
  z.object({ kind: z.literal('never'), days: z.int().describe('Since it was hung') }),
  z.object({
    kind: z.literal('old'),
    days: z.int().describe('Since it was hung; flex lasts about three years outdoors'),
  }),
  z.object({
    kind: z.literal('sudden'),
    scans: z.int().describe('Of the latest week'),
    expected: z.number().describe('Scans that its own rate let expect in that week'),
  }),
]);

const inspectedBoard = place.extend({
  code: z.string().describe('Printed on the board'),
  name: bilingual,
  inspection: inspectionOf.nullable().describe('The latest one'),
});
export type InspectedBoard = z.output<typeof inspectedBoard>;
const dueBoard = inspectedBoard.extend({
  sign: sign.nullable().describe('Why to look; null where the latest inspection itself says why'),
});
export type DueBoard = z.output<typeof dueBoard>;

const code = reference({ min: 1, max: 24 }).describe('As printed on the board');

/** Boards that somebody should look at, and what was found there. */
export const inspectionRoutes = {
  due: route({
    method: 'GET',
    url: '/api/inspections/due',
    schema: {
      summary: 'Boards to look at: by their scans, or by what the latest inspection found',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: {
        200: z.object({
          until: z.iso.date().describe('The latest day whose scans are looked at'),
          boards: z.array(dueBoard),
        }),
        ...forOfficers,
      },
    },
  }),
  find: route({
    method: 'GET',
    url: '/api/inspections/board',
    schema: {
      summary: 'The board that a code is printed on, and its latest inspection',
      querystring: z.object({ code }),
      response: { 200: inspectedBoard, ...forOfficers, ...refusals(404) },
    },
  }),
  record: route({
    method: 'POST',
    url: '/api/inspections',
    schema: {
      summary: 'Says what an officer found at a board; the latest word counts',
      body: z.object({
        code,
        state: z.enum(boardStates),
        remark: paragraph({ max: longestRemark }).default(''),
      }),
      response: { 201: inspectedBoard, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;
