import { z } from 'zod';
import { captureFaults } from '../../../campaigns/activities/capture.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, instant } from '../../contract/route.ts';
import { boardStates, longestInspectionRemark } from '../../contract/values.ts';

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
    kind: z.literal('leap'),
    board: bilingual.describe('The other station'),
    by: z.string().describe('Who took live pictures at both'),
    minutes: z.number().describe('Between them'),
    km: z
      .number()
      .nullable()
      .describe('At least, as the crow flies; null where a phone gave no place'),
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
  name: bilingual,
  inspection: inspectionOf.nullable().describe('The latest one'),
});
export type InspectedBoard = z.output<typeof inspectedBoard>;
export const picturedAnswer = inspectedBoard.extend({
  capture: z.object({
    isLive: z.boolean().describe('Else the word is kept and lifts no level'),
    faults: z.array(z.enum(captureFaults)),
  }),
});
export const dueBoard = inspectedBoard.extend({
  sign: sign.nullable().describe('Why to look; null where the latest inspection itself says why'),
});
export type DueBoard = z.output<typeof dueBoard>;

export const asked = z.object({
  code: reference({ min: 1, max: 24 }).optional().describe('As printed on the board'),
  district: reference({ max: 64 }).default('').describe('With the station, in place of a code'),
  station: reference({ max: 64 }).default(''),
});

const remark = paragraph({ max: longestInspectionRemark }).default('');
export const worded = z.object({
  district: reference({ max: 64 }),
  station: reference({ max: 64 }),
  state: z.enum(boardStates).describe('`hangs` asks for live pictures'),
  remark,
});
/** Words that come with the near picture. */
export const pictured = z.object({
  state: z.enum(['hangs', 'damaged']),
  remark,
  isOffline: z.boolean().describe('There was no network when the pictures were taken'),
});
export type PicturedFields = z.input<typeof pictured>;
