import { timeZone } from '../../../campaigns/tracker/clock.ts';
import type { Language } from '../../i18n/language.ts';

/** A moment as it is read in Uttar Pradesh: 12 अप्रैल 2019, 15:05; in English 12 Apr 2019, 3:05 pm. */
export function formatMoment(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    // Hindi has no short word for am and pm, and the hours of a blast stand so too.
    ...(language === 'hi' && { hourCycle: 'h23' }),
    timeZone,
  }).format(new Date(moment));
}
