import { z } from 'zod';
import type { BoardLevel } from '../activities/board-level.ts';
import { id } from '../id.ts';
import type { Day } from './clock.ts';

/** Parts of a district's score, in display order. */
export const scoreParts = [
  'boards',
  'scansPerLakh',
  'scansPerStation',
  'freshness',
  'directions',
  'services',
] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Maximum score, as districts know it from other dashboards. */
export const fullScore = 10;

export const dataGrades = ['A', 'B', 'C', 'D'] as const;
export type DataGrade = (typeof dataGrades)[number];

const days = z.int().positive().max(365);
const share = z.number().gt(0).max(1);
const level = z.number().min(0).max(1);
const levelWeights = z.strictObject({
  reported: level,
  pictured: level,
  live: level,
  seen: level,
});

/** Reasons why a district has no rank. */
export const noRankReasons = ['few-boards', 'few-visits', 'full-start'] as const;
export type NoRankReason = (typeof noRankReasons)[number];

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
    .describe('A day of a code with more than so many times its usual counts as a usual one'),
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

/** How much a board counts on a day: before boards counted by level, one that a picture proves was one, any other none. */
export function weighBoard(
  { boardLevels: { from, weights } }: ScoreRules,
  level: BoardLevel | null,
  day: Day,
): number {
  if (level === null) return 0;
  if (day < from) return level === 'reported' ? 0 : 1;
  return weights[level];
}

/** The parts as shares of their full marks; null for what cannot be counted in the district. */
export type PartShares = Readonly<Record<ScorePart, number | null>>;

export interface PartPoints {
  part: ScorePart;
  /** 0 to 1; null where the part is not counted */
  share: number | null;
  /** Points reached, and how many could be: the weight with what fell to it from parts that are not counted */
  points: number;
  of: number;
}

/** How a score comes about, part by part; the points add up to it. */
export function computePoints({ weights }: ScoreRules, shares: PartShares): PartPoints[] {
  const counted = scoreParts.filter((part) => shares[part] !== null);
  const weight = addUp(counted.map((part) => weights[part]));
  return scoreParts.map((part) => {
    const share = shares[part];
    const of = share === null || weight === 0 ? 0 : (weights[part] * fullScore) / weight;
    return { part, share, points: of * (share ?? 0), of };
  });
}

/** The score in hundredths, as it is published and ranked; null where no part is counted. */
export function computeScore(rules: ScoreRules, shares: PartShares): number | null {
  const parts = computePoints(rules, shares);
  if (parts.every(({ of }) => of === 0)) return null;
  return Math.round(addUp(parts.map(({ points }) => points)) * 100) / 100;
}

function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
