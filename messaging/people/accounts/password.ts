import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Refusal } from '../../platform/process/refusal.ts';
import { familiarWords, pickLetters } from './familiar-words-fs.ts';

/** In characters. */
export const passwordLength = { min: 12, max: 128 } as const;
/** Words shorter than this may be in a password by chance. */
const shortestWord = 4;
const fewestSigns = 5;
/** A guesser's tries, as a power of ten, that a password has to withstand: zxcvbn's "safe from offline guessing". */
const leastGuessesLog10 = 9;
/** Letters that a password needs besides words that everybody here knows. */
const leastOwnLetters = 4;
/** This many words together make a phrase that is not guessed. */
const phraseWords = 3;

const estimate = new ZxcvbnFactory({
  dictionary: { ...dictionary, service: ['uppolice', 'police', 'upcop', 'thana', 'pulis'] },
  graphs: adjacencyGraphs,
  maxLength: passwordLength.max,
});

/**
 * Length instead of a mix of signs, nothing from the lists of common passwords, and not the own name or
 * address (NIST SP 800-63B 3.1.1). A place, a slogan or the service's name with a year and signs is common too.
 * @throws a refusal `weak-password`, `own-password` for one with the own name, or `common-password` for one that a guesser
 * tries early
 */
export function checkPassword(password: string, personal: readonly string[]): void {
  const lower = password.toLowerCase();
  const words = personal
    // Only the part of an address before the @: the domain is everybody's.
    .flatMap((text) => (text.toLowerCase().split('@')[0] ?? '').split(/[\s.]+/u))
    .filter((word) => word.length >= shortestWord);
  const weak =
    password.length < passwordLength.min ||
    password.length > passwordLength.max ||
    new Set(lower).size < fewestSigns;
  if (weak) throw new Refusal('weak-password');
  if (words.some((word) => lower.includes(word) || plain(lower).includes(word))) {
    throw new Refusal('own-password');
  }
  const guesses = estimate.check(password, [...words]).guessesLog10;
  if (guesses < leastGuessesLog10 || isFamiliar(lower) || isFamiliar(plain(lower))) {
    throw new Refusal('common-password');
  }
}

/** Whether little is left of it without figures, signs and what everybody here knows. */
function isFamiliar(password: string): boolean {
  let rest = pickLetters(password);
  const known = new Set<string>();
  for (const word of familiarWords()) {
    if (!rest.includes(word)) continue;
    known.add(word);
    rest = rest.replaceAll(word, ' ');
  }
  const left = rest.replace(/\s/g, '').length;
  return known.size > 0 && left < leastOwnLetters && known.size < phraseWords;
}

/** Figures and signs that stand for letters, as letters: P@ssw0rd. */
function plain(text: string): string {
  const letters: Record<string, string> = {
    '@': 'a',
    '0': 'o',
    '1': 'i',
    '3': 'e',
    $: 's',
    '5': 's',
    '!': 'i',
  };
  return text.replace(/[@0135$!]/g, (sign) => letters[sign] ?? sign);
}
