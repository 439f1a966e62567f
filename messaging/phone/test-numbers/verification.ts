import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Rules of the code that proves an officer's own number. */
export const codeRules = {
  digits: 6,
  validMinutes: 10,
  /** To one officer, and to one number from anybody. */
  sendsADay: 3,
} as const;

export function newCode(): string {
  return String(randomInt(10 ** codeRules.digits)).padStart(codeRules.digits, '0');
}

/** Keyed, because six digits alone are tried out in no time. */
export function hashCode(secret: string, personId: string, code: string): string {
  return createHmac('sha256', secret).update(`test-number\0${personId}\0${code}`).digest('hex');
}

export function sameHash(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
