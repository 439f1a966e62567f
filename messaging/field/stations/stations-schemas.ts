import { z } from 'zod';
import { overrideActions } from '../../../campaigns/directory/override-table.ts';
import { stationKinds } from '../../../campaigns/directory/station.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { bilingual, instant, rowFault } from '../../contract/route.ts';
import { effect } from '../../people/held-acts/held-acts-schemas.ts';

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
export const place = z.object({ district: id, station: id });
export const action = z.enum(overrideActions);
export const kind = z.enum(stationKinds);
const names = z.object({ nameHi: z.string(), nameEn: z.string(), kind });
export const remark = paragraph({ max: 300 });
export const reason = paragraph({ max: 500 }).describe(
  'Why a new name or line is right, which the second officer reads',
);
export const version = z
  .int()
  .min(0)
  .describe('Of the correction that was seen; 0 where there was none');

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
  printed: z.string().describe('As printed on the board'),
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

export const list = z.object({
  stations: z.array(station).describe('By their Hindi names'),
  removed: z.array(station).describe('Those that the district took out'),
});
export type StationListAnswer = z.output<typeof list>;

export const handedIn = z.object({
  changes: z.array(
    z.object({
      station: id,
      action: z
        .enum([...overrideActions, 'urdu'])
        .describe('urdu: the row enters no more than the name in Urdu'),
      before: z.string().nullable(),
      after: z.string().nullable(),
      nameUr: z.string().nullable().describe('A new name in Urdu from the row'),
    }),
  ),
  faults: z.array(rowFault).describe('Rows that are left out, with the reason'),
  effect: effect.describe('What of it needs a second officer'),
  done: z.boolean().describe('Whether the good rows were taken'),
  held: z.int().nullable().describe('Number of the act that waits, where they were kept instead'),
});
export type HandedInStations = z.input<typeof handedIn>;

export const report = z.object({
  id: z.int(),
  district: id,
  station: id,
  shown: z.string(),
  suggested: z.string(),
  note: z.string(),
  reportedAt: instant,
});
export type NameReportView = z.input<typeof report>;

export const change = correction.extend({
  district: id,
  station: id,
  before: names.nullable(),
  after: names.nullable(),
});
