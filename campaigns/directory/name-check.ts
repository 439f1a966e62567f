import { languageFacts, type OwnLanguage } from '../language.ts';
import { hasLetters, type Script } from '../languages/typesetting/scripts.ts';

/** Faults of a name; their words are in `campaigns/words/name-fault-words.ts`. */
export type NameFaultCode =
  | 'name-length'
  | 'line-length'
  | 'control-character'
  | 'hidden-character'
  | 'outer-space'
  | 'odd-space'
  | `not-${Script | 'Latin' | 'Urdu' | 'Urdu-or-Latin' | 'Devanagari-or-Latin'}`
  | 'name-sign'
  | 'name-words'
  | 'name-number'
  | 'name-person'
  | 'English-name-sign'
  | 'Urdu-name-sign'
  | 'Urdu-text-sign'
  | 'line-sign'
  | 'no-letter'
  | 'no-Hindi-letter'
  | 'no-Urdu-letter'
  | 'stray-nukta'
  | 'stray-vowel-sign'
  | 'stray-vowel-mark';

/** `found` is the name with hidden characters made visible. */
export interface NameFault {
  code: NameFaultCode;
  found: string;
}

interface Check {
  code: NameFaultCode;
  broken: (name: string) => boolean;
}

export const longestName = 80;
const consonant = '[क-ह]़?';
const sign = '[ँंः]?';
/** A syllable: joined consonants with at most one vowel sign, or a vowel letter; a word may end in a virama. */
const syllable = `(?:${consonant}(?:्${consonant})*(?:्(?![क-ह])|[ा-ौृॄॅॉ]?${sign})|[अ-औऍऑॠ]${sign}|ऽ)`;
const hindiWord = new RegExp(`^(?:${syllable}+\\d*|[0-9०-९]+)$`);

const spacing: Check[] = [
  { code: 'name-length', broken: (name) => name.length > longestName },
  { code: 'control-character', broken: (name) => /\p{Cc}/u.test(name) },
  {
    code: 'hidden-character',
    broken: (name) => /\p{Cf}|\u034f|\u115f|\u3164/u.test(name),
  },
  { code: 'outer-space', broken: (name) => name !== name.trim() },
  {
    code: 'odd-space',
    broken: (name) => /\s\s/.test(name) || /[^\S ]/.test(name),
  },
];

const hindiChecks: Check[] = [
  ...spacing,
  {
    code: 'not-Devanagari',
    broken: (name) => /(?=\p{L})[^\u0900-\u097f]/u.test(name),
  },
  {
    code: 'name-sign',
    broken: (name) => /[^\u0900-\u0963\u0966-\u097f0-9 .()-]/.test(name),
  },
  { code: 'no-Hindi-letter', broken: (name) => !/[अ-ह]/.test(name) },
  {
    code: 'stray-nukta',
    broken: (name) => /(?<![कखगजडढफ])\u093c/.test(name.normalize('NFD')),
  },
  {
    code: 'stray-vowel-sign',
    broken: (name) => !name.split(/[ .()-]+/).every((word) => word === '' || hindiWord.test(word)),
  },
];

