import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ApiError } from '../http/api-error.ts';
import { passwordLength } from './auth.ts';

/** Words shorter than this may stand in a password by chance. */
const shortestWord = 4;
const fewestSigns = 5;
/** A guesser's tries, as a power of ten, that a password has to withstand: zxcvbn's "safe from offline guessing". */
const leastGuessesLog10 = 9;

const estimate = new ZxcvbnFactory({
  dictionary: { ...dictionary, service: ['uppolice', 'police', 'upcop', 'thana', 'pulis'] },
  graphs: adjacencyGraphs,
  maxLength: passwordLength.max,
});

/**
 * Length instead of a mix of signs, nothing that stands on the lists of common passwords, and not the own name or
 * address (NIST SP 800-63B 3.1.1).
 * @throws ApiError `weak-password`, or `common-password` for one that a guesser tries early
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
  if (estimate.check(password, [...words]).guessesLog10 < leastGuessesLog10) {
    throw new ApiError('common-password');
  }
}
