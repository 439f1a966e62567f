import type { Register, RegisteredDirection } from '../../../campaigns/directions/directions.ts';
import { findMonth, type Stated } from '../../../campaigns/directions/listing.ts';
import { isLate } from '../../../campaigns/directions/occurrence-state.ts';
import type { Figure, Obligation } from '../../../campaigns/directions/register.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import type { FigureValues } from '../directions/occurrences-sql.ts';

/** The submission for an occurrence, and the last remark on it. */
export interface Answer {
  details: string;
  figures: FigureValues;
  remark: string;
}

/** An occurrence with the day on which it was first handed in. */
export type Reported = Stated & { submittedOn: string | null; waits: boolean };

/** Occurrences of several offices by the same direction for the same period. */
export interface ReportGroup {
  direction: RegisteredDirection;
  obligation: Obligation;
  period: string;
  due: string | null;
  since: string;
  dueBy: Stated['dueBy'];
  all: readonly Reported[];
  open: readonly Reported[];
  late: readonly Reported[];
  /** Days of the one that is latest; 0 where nothing is late */
  lateDays: number;
}

/**
 * Picks what belongs to a month: due in it, handed in during it, or still owed by one of its offices from before, or from before the
 * taking over; then all its offices are shown.
 */
export function ofMonth(all: readonly Reported[], month: string): Reported[] {
  const groups = Map.groupBy(all, ({ obligation, period }) => `${obligation}/${period}`);
  return [...groups.values()].filter((group) => isOfMonth(group, month)).flat();
}

function isOfMonth(group: readonly Reported[], month: string): boolean {
  return group.some((each) => {
    const counted = findMonth(each);
    const handedIn = each.submittedOn?.startsWith(month) === true;
    const isAwaited = each.open || each.state === 'before';
    return counted === month || handedIn || (isAwaited && counted < month);
  });
}

/** Rows of the report in the order of the register; a direction that asks for nothing has none. */
export function reportGroups(register: Register, reported: readonly Reported[]): ReportGroup[] {
  const groups = Map.groupBy(reported, ({ obligation, period }) => `${obligation}/${period}`);
  const places = new Map(
    register.directions.flatMap((direction, at) =>
      direction.obligations.map((obligation, step) => [
        obligation.id,
        { direction, obligation, at: at * 100 + step },
      ]),
    ),
  );
  return [...groups.values()]
    .flatMap((all) => {
      const [first] = all;
      const place = first && places.get(first.obligation);
      if (first === undefined || place === undefined) return [];
      const open = all.filter((each) => each.open);
      const late = all.filter(isLate);
      const { direction, obligation, at } = place;
      const { period, due, since, dueBy } = first;
      const lateDays = Math.max(0, ...late.map((each) => each.lateDays));
      return [{ direction, obligation, period, due, since, dueBy, all, open, late, lateDays, at }];
    })
    .sort((a, b) => a.at - b.at || (a.period < b.period ? -1 : 1));
}

/** Sorts what is owed: the longest overdue first, then what is due soonest, then what has no day. */
export function owedFirst(groups: readonly ReportGroup[]): ReportGroup[] {
  return groups
    .filter(({ open }) => open.length > 0)
    .toSorted(
      (a, b) =>
        b.lateDays - a.lateDays ||
        Number(a.due === null) - Number(b.due === null) ||
        ((a.due ?? a.since) < (b.due ?? b.since) ? -1 : 1),
    );
}

type Figures = readonly Figure[];

/** Figures of one submission in words: `थाने (कुल): 40; ट्रेनिंग का दिनांक: 10.04.2019`. */
export function figureText(figures: Figures, values: FigureValues): string {
  return figures
    .flatMap((figure) => {
      const value = values[figure.id];
      return value === undefined ? [] : [`${figure.label.hi}: ${valueText(figure, value)}`];
    })
    .join('; ');
}

/** Adds up the figures of several offices; days are no sum. */
export function sumText(figures: Figures, all: readonly FigureValues[]): string {
  const sums = figures.flatMap(({ id, kind }) => {
    const values = all.map((values) => values[id]).filter((value) => typeof value === 'number');
    if (kind === 'day' || values.length === 0) return [];
    return [[id, values.reduce((sum, value) => sum + value, 0)] as const];
  });
  return figureText(figures, Object.fromEntries(sums));
}

function valueText({ kind }: Figure, value: number | string): string {
  if (typeof value === 'string') return formatDayShort(value);
  return `${kind === 'money' ? '₹ ' : ''}${formatCount(value)}`;
}
