import { formatDay } from '../../../../campaigns/numbers.ts';
import { timeZone, toDay, toTime } from '../../../../campaigns/tracker/clock.ts';
import type { Language } from '../../../i18n/language.ts';

/** A moment as it is read in Uttar Pradesh: 12 अप्रैल 2019, 15:05 बजे; in English 12 Apr 2019, 3:05 pm. */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  if (language === 'en') return english.format(at);
  // Our names of the months: those of browsers differ.
  return `${formatDay(toDay(at), 'hi')}, ${toTime(at)} बजे`;
}

const english = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone,
});
