const digit = '[0-9०-९]';
/** Ten digits from 6 to 9, with 0, 91, +91 or 0091 before them, single blanks or hyphens between. */
const phoneNumber = `(?<!${digit}(?<!%[0-9A-Fa-f]{2}))(?:(?:\\+|00|%2[Bb])?(?:91|९१)[ -]?|0|०)?[6-9६-९](?:[ -]?${digit}){9}(?!${digit})`;

/** Ids and hashes: the digits in them are no number, and they must stay what they are. */
const identifier =
  '(?<![0-9a-fA-F])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,})(?![0-9a-fA-F])';
const identifierOrNumber = new RegExp(`(${identifier})|${phoneNumber}`, 'gu');

/** A text with every Indian mobile number cut to its last two digits. */
export function maskPhoneNumbers(text: string): string {
  return text.replace(
    identifierOrNumber,
    (found, id?: string) => id ?? `[phone …${found.slice(-2)}]`,
  );
}
