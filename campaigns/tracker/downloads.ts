import { addDays, type Day, eachDay } from './clock.ts';
import type { DownloadDay, Downloads } from './progress-file.ts';
import { type DayFigure, latestFigures, type Reading, type ReadingSource } from './readings.ts';

type Counted = Extract<Downloads, { kind: 'counted' }>;
type Gap = Counted['gaps'][number];

const stores = ['play', 'app-store'] as const;

/**
 * Downloads = the latest manual cumulative figure + later Daily User Installs of Play + later first downloads of
 * the App Store. Without a manual figure the count is since the first report day. Readings after `today` do not
 * exist yet: a campaign can be replayed.
 */
export function countDownloads(readings: readonly Reading[], today: Day): Downloads {
  const figures = latestFigures(readings.filter(({ date }) => date <= today));
  const first = figures[0];
  const last = figures.at(-1);
  if (first === undefined || last === undefined) return { kind: 'none' };
  const known = bySource(figures);
  const anchor = [...known.manual.values()].at(-1);
  const gaps = findGaps(known, anchor?.date);
  const asOf = lastCounted(known);
  const days = eachDay(first.date, last.date).map((date) => dayFigures(date, known, gaps));
  addTotals(
    days.filter(({ date }) => date <= asOf),
    anchor === undefined ? 0 : null,
  );
  return {
    kind: 'counted',
    total: days.findLast((day) => day.total !== null)?.total ?? 0,
    asOf,
    basis: anchor
      ? { kind: 'anchor', date: anchor.date, value: anchor.value, from: anchor.from }
      : { kind: 'since', date: first.date },
    atLeast: anchor === undefined || gaps.some((gap) => gap.last > anchor.date),
    days,
    gaps,
    freshness: listFreshness(known),
  };
}

type Known = Record<ReadingSource, Map<Day, DayFigure>>;

function bySource(figures: readonly DayFigure[]): Known {
  const known: Known = { play: new Map(), 'app-store': new Map(), manual: new Map() };
  for (const figure of figures) known[figure.source].set(figure.date, figure);
  return known;
}

function lastCounted(known: Known): Day {
  const store = known.play.size > 0 ? known.play : known['app-store'];
  const days = [...store.keys(), ...known.manual.keys()];
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}

function dayFigures(date: Day, known: Known, gaps: readonly Gap[]): DownloadDay {
  const play = known.play.get(date);
  const appStore = known['app-store'].get(date);
  const manual = known.manual.get(date);
  const inGap = gaps.some((gap) => gap.first <= date && date <= gap.last);
  const isReported = known.play.size > 0 ? play !== undefined : appStore !== undefined;
  return {
    date,
    play: play?.value ?? null,
    appStore: appStore?.value ?? null,
    manual: manual?.value ?? null,
    added: isReported && !inGap ? (play?.value ?? 0) + (appStore?.value ?? 0) : null,
    total: null,
    revised: [play, appStore, manual].some((figure) => (figure?.history.length ?? 0) > 0),
  };
}

/** Totals run from each manual figure to the next; before the first one they are reckoned back to the first gap. */
function addTotals(days: DownloadDay[], start: number | null): void {
  let running = start;
  for (const day of days) {
    const isKnown = day.play !== null || day.appStore !== null || day.manual !== null;
    if (day.manual !== null) running = day.manual;
    else if (running !== null) running += (day.play ?? 0) + (day.appStore ?? 0);
    day.total = isKnown ? running : null;
  }
  const firstAnchor = days.findIndex((day) => day.manual !== null);
  for (let at = firstAnchor; at > 0; at -= 1) {
    const day = days[at];
    const before = days[at - 1];
    if (day?.total == null || day.added === null || before === undefined) return;
    const total = day.total - day.added;
    if (total < 0 || before.added === null) return;
    before.total = total;
  }
}

function findGaps(known: Known, anchorDate: Day | undefined): Gap[] {
  return stores.flatMap((source) => {
    const dates = [...known[source].keys()];
    const first = dates[0];
    const last = dates.at(-1);
    if (first === undefined || last === undefined) return [];
    // Play was there when HQ was given its figure, so its days count from the next one.
    const dayAfter = anchorDate === undefined ? first : addDays(anchorDate, 1);
    const from = source === 'play' && dayAfter < first ? dayAfter : first;
    const missing = eachDay(from, last).filter((date) => !known[source].has(date));
    return joinDays(missing).map((gap) => ({ source, ...gap }));
  });
}

function joinDays(days: readonly Day[]): { first: Day; last: Day }[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function listFreshness(known: Known): Counted['freshness'] {
  return (Object.keys(known) as ReadingSource[]).flatMap((source) => {
    const last = [...known[source].values()].at(-1);
    return last ? [{ source, lastDay: last.date, from: last.from, readAt: last.readAt }] : [];
  });
}
