import { addDays, type Day } from '../tracker/clock.ts';
import type { Register } from './directions.ts';
import { addMonths } from './months.ts';
import { obligationTerms, type Pause, pausedOn, type Terms } from './obligation-terms.ts';
import { type OwingOffice, occurrenceKey, officeKey } from './occurrence-key.ts';
import { isOwner } from './owing-offices.ts';
import type { Obligation } from './register.ts';
import type { Repeated, Rhythm } from './rhythm.ts';
import { daysOfRhythm } from './rhythm-days.ts';

/** Something that happened and that a direction counts from: an election is over, an officer is a station's head for the first time. */
export interface RegisterEvent {
  id: number;
  kind: string;
  day: Day;
  /** Empty for the whole state. */
  district: string;
  /** The district's range; empty for the whole state. */
  range?: string;
  zone?: string;
}

/**
 * `stated` in the paper, `computed` from the day of the meeting or event, `chosen` by headquarters so that the paper's own day
 * can be kept, `none`: no paper states one.
 */
export type DueBy = 'stated' | 'computed' | 'chosen' | 'none';

/** One office's obligation for one period. It is computed; its status is stored only once somebody has touched it. */
export interface Occurrence {
  key: string;
  direction: string;
  obligation: string;
  office: string;
  /** `2019-03` for a month, `2019-03-15` for a day, week or fortnight, `once`, `standing`, `event-7`. */
  period: string;
  /** First day on which it is owed. */
  since: Day;
  due: Day | null;
  dueBy: DueBy;
  event: number | null;
  /** Ordered once, and over before the register was taken over. */
  before: boolean;
  /** From this day a later paper no longer asks for it, or not for now. */
  endedOn: Day | null;
}

/** Selects the occurrences to compute. */
export interface OccurrenceScope {
  offices: readonly OwingOffice[];
  /** The last day on which one may begin to be owed. */
  until: Day;
  /** The day on which a direction is asked whether it is suspended, where that is not `until`. */
  on?: Day | undefined;
  /** The day of taking over: what is repeated is owed from then on. */
  from?: Day | undefined;
  events?: readonly RegisterEvent[] | undefined;
  /** Days from which computed dates count, by paper, where an officer has set another than the paper's own. */
  bases?: Readonly<Record<string, Day>> | undefined;
  /** Ids of directions; all without it. */
  directions?: ReadonlySet<string> | undefined;
}

/** One period of an obligation, the same for all its offices. */
type Period = Omit<Occurrence, 'key' | 'direction' | 'obligation' | 'office'> & {
  event: number | null;
};
interface Named {
  office: OwingOffice;
  key: string;
}
interface ExpansionContext {
  scope: OccurrenceScope;
  paperDay: Day;
  base: Day;
  isTracked: boolean;
  expand: typeof daysOfRhythm;
}

/** Occurrences of all these offices, by direction, period and office. Expands each rhythm once for all offices. */
export function occurrences(register: Register, scope: OccurrenceScope): Occurrence[] {
  const papers = new Map(register.papers.map((paper) => [paper.id, paper]));
  const named = scope.offices.map((office) => ({ office, key: officeKey(office) }));
  const found: Occurrence[] = [];
  const expand = createExpansion();
  for (const direction of register.directions) {
    if (scope.directions?.has(direction.id) === false) continue;
    const paperDay = papers.get(direction.paper)?.day;
    if (paperDay === undefined)
      throw new Error(
        `Expected a paper of the register for ${direction.id}, got "${direction.paper}"`,
      );
    if (paperDay > scope.until) continue;
    const base = scope.bases?.[direction.paper] ?? paperDay;
    for (const obligation of direction.obligations) {
      const isTracked = obligation.tracker !== undefined;
      const context = { scope, paperDay, base, isTracked, expand };
      for (const [office, period] of owedBy(obligation, register, named, context)) {
        const id = { obligation: obligation.id, office, period: period.period };
        found.push({ key: occurrenceKey(id), direction: direction.id, ...id, ...period });
      }
    }
  }
  return found;
}

function owedBy(
  obligation: Obligation,
  { amendments }: Register,
  named: readonly Named[],
  context: ExpansionContext,
): (readonly [office: string, Period])[] {
  const { terms, pauses } = obligationTerms(obligation, amendments);
  const begun = terms.filter(({ from }) => from <= context.scope.until);
  const parts = begun.map((own) => {
    const owing = named.filter(({ office }) => own.owners.some((one) => isOwner(one, office)));
    return { own, owing };
  });
  // Where no paper changed anything, and nothing can occur twice.
  if (terms.length === 1 && pauses.length === 0) {
    const [first] = parts;
    return first === undefined || first.owing.length === 0 ? [] : repeat(first, pauses, context);
  }
  const found = new Map<string, readonly [string, Period]>();
  for (const part of parts) {
    endWithFormer(found, part);
    for (const [office, period] of repeat(part, pauses, context)) {
      const key = `${office}/${period.period}`;
      const earlier = found.get(key)?.[1];
      // What was owed by a day before the change stays as it was.
      if (earlier !== undefined && (isRepeated(part.own) || isDueBefore(earlier, part.own)))
        continue;
      const since = earlier?.since ?? period.since;
      found.set(key, [office, { ...period, since }]);
    }
  }
  return [...found.values()];
}

/** Ends one-off obligations of an office that a later paper no longer names. */
function endWithFormer(found: Map<string, readonly [string, Period]>, part: Part): void {
  const goesOn = new Set(isRepeated(part.own) ? [] : part.owing.map(({ key }) => key));
  for (const [key, [office, period]] of found) {
    const isRecurring = /^\d{4}-/.test(period.period);
    if (isRecurring || period.event !== null || goesOn.has(office)) continue;
    if (isDueBefore(period, part.own) || part.own.from === '') continue;
    found.set(key, [office, { ...period, endedOn: period.endedOn ?? part.own.from }]);
  }
}

