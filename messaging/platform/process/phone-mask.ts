const digit = '[0-9०-९]';
const escaped = '%[0-9A-Fa-f]{2}';
/**
 * Characters that people and addresses put between the digits: blanks, hyphens, dots and brackets, also escaped in a
 * URL.
 */
const between = '(?:[ \\t\\u00a0.()\\[\\]+\\-‐‑–]|%20|%C2%A0|%2[8-9DEde]|%09){0,3}';
const country = `(?:\\+|00|0|%2[Bb])?(?:91|९१)${between}(?:0${between})?`;
const trunk = `[0०]${between}`;
/** Ten digits from 6 to 9, with 0, 91, +91 or 0091 before them, not in the middle of a longer run of digits. */
const phoneNumber = `(?<!${digit}(?<!${escaped}))(?:${country}|${trunk})?[6-9६-९](?:${between}${digit}){9}(?!${digit})`;

/** Ids and hashes: the digits in them are no number, and they must stay what they are. */
const identifier =
  '(?<![0-9a-fA-F])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,})(?![0-9a-fA-F])';
/** 2019-04-12, 12.04.2019, 12-04-2019, with the time behind a day of ISO 8601. */
const day = `(?<!${digit})(?:(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?:[T ][0-2]\\d:[0-5]\\d(?::[0-6]\\d(?:\\.\\d+)?)?)?|[0-3]?\\d([-./])[01]?\\d\\2(?:19|20)\\d\\d)(?!${digit})`;
/** Amounts that say what they are. */
const amount = `(?:₹|\\b(?:Rs|INR)\\b\\.?|रु\\.?) ?[0-9०-९,]+(?:\\.${digit}+)?`;
const masked = '\\[phone …..\\]';

const keptOrNumber = new RegExp(
  `(${[identifier, day, amount, masked].join('|')})|${phoneNumber}`,
  'gu',
);
/** Cheap: whether a text may hold a number at all. */
export const numberLike = new RegExp(phoneNumber, 'u');

/** A text with every Indian mobile number cut to its last two digits. */
export function maskPhoneNumbers(text: string): string {
  return text.replace(keptOrNumber, (found: string, ...rest: unknown[]) => {
    const [kept] = rest;
    if (kept !== undefined) return found;
    // Behind the groups, of which there are two: the place.
    const at = Number(rest[2]);
    if (isPartOfNumber(found, text.slice(0, at), text.slice(at + found.length))) return found;
    return `[phone …${lastDigits(found)}]`;
  });
}

/**
 * Whether ten digits with something between them are a decimal, an address of a network or a part of another number.
 */
function isPartOfNumber(found: string, before: string, after: string): boolean {
  const decimals = /^\.[0-9]{2}(?![0-9.])/.test(after);
  const plain = found.replace(/%[0-9A-Fa-f]{2}/g, ' ');
  const groups = plain.split(/[^0-9०-९]+/).filter((group) => group !== '');
  if (groups.length === 1) return decimals;
  if (/[0-9०-९][-.:/]$/.test(before) || /^[-.:/][0-9०-९]/.test(after)) return true;
  // 98765.43210 is how people write it; 98765432.10 and 9.876543210 are measures, 98.176.154.32 is an address.
  if (!/^[0-9०-९.]+$/.test(plain) || plain.includes('..')) return false;
  const [first = '', second = ''] = groups;
  if (groups.length === 2) return first.length !== 5 && second.length !== 5;
  return groups.length === 4 || groups.some((group) => group.length === 1);
}

function lastDigits(found: string): string {
  return found
    .replace(/%[0-9A-Fa-f]{2}/g, '')
    .replace(/[^0-9०-९]/g, '')
    .slice(-2);
}
