import { z } from 'zod';
import { id } from '../id.ts';
import { fullScore } from './score-parts.ts';

const days = z.int().positive().max(365);
const share = z.number().gt(0).max(1);
const level = z.number().min(0).max(1);
const levelWeights = z.strictObject({
  reported: level,
  pictured: level,
  live: level,
  seen: level,
});

const rank = z.strictObject({
  start: z.strictObject({
    day: z.iso.date(),
    districts: z
      .record(
        id,
        z.strictObject({
          boards: level.nullable().default(0),
          scansPerLakh: level.nullable().default(0),
          scansPerStation: level.nullable().default(0),
          freshness: z.null().default(null),
          directions: level.nullable().default(0),
          services: z.null().default(null),
        }),
      )
      .describe('Parts on that day as shares; a district that is not named began with nothing'),
  }),
  boards: levelWeights.describe('How much a board counts here by what is known of it'),
  least: z.strictObject({
    boards: z.int().nonnegative().describe('Boards that count here'),
    visits: z.int().nonnegative().describe('Visitors in the days of the scans'),
    room: z.number().min(0).max(fullScore).describe('Points that the start left to be gained'),
  }),
});

export const scoreRulesSchema = z.strictObject({
  weights: z
    .strictObject({
      boards: z.number().nonnegative().describe('Boards of the stations, by what is known of them'),
      scansPerLakh: z.number().nonnegative().describe('Scans by the people of the census'),
      scansPerStation: z.number().nonnegative(),
      freshness: z.number().nonnegative().describe('How old the latest entry is'),
      directions: z.number().nonnegative().describe('Directions answered of those that were due'),
      services: z
        .number()
        .nonnegative()
        .default(0)
        .describe('What the app did for the people of the census, by the files of its back office'),
    })
    .refine((weights) => Math.abs(addUp(Object.values(weights)) - fullScore) < 1e-9, {
      error: ({ input }) =>
        `Expected weights that add up to ${fullScore}, got ${addUp(Object.values(input as Record<string, number>))}`,
    }),
  boardLevels: z
    .strictObject({
      from: z.iso
        .date()
        .describe('Boards count by level from this day on; earlier days stay as they were counted'),
      weights: levelWeights,
    })
    .describe('How much a board counts by what is known of it'),
  scanDays: days.describe('Scans and services of so many days up to today count'),
  burstTimes: z
    .number()
    .min(1)
    .describe(
      'A day of a code counts for no more than so many times the middle of the days of all codes',
    ),
  fullAtQuantile: share.describe(
    'Full marks for scans and services at this quantile of the districts that have any',
  ),
  freshDays: days.describe('An entry so many days old, or younger, is fresh'),
  staleDays: days.describe('An entry so many days old, or older, counts for nothing'),
  grades: z
    .strictObject({ A: share, B: share, C: share })
    .describe('Least means for the grades of the data; what is below is D'),
  likeDistricts: z
    .int()
    .min(2)
    .max(75)
    .describe('How many districts of like size are compared, the own one among them'),
  rank: rank.describe('By the change since the own start, on verified evidence alone'),
});
export type ScoreRules = z.infer<typeof scoreRulesSchema>;

function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
