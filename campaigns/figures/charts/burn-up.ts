import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import { addDays, type Day } from '../../tracker/clock.ts';
import type { ProgressFile } from '../../tracker/progress-file.ts';

export interface ChartSize {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Tick {
  at: number;
  value: number;
}

/** The whole campaign, or the seven days up to the day of the figures. */
export type Period = 'all' | 'week';

/** Everything that the chart draws, in units of the drawing. */
export interface BurnUp {
  /** A week alone is drawn by its own heights, mostly without the goal. */
  hasGoal: boolean;
  goalY: number;
  goalX: number;
  actual: string | null;
  last: { x: number; y: number; total: number } | null;
  band: string | null;
  middle: string | null;
  required: string | null;
  todayX: number | null;
  valueTicks: Tick[];
  dayTicks: { at: number; day: string }[];
  /** Places of the numbered events, by their index in the file's list */
  events: { at: number; number: number; row: number }[];
  /** Days whose figure is shown when the pointer is at them, and half the way to the next ones */
  marks: Mark[];
}

export interface Mark {
  x: number;
  y: number;
  day: string;
  total: number;
  isForecast: boolean;
}

const leadDays = 14;

/** First day that a chart of the period shows. */
export function firstShownDay({ goal, today }: ProgressFile, period: Period): Day {
  return period === 'week' ? addDays(today, -7) : addDays(goal.startsOn, -leadDays);
}

/** Lays the chart out: days before the start, the course so far, and the forecast up to the goal's last day. */
export function layOutBurnUp(file: ProgressFile, size: ChartSize, period: Period = 'all'): BurnUp {
  const isWeek = period === 'week';
  const { goal, downloads, forecast, progress, today } = file;
  const days =
    downloads.kind === 'counted'
      ? downloads.days.filter(({ date }) => date >= firstShownDay(file, period))
      : [];
  const known = days.flatMap(({ date, total }) => (total === null ? [] : [{ date, total }]));
  const band = forecast.kind === 'forecast' && !isWeek ? forecast.band : [];
  const lastKnown = known.at(-1);
  const firstDay = isWeek ? firstShownDay(file, period) : (known[0]?.date ?? goal.startsOn);
  const end = isWeek ? today : goal.endsOn;
  const lastDay = [end, lastKnown?.date ?? end].sort().at(-1) ?? end;
  const top = Math.max(goal.downloads, lastKnown?.total ?? 0, band.at(-1)?.p90 ?? 0);
  const x = scaleUtc([instant(firstDay), instant(lastDay)], [size.left, size.width - size.right]);
  const totals = known.map(({ total }) => total);
  const heights = isWeek && known.length > 1 ? spread(totals) : [0, top * 1.08];
  const y = scaleLinear(heights, [size.height - size.bottom, size.top]);
  const at = (day: string) => round(x(instant(day)));
  const pathOf = line<{ date: string; total: number }>()
    .x(({ date }) => at(date))
    .y(({ total }) => round(y(total)));
  const bandOf = area<(typeof band)[number]>()
    .x(({ date }) => at(date))
    .y0(({ p10 }) => round(y(p10)))
    .y1(({ p90 }) => round(y(p90)));
  const anchored =
    lastKnown && band.length > 0
      ? [
          {
            date: lastKnown.date,
            p10: lastKnown.total,
            p50: lastKnown.total,
            p90: lastKnown.total,
          },
          ...band,
        ]
      : [];
  const mark = (day: string, total: number, isForecast: boolean): Mark => ({
    x: at(day),
    y: round(y(total)),
    day,
    total,
    isForecast,
  });
  return {
    marks: [
      ...known.map(({ date, total }) => mark(date, total, false)),
      ...band.map(({ date, p50 }) => mark(date, p50, true)),
    ],
    hasGoal: !isWeek,
    goalY: round(y(goal.downloads)),
    goalX: at(goal.endsOn),
    actual: known.length > 1 ? pathOf(known) : null,
    last: lastKnown
      ? { x: at(lastKnown.date), y: round(y(lastKnown.total)), total: lastKnown.total }
      : null,
    band: anchored.length > 0 ? bandOf(anchored) : null,
    middle:
      anchored.length > 0 ? pathOf(anchored.map(({ date, p50 }) => ({ date, total: p50 }))) : null,
    required:
      lastKnown && progress.requiredPerDay !== null && !isWeek
        ? pathOf([lastKnown, { date: goal.endsOn, total: goal.downloads }])
        : null,
    events: setInRows(
      (file.events ?? []).flatMap(({ day, district }, index) =>
        district === null && day >= firstDay && day <= lastDay
          ? [{ at: at(day), number: index + 1 }]
          : [],
      ),
    ),
    todayX: today >= firstDay && today <= lastDay ? at(today) : null,
    valueTicks: y.ticks(5).map((value) => ({ at: round(y(value)), value })),
    dayTicks: x
      .ticks(7)
      .filter((date) => date.getUTCHours() === 0)
      .filter((_, index) => size.width > 600 || index % 2 === 1)
      .map((date) => ({ at: round(x(date)), day: date.toISOString().slice(0, 10) })),
  };
}

/** From the least to the most with room for the marks above. */
function spread(totals: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  const room = most - least || most || 1;
  return [Math.max(0, least - room * 0.1), most + room * 0.3];
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Width of a numbered mark with its margin. */
const markWidth = 24;

/** Each mark in the first row in which it hides no other one. */
function setInRows(marks: readonly { at: number; number: number }[]) {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const free = ends.findIndex((end) => mark.at >= end);
      const row = free < 0 ? ends.length : free;
      ends[row] = mark.at + markWidth;
      return { ...mark, row };
    });
}
