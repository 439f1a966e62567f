import { languageFacts } from '../../campaigns/language.ts';
import { formatDayOfYear, formatDay as spokenDay } from '../../campaigns/numbers.ts';
import { timeZone, toDay, toTime } from '../../campaigns/tracker/clock.ts';
import type { Language } from './language.ts';
import { languageTag, ownLanguage } from './own-language.ts';

const locales = { hi: languageFacts[ownLanguage].locale, en: 'en-IN' } as const;
const numbers = { hi: new Intl.NumberFormat(locales.hi), en: new Intl.NumberFormat(locales.en) };

/** Grouped the Indian way: 2,50,000. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** An amount in paise as rupees, with paise only where there are some: ₹12,500, ₹0.15. */
export function formatRupees(paise: number, language: Language): string {
  const digits = paise % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'INR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(paise / 100);
}

/** A calendar day YYYY-MM-DD as 30 अप्रैल 2019. */
export function formatDay(day: string, language: Language): string {
  return spokenDay(day, languageTag(language));
}

/** A calendar day without its year: 12 अप्रैल. */
export function formatShortDay(day: string, language: Language): string {
  return formatDayOfYear(day, languageTag(language));
}

/** A moment as it is read in Uttar Pradesh: 12 अप्रैल 2019, 15:05 बजे; in English 12 Apr 2019, 3:05 pm. */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  if (language === 'en') return englishMoment.format(at);
  // Our names of the months: those of browsers differ.
  return `${spokenDay(toDay(at), 'hi')}, ${toTime(at)} बजे`;
}

const englishMoment = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone,
});

/** A part of one as per cent without decimals: 71 %. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A chance as per cent. A forecast is never certain: 100 % and 0 % would say more than is known. */
export function formatChance(probability: number): string {
  if (probability > 0.99) return '> 99%';
  return probability < 0.01 ? '< 1%' : formatShare(probability);
}

/** Size of a file as people read it beside a link: 480 kB, 1.3 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** The same for one language of the pages. */
const inLanguage = (language: Language) => ({
  number: (value: number) => formatNumber(value, language),
  rupees: (paise: number) => formatRupees(paise, language),
  day: (day: string) => formatDay(day, language),
  shortDay: (day: string) => formatShortDay(day, language),
  moment: (moment: string) => formatMoment(moment, language),
});
export const formats = { hi: inLanguage('hi'), en: inLanguage('en') };
