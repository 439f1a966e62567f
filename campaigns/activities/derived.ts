import type { Bilingual } from '../bilingual.ts';
import type { ActivityEntry } from './activity.ts';
import type { ActivityKind } from './activity-kinds.ts';
import { airtimePaise, countShows, countSpots } from './counts.ts';

/** A figure that follows from what was filled in, or was filled in itself. */
export interface DerivedFigure {
  /** Name of the field that would hold it. */
  name: 'shows' | 'spots' | 'airtime';
  label: Bilingual;
  /** Name of the field below which it is shown in a form. */
  below: string;
  unit: 'count' | 'paise';
}

const shows: DerivedFigure = {
  name: 'shows',
  label: { hi: 'कुल प्रदर्शन', en: 'Shows in all' },
  below: 'showsPerDay',
  unit: 'count',
};
const spots: DerivedFigure = {
  name: 'spots',
  label: { hi: 'प्रसारणों का योग', en: 'Sum of spots' },
  below: 'spots',
  unit: 'count',
};
const airtime: DerivedFigure = {
  name: 'airtime',
  label: { hi: 'लागत', en: 'Cost' },
  below: 'rate',
  unit: 'paise',
};

/** Figures of a kind that are computed instead of typed. */
export function derivedFigures(kind: ActivityKind): readonly DerivedFigure[] {
  if (kind === 'film') return [shows];
  return kind === 'radio' ? [spots, airtime] : [];
}

/** Shows of a cinema, broadcasts of a spot and what they cost in paise, as far as they are known. */
export function deriveFigures({
  kind,
  details,
}: Pick<ActivityEntry, 'kind' | 'details'>): (DerivedFigure & { value: number })[] {
  const values = { shows: countShows, spots: countSpots, airtime: airtimePaise };
  return derivedFigures(kind).flatMap((figure) => {
    const value = values[figure.name](details);
    return value === undefined ? [] : [{ ...figure, value }];
  });
}
