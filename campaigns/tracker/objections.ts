import type { Day } from './clock.ts';

/** Figures of a district that it can object to. */
export const objectionFigures = [
  'score',
  'rank',
  'boards',
  'scans',
  'directions',
  'population',
] as const;
export type ObjectionFigure = (typeof objectionFigures)[number];

/** An objection as the public reads it: of an office, and nobody's name. */
export interface Objection {
  id: number;
  district: string;
  figure: ObjectionFigure;
  day: Day;
  /** The figure as it was then: points, a place, a count, people, or a part of one; null where there was none. */
  value: number | null;
  text: string;
  answer: { day: Day; text: string } | null;
}
