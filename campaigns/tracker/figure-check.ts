import { type Day, daysBetween } from './clock.ts';
import { countDownloads } from './downloads.ts';
import type { DownloadDay } from './progress-file.ts';
import type { Reading } from './readings.ts';

/** Factor of a rise over the usual from which it is questioned: one digit too many is a factor of ten. */
const mostTimes = 10;
/** Where no daily change is known yet: more than double of what is known. */
const mostTimesKnown = 2;
/** Days before a figure whose changes are the usual ones. */
const usualDays = 28;
const leastUsualDays = 3;

interface Known {
  known: number;
  knownOn: Day;
}

/** Why a figure needs more than one officer's word. */
export type FigureFinding = { date: Day; downloads: number } & (
  | ({ kind: 'fall' } & Known)
  /** A later day is known to have less: the total would fall after it. */
  | ({ kind: 'above-later' } & Known)
  | ({ kind: 'jump'; perDay: number; usualPerDay: number | null } & Known)
);

/**
 * Holds a total that somebody was given against what is known: totals do not fall, and rarely rise by more than ten
 * times the usual. 19,000 typed for 1,90,000 is found by it, and so is a digit too many.
 */
export function checkFigure(
  known: readonly Reading[],
  { date, downloads }: { date: Day; downloads: number },
  today: Day,
): FigureFinding[] {
  const counted = countDownloads(known, today);
  if (counted.kind === 'none') return [];
  const totals = counted.days.flatMap((day) =>
    day.total === null ? [] : [{ date: day.date, total: day.total, isGiven: day.manual !== null }],
  );
  const before = totals.findLast((day) => day.date <= date);
  const later = totals.find((day) => day.date > date && day.isGiven && day.total < downloads);
  const figure = { date, downloads };
  const findings: FigureFinding[] = [];
  if (later !== undefined) {
    findings.push({ kind: 'above-later', ...figure, known: later.total, knownOn: later.date });
  }
  if (before === undefined) return findings;
  const last = { known: before.total, knownOn: before.date };
  const rise = downloads - before.total;
  if (rise < 0) return [...findings, { kind: 'fall', ...figure, ...last }];
  // Stores alone count from their first report: the first total of all brings in what was before.
  if (counted.basis.kind === 'since') return findings;
  const perDay = rise / Math.max(1, daysBetween(before.date, date));
  const usualPerDay = usualRise(counted.days, before.date);
  const isJump =
    usualPerDay === null
      ? before.total > 0 && downloads > mostTimesKnown * before.total
      : perDay > mostTimes * Math.max(1, usualPerDay);
  return isJump
    ? [...findings, { kind: 'jump', ...figure, ...last, perDay, usualPerDay }]
    : findings;
}

/** The middle one of the changes up to a day; of totals alone, the rise between the last two of them. */
function usualRise(days: readonly DownloadDay[], until: Day): number | null {
  const past = days.filter(({ date }) => date <= until);
  const added = past
    .filter(({ date }) => daysBetween(date, until) < usualDays)
    .flatMap((day) => day.added ?? [])
    .sort((left, right) => left - right);
  if (added.length >= leastUsualDays) return added[Math.floor(added.length / 2)] ?? null;
  const [earlier, last] = past.filter(({ manual }) => manual !== null).slice(-2);
  if (earlier?.manual == null || last?.manual == null) return null;
  return Math.max(0, last.manual - earlier.manual) / daysBetween(earlier.date, last.date);
}
