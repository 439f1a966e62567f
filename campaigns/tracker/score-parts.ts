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

/** Whether a district's whole interval lies above the middle of all gains, across it or below it, the best first. */
export const bands = ['ahead', 'with', 'behind'] as const;
export type Band = (typeof bands)[number];

/** Reasons why a district has no rank. */
export const noRankReasons = ['few-boards', 'few-visits', 'full-start'] as const;
export type NoRankReason = (typeof noRankReasons)[number];
