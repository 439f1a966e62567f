import { dayMs } from '../durations.ts';
import { latinDigits, parseCount } from '../numbers.ts';
import { type Day, eachDay, isDay } from '../tracker/clock.ts';
import { spellAsHouse } from '../words/house-spellings.ts';
import type { Field } from './field.ts';

/** Parses a field's text into the value that an entry holds; undefined where the field does not take it. */
export function parseField(
  { type, options = {} }: Field,
  text: string,
): number | string | string[] | undefined {
  switch (type) {
    case 'count':
      return parseCount(text);
    case 'measure':
      return parseMeasure(text);
    case 'money':
      return parsePaise(text);
    case 'choice':
      return Object.entries(options).find(([value, label]) =>
        [value, ...label].some((name) => plain(name) === plain(text)),
      )?.[0];
    case 'names':
      return text
        .split(/[,;،]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'day':
      return parseDay(text);
    default:
      return text;
  }
}

/** A number with a decimal point, in the digits of any script: 1.5, १.५. Undefined for anything else. */
function parseMeasure(text: string): number | undefined {
  const value = latinDigits(text.trim());
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** An amount in rupees as people write it, in paise: 1,250, ₹ 74.50, १२५०. Undefined for anything else. */
export function parsePaise(text: string): number | undefined {
  const amount = latinDigits(text.trim()).replace(/^(?:₹|रु०?\.?|rs\.?|inr)\s*/i, '');
  const [whole = '', paise = '', ...more] = amount.split('.');
  const rupees = parseCount(whole);
  if (rupees === undefined || more.length > 0 || !/^\d{0,2}$/.test(paise)) return undefined;
  const value = rupees * 100 + Number(paise.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** DD.MM.YYYY, YYYY-MM-DD or a spreadsheet's own count of days. */
export function parseDay(text: string): Day | undefined {
  const latin = latinDigits(text);
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(latin) ?? [];
  const serial = /^\d{5}(\.0+)?$/.test(latin) ? Number(latin) : undefined;
  const day =
    serial !== undefined
      ? new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString().slice(0, 10)
      : year === ''
        ? latin
        : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function plain(name: string): string {
  return spellAsHouse(name).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A first and a last day, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** As an interval of ISO 8601: 2019-04-05/2019-04-11. */
export function dayRangeText({ from, to }: DayRange): string {
  return `${from}/${to}`;
}

/** Undefined for anything that is no interval of two days, the first not after the last. */
export function readDayRange(text: unknown): DayRange | undefined {
  if (typeof text !== 'string') return undefined;
  const [from = '', to = '', ...more] = text.split('/');
  return more.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

export function daysIn({ from, to }: DayRange): number {
  return eachDay(from, to).length;
}