const isRepeated = ({ rhythm }: Terms) => rhythm.kind === 'every';
const isDueBefore = ({ due }: Period, { from }: Terms) => due !== null && due < from;

interface Part {
  own: Terms;
  owing: readonly Named[];
}

function repeat(
  { own, owing }: Part,
  pauses: readonly Pause[],
  context: ExpansionContext,
): (readonly [string, Period])[] {
  return listPeriods(own, pauses, context).flatMap(({ place, ...period }) =>
    owing
      .filter(({ office }) => owes(office, period, place))
      .map(({ key, office }) => [key, endWithOffice(period, office)] as const),
  );
}

/** Ends what is not due before its office ended. */
function endWithOffice(period: Period, { endedOn }: OwingOffice): Period {
  if (endedOn === undefined || (period.due !== null && period.due < endedOn)) return period;
  return { ...period, endedOn: period.endedOn ?? endedOn };
}

/** An office that has ended owes nothing that begins later. */
function owes(office: OwingOffice, { since }: Period, place: RegisterEvent | undefined): boolean {
  const { endedOn = since } = office;
  return since <= endedOn && (place === undefined || isOfPlace(office, place));
}

function isOfPlace({ role, area }: OwingOffice, place: RegisterEvent): boolean {
  if (role === 'district') return area === place.district;
  if (role === 'range' || role === 'zone') return area === place[role];
  return true;
}

function listPeriods(
  { from: begins, to: ends, rhythm }: Terms,
  pauses: readonly Pause[],
  { scope, paperDay, base, isTracked, expand }: ExpansionContext,
): (Period & { place?: RegisterEvent })[] {
  const { until, from = '', events = [] } = scope;
  const since = pickLater(paperDay, begins);
  const holds = (day: Day) =>
    day >= begins && (ends === null || day < ends) && pausedOn(pauses, day) === undefined;
  switch (rhythm.kind) {
    case 'none':
    case 'standing':
    case 'once': {
      const due = rhythm.kind === 'once' ? onceDue(rhythm, begins === '' ? base : since) : null;
      const isStanding = rhythm.kind === 'standing';
      const isOver = !isStanding && isOverBefore({ since, due }, from, isTracked);
      return [
        {
          period: isStanding ? 'standing' : 'once',
          since: isStanding ? pickLater(since, from > until ? since : from) : since,
          due,
          dueBy: findDueBy(rhythm),
          event: null,
          before: isOver,
          endedOn: findPause({ due }, pauses, scope.on ?? until),
        },
      ];
    }
    case 'every':
      return expand(rhythm, paperDay, addDays(until, rhythm.openDays))
        .filter((day) => day >= from && holds(day))
        .map((day) => ({
          period: findPeriod(rhythm, day),
          since: pickLater(addDays(day, -rhythm.openDays), since),
          due: rhythm.dated ? day : null,
          dueBy: rhythm.dated ? (rhythm.chosenDay ? 'chosen' : 'stated') : 'none',
          event: null,
          before: false,
          endedOn: null,
        }));
    case 'on':
      return events
        .filter(({ kind, day }) => kind === rhythm.event && day <= until && holds(day))
        .map((event) => {
          const due = rhythm.withinDays === null ? null : addDays(event.day, rhythm.withinDays);
          return {
            period: `event-${event.id}`,
            since: event.day,
            due,
            dueBy: due === null ? 'none' : 'computed',
            event: event.id,
            before: isOverBefore({ since: event.day, due }, from, isTracked),
            endedOn: null,
            ...(event.district === '' ? {} : { place: event }),
          };
        });
  }
}

function findDueBy(rhythm: Exclude<Rhythm, { kind: 'every' | 'on' }>): DueBy {
  if (rhythm.kind !== 'once') return 'none';
  return rhythm.by === undefined ? 'computed' : 'stated';
}

/** Obligations that the tracker counts continue without a due day; everything else ordered before `from` is over. */
function isOverBefore(
  { since, due }: { since: Day; due: Day | null },
  from: Day | '',
  isTracked: boolean,
): boolean {
  return since < from && (due === null ? !isTracked : due < from);
}

/** A pause ends what is not yet due; what was due before it stays owed. */
function findPause({ due }: { due: Day | null }, pauses: readonly Pause[], on: Day): Day | null {
  const pause = pausedOn(pauses, on);
  return pause === undefined || (due !== null && due < pause.from) ? null : pause.from;
}

function findPeriod({ period, reports }: Repeated, day: Day): string {
  if (period === 'day' || period === 'week' || period === 'fortnight') return day;
  return (reports === 'month-before' ? addMonths(day, -1) : day).slice(0, 7);
}

/** Several directions are due on the same 5th: each rhythm is expanded once. */
function createExpansion(): typeof daysOfRhythm {
  const known = new Map<string, Day[]>();
  return (when, since, until) => {
    const key = `${when.period} ${when.day} ${when.month} ${since} ${until}`;
    const days = known.get(key) ?? daysOfRhythm(when, since, until);
    known.set(key, days);
    return days;
  };
}

function onceDue({ by, within }: Extract<Rhythm, { kind: 'once' }>, base: Day): Day {
  if (by !== undefined) return by;
  return addDays(addMonths(base, within?.months ?? 0), within?.days ?? 0);
}

const pickLater = (a: Day, b: Day | '') => (a > b ? a : b);
