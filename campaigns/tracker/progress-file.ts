import { z } from 'zod';
import { channels } from '../channel.ts';
import { measures } from './measures.ts';
import { progressStatuses } from './progress.ts';
import { readingSources } from './readings.ts';

/** Name of the file below `DATA_DIR` that the service writes and a build of the site reads. */
export const progressFileName = 'progress.json';

const day = z.iso.date().describe('Calendar day in Asia/Kolkata');
const count = z.int().nonnegative();
const id = z.string().regex(/^[a-z0-9-]+$/);
const store = z.enum(['play', 'app-store']);

const downloadDay = z.strictObject({
  date: day,
  play: count.nullable(),
  appStore: count.nullable(),
  manual: count.nullable().describe('Total that HQ was given for this day'),
  added: count.nullable().describe('Downloads of the day; null in a gap'),
  total: count.nullable(),
  revised: z.boolean().describe('A later report changed a figure of this day'),
});

const downloads = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('counted'),
    total: count,
    asOf: day.describe('Last day that the total holds'),
    basis: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('anchor'), date: day, value: count, from: z.string() }),
      z.strictObject({ kind: z.literal('since'), date: day }),
    ]),
    atLeast: z.boolean().describe('More was downloaded than is known'),
    days: z.array(downloadDay),
    gaps: z.array(z.strictObject({ source: store, first: day, last: day })),
    freshness: z.array(
      z.strictObject({
        source: z.enum(readingSources),
        lastDay: day,
        from: z.string().describe('File, or who gave the figure'),
        readAt: z.iso.datetime(),
      }),
    ),
  }),
]);

const rate = z.strictObject({
  perDay: z.number().nonnegative(),
  first: day,
  last: day,
  reportedDays: count,
  basis: z.enum(['days', 'totals']),
});

const progress = z.strictObject({
  status: z.enum(progressStatuses),
  total: count.nullable(),
  remaining: count.nullable(),
  share: z.number().nonnegative().nullable(),
  daysLeft: count,
  daysPast: count,
  requiredPerDay: count.nullable(),
  requiredFrom: day.nullable(),
  rate7: rate.nullable(),
  rate14: rate.nullable(),
  metOn: day.nullable(),
});

const forecast = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('none'),
    reason: z.enum(['no-readings', 'too-few', 'ended']),
  }),
  z.strictObject({
    kind: z.literal('forecast'),
    band: z.array(z.strictObject({ date: day, p10: count, p50: count, p90: count })),
    probability: z.number().min(0).max(1),
    phi: z.number(),
    draws: z.int().positive(),
  }),
]);

const scans = z.strictObject({
  total: count,
  last7: count.describe('Of the seven days up to today'),
});

const boards = z.strictObject({
  stations: count.describe('Stations that are to have one'),
  up: count.describe('Stations that report one, verified or not'),
  verified: count,
});

const district = z.strictObject({
  district: id,
  boards,
  boardsLast7: count
    .default(0)
    .describe('Stations whose first board was reported in the seven days up to today'),
  scans,
  scansPerStation: z.number().nonnegative().nullable().describe('null without stations'),
  activities: z.partialRecord(z.enum(measures), count),
});

const direction = z.strictObject({
  id: z.string(),
  status: z
    .enum(['not-counted', 'not-begun', 'under-way', 'done'])
    .describe(
      'not-counted: it orders nothing countable; done: only where the full number is known',
    ),
  counts: z.array(
    z.strictObject({
      measure: z.enum(measures),
      count,
      verified: count,
      of: count.nullable().describe('The full number, where it is known'),
    }),
  ),
  scans,
});

const goal = z.strictObject({ downloads: z.int().positive(), startsOn: day, endsOn: day });

/** What `/progress/` is built from and `/api/progress` answers. */
export const progressFileSchema = z.strictObject({
  campaign: id,
  sample: z.boolean().describe('True: every figure is sample data and is shown as such'),
  generatedAt: z.iso.datetime(),
  today: day.describe('The campaign’s today'),
  replayed: z.boolean().describe('True when today is set and not the real day'),
  goal: goal.describe('The one that is worked for now'),
  earlier: z
    .array(goal.extend({ reached: z.boolean() }))
    .optional()
    .describe('Goals before it, the first one first'),
  downloads,
  progress,
  forecast,
  boards,
  scans,
  channels: z.array(z.strictObject({ channel: z.enum(channels), ...scans.shape })),
  districts: z.array(district),
  directions: z.array(direction),
});

export type ProgressFile = z.infer<typeof progressFileSchema>;
