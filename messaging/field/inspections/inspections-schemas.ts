import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, instant } from '../../contract/route.ts';
import { boardStates } from '../../contract/values.ts';

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

export const inspectedBoard = place.extend({
  code: z.string().describe('Printed on the board'),
  name: bilingual,
  inspection: inspectionOf.nullable().describe('The latest one'),
});
export type InspectedBoard = z.output<typeof inspectedBoard>;
export const dueBoard = inspectedBoard.extend({
  sign: sign.nullable().describe('Why to look; null where the latest inspection itself says why'),
});
export type DueBoard = z.output<typeof dueBoard>;

export const code = reference({ min: 1, max: 24 }).describe('As printed on the board');
