/** How often something is owed again. A fortnight is a पक्ष: it ends on the 15th and on the last day of the month. */
export const periods = [
  'day',
  'week',
  'fortnight',
  'month',
  'quarter',
  'half-year',
  'year',
] as const;
export type Period = (typeof periods)[number];

/** Months of a period that is counted in months; null for one that is not. */
export const monthsOfPeriod: Readonly<Record<Period, number | null>> = {
  day: null,
  week: null,
  fortnight: 1,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};