const englishChecks: Check[] = [
  ...spacing,
  {
    code: 'not-Latin',
    broken: (name) => /(?=[\p{L}\p{M}])[^A-Za-z]/u.test(name),
  },
  {
    code: 'English-name-sign',
    broken: (name) => /[^A-Za-z0-9 .()'&-]/.test(name),
  },
  { code: 'no-letter', broken: (name) => !/[A-Za-z]/.test(name) },
];

const urduLetters =
  '\u0621-\u0628\u062a-\u063a\u0641\u0642\u0644-\u0646\u0648\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1-\u06c3\u06cc\u06d2\u06d3';
const urduMarks = '\u064b-\u0652\u0654\u0670';
const urduLetter = new RegExp(`[${urduLetters}]`);
const notUrduName = new RegExp(`[^${urduLetters}${urduMarks}0-9\u06f0-\u06f9 .،۔()-]`);
const notUrduText = new RegExp(
  `[^${urduLetters}${urduMarks}A-Za-z0-9\u06f0-\u06f9 .,:/()’'“”،۔؟؛-]`,
);
const looseUrduMark = new RegExp(`(?:^|[^${urduLetters}${urduMarks}])[${urduMarks}]`);

const urduChecks: Check[] = [
  ...spacing,
  {
    code: 'not-Urdu',
    broken: (name) => [...name].some((each) => /\p{L}/u.test(each) && !urduLetter.test(each)),
  },
  {
    code: 'Urdu-name-sign',
    broken: (name) => notUrduName.test(name),
  },
  { code: 'no-Urdu-letter', broken: (name) => !urduLetter.test(name) },
  {
    code: 'stray-vowel-mark',
    broken: (name) => looseUrduMark.test(name),
  },
];

const urduTextChecks: Check[] = [
  ...spacing.slice(1),
  {
    code: 'not-Urdu-or-Latin',
    broken: (text) =>
      [...text].some(
        (each) => /\p{L}/u.test(each) && !urduLetter.test(each) && !/[A-Za-z]/.test(each),
      ),
  },
  {
    code: 'Urdu-text-sign',
    broken: (text) => notUrduText.test(text),
  },
  ...urduChecks.slice(-2),
];

export const longestLine = 60;
const lineWord = (word: string) => /^[A-Za-z0-9'&]*$/.test(word) || hindiWord.test(word);

const lineChecks: Check[] = [
  { code: 'line-length', broken: (line) => line.length > longestLine },
  ...spacing,
  {
    code: 'not-Devanagari-or-Latin',
    broken: (line) => /(?=[\p{L}\p{M}])[^\u0900-\u097fA-Za-z]/u.test(line),
  },
  {
    code: 'line-sign',
    broken: (line) => /[^\u0900-\u0963\u0966-\u097fA-Za-z0-9 .,:/()'&-]/.test(line),
  },
  { code: 'no-letter', broken: (line) => !/[अ-हA-Za-z]/.test(line) },
  {
    code: 'stray-vowel-sign',
    broken: (line) => !line.split(/[ .,:/()-]+/).every(lineWord),
  },
];

/** The first thing that is wrong with a line in NFC that a station adds to its artwork, or null. */
export function checkLine(line: string): NameFault | null {
  return firstFault(line, lineChecks);
}

/** The first thing that is wrong with a name of the own language in NFC, or null. */
export function checkOwnName(name: string, language: OwnLanguage = 'hi'): NameFault | null {
  if (language === 'ur') return checkUrduName(name);
  const { script } = languageFacts[language];
  return firstFault(name, script === 'Devanagari' ? hindiChecks : letterChecks(script));
}

function letterChecks(script: Script): Check[] {
  return [
    ...spacing,
    {
      code: `not-${script}`,
      broken: (name) =>
        [...name].some((sign) => /[\p{L}\p{M}]/u.test(sign) && !hasLetters(sign, script)),
    },
    {
      code: 'name-sign',
      broken: (name) => /[^\p{L}\p{M}\p{Nd} .()-]/u.test(name),
    },
    { code: 'no-letter', broken: (name) => !hasLetters(name, script) },
  ];
}

/** The first thing that is wrong with a name in Urdu in NFC, or null. */
export function checkUrduName(name: string): NameFault | null {
  return firstFault(name, urduChecks);
}

/** The first thing that is wrong with a text in Urdu, which may name the app in Latin letters, or null. */
export function checkUrduText(text: string): NameFault | null {
  return firstFault(text, urduTextChecks);
}

/** The first thing that is wrong with an English name, or null. */
export function checkEnglishName(name: string): NameFault | null {
  return firstFault(name, englishChecks);
}

/** Text with what the eye cannot see written as U+…, so that a message can show it; cut at 60 characters. */
export function makeVisible(text: string): string {
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const shown = cut
    .replace(/[\p{Cc}\p{Cf}\u00a0\u2000-\u200a\u202f\u3000]/gu, (char) => codePoint(char))
    .replace(/ {2,}|^ | $/g, (spaces) => '␣'.repeat(spaces.length));
  return /^\p{M}/u.test(shown) ? `◌${shown}` : shown;
}

function firstFault(name: string, checks: readonly Check[]): NameFault | null {
  const check = checks.find(({ broken }) => broken(name));
  return check ? { code: check.code, found: makeVisible(name) } : null;
}

function codePoint(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
