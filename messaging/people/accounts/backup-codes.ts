import { randomInt } from 'node:crypto';

/** Signs of which none is taken for another one on paper: no 0 and O, no 1, l and I, no 5 and S, no 2 and Z, no 8 and B. */
const signs = '34679ACDEFGHJKMNPQRTUVWXY';
const amount = 10;
/** Ten signs are 46 bits, and five wrong tries lock the second step. */
const half = 5;

/** Codes for a lost phone, each in two halves: `ACD3F-7HKMP`. */
export function makeBackupCodes(): string[] {
  const makeHalf = () =>
    Array.from({ length: half }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: amount }, () => `${makeHalf()}-${makeHalf()}`);
}

/** A code as it was given out, from what was typed off a paper: small letters, blanks, no hyphen. */
export function readBackupCode(typed: string): string {
  const code = typed.replace(/[\s-]/g, '');
  // Codes of before had letters of both cases.
  const whole = /[A-Z]/.test(code) ? code : code.toUpperCase();
  return `${whole.slice(0, half)}-${whole.slice(half)}`;
}
