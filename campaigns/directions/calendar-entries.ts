import type { Bilingual } from '../bilingual.ts';
import { formatDay } from '../numbers.ts';
import { addDays, type Day } from '../tracker/clock.ts';
import { rhythmText } from '../words/direction-words.ts';
import type { Register, RegisteredDirection } from './directions.ts';
import { addMonths } from './months.ts';
import { type OwingOffice, officeKey } from './occurrence-key.ts';
import { type Occurrence, occurrences, type RegisterEvent } from './occurrences.ts';
import { isOwner } from './owing-offices.ts';
import { daysOfRule } from './recurrence.ts';
import type { Obligation } from './register.ts';
import type { Rhythm } from './rhythm.ts';

/** What one office owes by the register, as one entry of its calendar: whole days, without a name of a person. */
export interface CalendarEntry {
  /** The same for as long as the office owes it: `L3`, `4B-ii/event-7`. */
  id: string;
  first: Day;
  /** The same as `first` but for what is done within some days. */
  last: Day;
  /** RFC 5545 RRULE of the first days; null for what is owed once. */
  rule: string | null;
  summary: Bilingual;
  /** Lines. */
  description: Bilingual;
  /** Address of its page, after that of the register. */
  query: string;
}

export interface CalendarScope {
  office: OwingOffice;
  today: Day;
  events: readonly RegisterEvent[];
  /** Days from which computed dates count, where an officer has set another than the paper's own. */
  bases: Readonly<Record<string, Day>>;
}

type Paper = Register['papers'][number];

interface Owed {
  direction: RegisteredDirection;
  obligation: Obligation;
  paper: Paper;
}

/**
 * The calendar of an office. What no paper states a day for is not in it; a training that a direction asks for after an event
 * stands on the day of the event, as its beginning.
 */
export function calendarEntries(register: Register, scope: CalendarScope): CalendarEntry[] {
  const { office, today, events, bases } = scope;
  const key = officeKey(office);
  const single = Map.groupBy(
    occurrences(register, { offices: [office], until: today, events, bases }),
    ({ obligation }) => obligation,
  );
  return register.directions.flatMap((direction) => {
    const paper = register.papers.find(({ id }) => id === direction.paper);
    if (paper === undefined || paper.day > today) return [];
    return direction.obligations
      .filter(({ owners }) => owners.some((own) => isOwner(own, office)))
      .flatMap((obligation) => {
        const owed = { direction, obligation, paper };
        const own = single.get(obligation.id) ?? [];
        switch (obligation.rhythm.kind) {
          case 'every':
            return repeatedEntry(owed, obligation.rhythm, key);
          case 'once':
            return own.flatMap((each) => onceEntry(owed, each, bases[paper.id]));
          case 'on':
            return own.flatMap((each) => eventEntry(owed, each, scope.events));
          default:
            return [];
        }
      });
  });
}

function repeatedEntry(
  owed: Owed,
  rhythm: Extract<Rhythm, { kind: 'every' }>,
  office: string,
): CalendarEntry[] {
  const { direction, obligation, paper } = owed;
  const [due] = daysOfRule(rhythm.rule, paper.day, addMonths(paper.day, 12));
  if (!rhythm.dated || due === undefined) return [];
  const window = windowOf(rhythm);
  const about = {
    hi: 'पिछले माह के सम्बन्ध में',
    en: 'about the month before',
  };
  return [
    {
      id: obligation.id,
      first: addDays(due, -window.days),
      last: due,
      rule: window.rule,
      summary: titleOf(owed),
      description: describe(owed, [
        rhythmText(rhythm, paper.day),
        ...(rhythm.reports === 'month-before' ? [about] : []),
      ]),
      query: `direction=${direction.id}&office=${office}`,
    },
  ];
}

/**
 * What is about its own month is done within the days that the paper gives; what is about the month before is due on its day.
 * Days that reach into another month cannot be written as a rule: the last day alone then stands.
 */
function windowOf({ rule, reports, openDays }: Extract<Rhythm, { kind: 'every' }>) {
  const day = Number(/BYMONTHDAY=(\d+)/.exec(rule)?.[1] ?? 0);
  if (reports !== 'own-month' || openDays === 0 || day <= openDays) return { rule, days: 0 };
  return { rule: rule.replace(/BYMONTHDAY=\d+/, `BYMONTHDAY=${day - openDays}`), days: openDays };
}

function onceEntry(owed: Owed, { key, due }: Occurrence, base: Day | undefined): CalendarEntry[] {
  const { obligation, paper } = owed;
  if (due === null) return [];
  const moved = base !== undefined &&
    base !== paper.day && [
      { hi: `गणना ${formatDay(base, 'hi')} से`, en: `counted from ${formatDay(base, 'en')}` },
    ];
  return [
    {
      ...{ id: obligation.id, first: due, last: due, rule: null, summary: titleOf(owed) },
      description: describe(owed, [rhythmText(obligation.rhythm, paper.day), ...(moved || [])]),
      query: `key=${key}`,
    },
  ];
}

function eventEntry(
  owed: Owed,
  { key, due, since, event, period }: Occurrence,
  events: CalendarScope['events'],
): CalendarEntry[] {
  const { obligation, paper } = owed;
  const found = events.find(({ id }) => id === event);
  const title = titleOf(owed);
  const begins = {
    hi: `घटना का दिनांक ${formatDay(since, 'hi')}`,
    en: `day of the event: ${formatDay(since, 'en')}`,
  };
  const summary = due === null ? { hi: `आरम्भ: ${title.hi}`, en: `Begins: ${title.en}` } : title;
  const day = due ?? since;
  return [
    {
      ...{ id: `${obligation.id}/${period}`, first: day, last: day, rule: null },
      summary: found?.sample ? { hi: `नमूना: ${summary.hi}`, en: `Sample: ${summary.en}` } : summary,
      description: describe(owed, [rhythmText(obligation.rhythm, paper.day), begins]),
      query: `key=${key}`,
    },
  ];
}

/** The title, with what is owed where one direction asks for several things. */
function titleOf({ direction: { title, obligations }, obligation: { owed } }: Owed): Bilingual {
  if (obligations.length === 1) return title;
  return { hi: `${title.hi}: ${owed.hi}`, en: `${title.en}: ${owed.en}` };
}

function describe({ direction, obligation, paper }: Owed, when: readonly Bilingual[]): Bilingual {
  const { owed } = obligation;
  const all = (language: 'hi' | 'en') => when.map((words) => words[language]).join('; ');
  return {
    hi: [
      `क्या देना है: ${owed.hi}`,
      `समय-सीमा: ${all('hi')}`,
      `निर्देश ${direction.id}: ${direction.quote}`,
      `${paper.title.hi}, ${direction.point.hi}, ${formatDay(paper.day, 'hi')}`,
    ].join('\n'),
    en: [
      `What is owed: ${owed.en}`,
      `When: ${all('en')}`,
      `Direction ${direction.id}: ${direction.quote}`,
      `${paper.title.en}, ${direction.point.en}, ${formatDay(paper.day, 'en')}`,
    ].join('\n'),
  };
}
