import { addDays, type Day } from './clock.ts';

/** Visitors of one code on each of the latest days, the oldest first. */
export interface CodeVisits {
  district: string;
  visits: readonly number[];
}

/** Visitors that the score counts, of one day and district. */
export interface VisitTally {
  day: Day;
  district: string;
  visits: number;
}

/**
 * Visitors by day and district. What is unusual is judged against the days of all codes, since a farm that runs for weeks makes
 * its own past: a code counts on no day for more than so many times the middle of them, in which each code has one voice.
 * @param until the last of the days, the same for all codes
 */
export function tallyVisits(
  codes: readonly CodeVisits[],
  { burstTimes, until }: { burstTimes: number; until: Day },
): VisitTally[] {
  const used = codes.map(({ visits }) => visits.filter((count) => count > 0));
  const most = burstTimes * middle(used.filter(({ length }) => length > 0).map(middle));
  const byDistrict = new Map<string, number[]>();
  for (const { district, visits } of codes) {
    const counts = byDistrict.get(district) ?? new Array<number>(visits.length).fill(0);
    visits.forEach((count, at) => {
      counts[at] = (counts[at] ?? 0) + Math.min(count, most);
    });
    byDistrict.set(district, counts);
  }
  return [...byDistrict].flatMap(([district, counts]) =>
    counts.flatMap((visits, at) =>
      visits === 0 ? [] : [{ day: addDays(until, at + 1 - counts.length), district, visits }],
    ),
  );
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
