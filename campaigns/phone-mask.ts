const digit = '[0-9०-९]';
/** Ten digits from 6 to 9, with 0, 91, +91 or 0091 before them, single blanks or hyphens between. */
const phoneNumber = new RegExp(
  `(?<!${digit}(?<!%[0-9A-Fa-f]{2}))(?:(?:\\+|00|%2[Bb])?(?:91|९१)[ -]?|0|०)?[6-9६-९](?:[ -]?${digit}){9}(?!${digit})`,
  'gu',
);

/** A text with every Indian mobile number cut to its last two digits. */
export function maskPhoneNumbers(text: string): string {
  return text.replace(phoneNumber, (number) => `[phone …${number.slice(-2)}]`);
}
