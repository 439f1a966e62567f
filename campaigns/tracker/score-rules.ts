import type { BoardLevel } from '../activities/board-level.ts';
import type { Day } from './clock.ts';
import { fullScore, type ScorePart, scoreParts } from './score-parts.ts';
import type { ScoreRules } from './score-rules-schema.ts';

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
