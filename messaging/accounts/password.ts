import { ApiError } from '../http/api-error.ts';
import { passwordLength } from './auth.ts';

/** Words shorter than this may stand in a password by chance. */
const shortestWord = 4;
const fewestSigns = 5;

/**
 * Length instead of a mix of signs (NIST SP 800-63B 3.1.1), not the own name or address, and not one sign
 * over and over.
 * @throws ApiError `weak-password`
 */
export function checkPassword(password: string, own: readonly string[]): void {
  const lower = password.toLowerCase();
  const words = own
    .flatMap((text) => text.toLowerCase().split(/[\s@.]+/u))
    .filter((word) => word.length >= shortestWord);
  const weak =
    password.length < passwordLength.min ||
    password.length > passwordLength.max ||
    new Set(lower).size < fewestSigns ||
    words.some((word) => lower.includes(word));
  if (weak) throw new ApiError('weak-password');
}
