import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { RejectReason } from '../../contract/values.ts';
import { Refusal } from '../../platform/process/refusal.ts';

export type Classified =
  | { kind: 'mobile'; msisdn: number }
  | { kind: 'rejected'; reason: RejectReason };

const indianMobile = /^(?:\+?91|0091|0)?([6-9]\d{9})$/;
const noise = /[\s().\u00A0\u200B-\u200F\uFEFF-]/g;
const devanagariDigit = /[०-९]/g;

const unasked = 0;
const mobile = 1;
const landline = 2;
const unassigned = 3;
/**
 * The kind of a number depends on its first five digits only; libphonenumber is asked once for each of them.
 * Alone it does about 100,000 numbers a second.
 */
const kindByPrefix = new Uint8Array(100_000);

/** Classifies one cell: an Indian mobile as 91 and ten digits, or why it is not one. */
export function classifyNumber(cell: string): Classified {
  const quick = indianMobile.exec(cell);
  if (quick?.[1] !== undefined) return byPrefix(quick[1]);
  // 9.87654E+11: a spreadsheet has rounded the number away.
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(cell.trim())) return rejected('spreadsheet-damaged');
  const clean = cell
    .replace(/^\s*['’]/, '')
    .replace(/^\s*tel:/i, '')
    .replace(devanagariDigit, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/^(\d{10,13})\.0+$/, '$1')
    .replace(noise, '');
  const cleaned = indianMobile.exec(clean);
  if (cleaned?.[1] !== undefined) return byPrefix(cleaned[1]);
  if (!/^\+?\d{5,15}$/.test(clean)) return rejected('malformed');
  const parsed = parsePhoneNumberFromString(clean, 'IN');
  if (parsed === undefined || !parsed.isValid()) return rejected('malformed');
  return rejected(parsed.country === 'IN' ? 'landline' : 'foreign');
}

function byPrefix(national: string): Classified {
  const prefix = Number(national.slice(0, 5));
  let kind = kindByPrefix[prefix] ?? unasked;
  if (kind === unasked) {
    kind = ask(national);
    kindByPrefix[prefix] = kind;
  }
  if (kind === mobile) return { kind: 'mobile', msisdn: 910_000_000_000 + Number(national) };
  return rejected(kind === landline ? 'landline' : 'malformed');
}

function ask(national: string): number {
  const parsed = parsePhoneNumberFromString(`+91${national}`);
  if (parsed === undefined || !parsed.isValid()) return unassigned;
  const type = parsed.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? mobile : landline;
}

function rejected(reason: RejectReason): Classified {
  return { kind: 'rejected', reason };
}

/** Shows the last two digits only: enough to tell rows apart beside a person who asks. */
export function maskNumber(e164: string): string {
  return `${e164.slice(0, 3)}${'•'.repeat(Math.max(0, e164.length - 5))}${e164.slice(-2)}`;
}

/**
 * Reads a number from a form into E.164; it is in bodies only, never in a URL.
 * @throws a refusal when it is no Indian mobile number
 */
export function parseMobileNumber(cell: string): string {
  const classified = classifyNumber(cell);
  if (classified.kind === 'rejected') throw new Refusal('no-mobile-number');
  return `+${classified.msisdn}`;
}

/**
 * Reads a number that may be looked up, deleted or stopped: an Indian mobile number, or one of the sample.
 * @throws a refusal when it is neither
 */
export function parseHeldNumber(cell: string): string {
  const digits = cell.replace(/[\s+-]/g, '');
  const e164 = `+${digits.length === 10 ? '91' : ''}${digits}`;
  return isSampleNumber(e164) ? e164 : parseMobileNumber(cell);
}

/** 50000 00001 and on: no mobile number begins with 5, and no town of India has the STD code 500. */
export const sampleNumbers = { from: 915_000_000_001, to: 915_000_009_999 };

/** Whether a number in E.164 is one of the sample, which nobody has. */
export function isSampleNumber(e164: string): boolean {
  const msisdn = Number(e164.replace('+', ''));
  return msisdn >= sampleNumbers.from && msisdn <= sampleNumbers.to;
}
