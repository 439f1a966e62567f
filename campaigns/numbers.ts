import { languageFacts, type OwnLanguage } from './language.ts';

/** Latin digits by default; Devanagari ones where the reader asks for them. */
export type Digits = 'latin' | 'devanagari';
export interface NumberFormat {
  digits?: Digits;
  fractionDigits?: number;
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A count grouped the Indian way: 2,50,000. Rounds to `fractionDigits`, by default to whole numbers. */
export function formatCount(value: number, format: NumberFormat = {}): string {
  const [whole = '', fraction] = Math.abs(value)
    .toFixed(format.fractionDigits ?? 0)
    .split('.');
  const grouped = groupIndian(whole);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const isZero = !/[1-9]/.test(text);
  return withDigits(value < 0 && !isZero ? `−${text}` : text, format.digits);
}

function groupIndian(digits: string): string {
  const groups = [digits.slice(-3)];
  for (let end = digits.length - 3; end > 0; end -= 2) {
    groups.unshift(digits.slice(Math.max(0, end - 2), end));
  }
  return groups.join(',');
}

/** A share of 1 as a percentage; a share that is not quite all or nothing never reads 100 % or 0 %. */
export function formatShare(share: number, format: NumberFormat = {}): string {
  const step = 10 ** -(format.fractionDigits ?? 0);
  const percent = share * 100;
  const shown = share <= 0 || share >= 1 ? percent : Math.min(100 - step, Math.max(step, percent));
  return `${formatCount(shown, format)}%`;
}

/** A day as it is spoken: 12 अप्रैल 2019, 12 April 2019. */
export function formatDay(day: string, language: OwnLanguage | 'en', digits?: Digits): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const months = language === 'en' ? englishMonths : languageFacts[language].months;
  const name = months[Number(month) - 1];
  if (name === undefined) throw new Error(`Expected a day as YYYY-MM-DD for \`day\`, got "${day}"`);
  return withDigits(`${Number(date)} ${name} ${year}`, digits);
}

/** A day without its year: 12 अप्रैल, 12 April. */
export function formatDayOfYear(day: string, language: OwnLanguage | 'en'): string {
  return formatDay(day, language).split(' ').slice(0, 2).join(' ');
}

/** A month YYYY-MM as it is spoken: नवम्बर 2026, November 2026. */
export function formatMonth(month: string, language: OwnLanguage | 'en'): string {
  return formatDay(`${month}-01`, language).split(' ').slice(1).join(' ');
}

/** A day as office letters write it: 12.04.2019. */
export function formatDayShort(day: string, digits?: Digits): string {
  return withDigits(day.split('-').reverse().join('.'), digits);
}

/** Reads a count as people write it: 162345, 1,62,345, १,६२,३४५. Undefined for anything that is not a count. */
export function parseCount(text: string): number | undefined {
  const latin = latinDigits(text.trim());
  if (
    !/^\d+$/.test(latin) &&
    !/^\d{1,3}(,\d{2})*,\d{3}$/.test(latin) &&
    !/^\d{1,3}(,\d{3})+$/.test(latin)
  ) {
    return undefined;
  }
  const value = Number(latin.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Digits of the own languages as Latin ones; everything else stays. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const zero = zeros.find(
      (own) => digit >= own && digit <= String.fromCharCode(own.charCodeAt(0) + 9),
    );
    return zero === undefined ? digit : String(digit.charCodeAt(0) - zero.charCodeAt(0));
  });
}

const zeros = [...new Set(Object.values(languageFacts).map(({ zero }) => zero))];

function withDigits(text: string, digits: Digits = 'latin'): string {
  if (digits === 'latin') return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode('०'.charCodeAt(0) + Number(digit)));
}
