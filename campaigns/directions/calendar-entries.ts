import type { Bilingual } from '../bilingual.ts';
import { formatDay } from '../numbers.ts';
import type { Day } from '../tracker/clock.ts';
import { dueByWords, periodText, rhythmText } from '../words/direction-words.ts';
import { findObligation, obligationTitle, type Register } from './directions.ts';
import type { Stated } from './listing.ts';
import { addMonths } from './months.ts';
import { isLate } from './occurrence-state.ts';

/** One thing that an office owes, as an entry of its calendar: whole days, without a name of a person. */
export interface CalendarEntry {
  /** The same for as long as the office owes it: `L3/2019-03`, `4B-ii/event-7`. */
  id: string;
  first: Day;
  /** The day that is due; the same as `first` but for what is done within some days. */
  last: Day;
  /** False for what begins on its day and has none that is due. */
  isDue: boolean;
  summary: Bilingual;
  /** Lines. */
  description: Bilingual;
  /** Address of its page, after that of the register. */
  query: string;
}

const monthsAhead = 6;

export interface CalendarScope {
  today: Day;
  /** Days from which computed dates count, by paper, where an officer has set another than the paper's own. */
  bases: Readonly<Record<string, Day>>;
}

/** The day up to which a calendar looks ahead: programs refresh twice a day. */
export function calendarUntil(today: Day): Day {
  return addMonths(today, monthsAhead);
}

/**
 * The calendar of an office: what it has to do, late or not yet due, each on its day. What was handed in or accepted is not in
 * it, nor what no paper states a day for; a training that a direction asks for after an event is on the day of the event.
 */
export function calendarEntries(
  register: Register,
  stated: readonly Stated[],
  scope: CalendarScope,
): CalendarEntry[] {
  return stated.flatMap((own) => {
    const paper = findPaper(register, own);
    if (!own.open || own.before || paper === undefined || paper.day > scope.today) return [];
    if (own.due === null && own.event === null) return [];
    return [toEntry(register, own, scope)];
  });
}

const findPaper = (register: Register, { obligation }: Stated) => {
  const paper = findObligation(register, obligation)?.direction.paper;
  return register.papers.find(({ id }) => id === paper);
};

function toEntry(register: Register, own: Stated, { bases }: CalendarScope): CalendarEntry {
  const { obligation, period, key, since } = own;
  const last = own.due ?? since;
  const part = findObligation(register, obligation);
  const title =
    part === undefined
      ? { hi: obligation, en: obligation }
      : obligationTitle(part.direction, part.obligation);
  const month = /^\d{4}-\d{2}$/.test(period);
  const about = (language: 'hi' | 'en') =>
    month ? `${title[language]}, ${periodText(period, language)}` : title[language];
  const mark = (hi: string, en: string, isMarked: boolean) =>
    isMarked ? { hi: `${hi}: `, en: `${en}: ` } : { hi: '', en: '' };
  const marks = [mark('विलंबित', 'Late', isLate(own)), mark('आरंभ', 'Begins', own.due === null)];
  const marked = (language: 'hi' | 'en') => marks.map((words) => words[language]).join('');
  return {
    id: `${obligation}/${period}`,
    // Before its day it can be done only where the paper gives a span within its own month.
    first: since.slice(0, 7) === last.slice(0, 7) && isSpan(register, own) ? since : last,
    last,
    isDue: own.due !== null,
    summary: { hi: `${marked('hi')}${about('hi')}`, en: `${marked('en')}${about('en')}` },
    description: describe(register, own, bases),
    query: `key=${key}`,
  };
}

/** A report about the month before is due on one day; a report about its own month is a span of days. */
function isSpan(register: Register, { obligation }: Stated): boolean {
  const rhythm = findObligation(register, obligation)?.obligation.rhythm;
  return rhythm?.kind === 'every' && rhythm.reports === 'own-month';
}

function describe(register: Register, own: Stated, bases: CalendarScope['bases']): Bilingual {
  const part = findObligation(register, own.obligation);
  const paper = findPaper(register, own);
  if (part === undefined || paper === undefined) return { hi: '', en: '' };
  const { direction, obligation } = part;
  const when = rhythmText(obligation.rhythm, bases[paper.id] ?? paper.day);
  const due = (language: 'hi' | 'en') =>
    own.due === null
      ? ''
      : `; ${formatDay(own.due, language)}${dueByWords[own.dueBy]?.[language] ?? ''}`;
  return {
    hi: [
      `क्या देना है: ${obligation.owed.hi}`,
      `समय-सीमा: ${when.hi}${due('hi')}`,
      `निर्देश ${direction.id}: ${direction.quote}`,
      `${paper.title.hi}, ${direction.point.hi}, ${formatDay(paper.day, 'hi')}`,
    ].join('\n'),
    en: [
      `What is owed: ${obligation.owed.en}`,
      `When: ${when.en}${due('en')}`,
      `Direction ${direction.id}: ${direction.quote}`,
      `${paper.title.en}, ${direction.point.en}, ${formatDay(paper.day, 'en')}`,
    ].join('\n'),
  };
}
