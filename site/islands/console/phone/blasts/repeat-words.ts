import {
  listRoundDays,
  placeInMonth,
  type RepeatRule,
  type Rhythm,
  toWeekday,
} from '../../../../../campaigns/messages/repeat-days.ts';
import type { Language } from '../../../../i18n/language.ts';
import { seriesWordsIn } from './series-words.ts';

/** A rhythm as it follows from the first day: “every month, on the first Tuesday”. */
export function sayRhythm(rhythm: Rhythm, first: string, language: Language): string {
  const words = seriesWordsIn(language);
  return words.rhythms[rhythm]({
    weekday: words.weekdays[toWeekday(first)] ?? '',
    place: words.places[placeInMonth(first) - 1] ?? '',
    date: Number(first.slice(8, 10)),
  });
}

/** The same with how often and until when. */
export function sayRepeat(rule: RepeatRule, first: string, language: Language): string {
  const days = listRoundDays(rule, first);
  const end = seriesWordsIn(language).days(days.length, days.at(-1) ?? first);
  return `${sayRhythm(rule.rhythm, first, language)} · ${end}`;
}
