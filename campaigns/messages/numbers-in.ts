import { numberIn } from '../press-notes/number-words.ts';
import { splitWords } from '../press-notes/word-keys.ts';
import { blankOut, foldText } from './folded-text.ts';
import { linksIn } from './links-in.ts';

/** A number in a text that somebody could call. */
export interface FoundNumber {
  /** Its digits, without country code and the zero before a mobile number. */
  number: string;
  at: number;
}

const runForm = /(?<![\d.,/])\+?\d+(?:[ .()-]{1,2}\d+)*/g;
const dateForm = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/g;
/** Three to eight digits are a number to call only beside a word that says so. */
const before =
  'call(?: us)?|dial|phone|ring|help ?line|toll[- ]?free|missed call|whats ?app|contact|sms|stop|' +
  'कॉल|काल|डायल|फ़ोन|फोन|हेल्प ?लाइन|टोल[- ]?फ्री|मिस्ड कॉल|व्हाट्स ?एप|सम्पर्क|संपर्क|एसएमएस|स्टॉप';
const between = 'on|at|to|no\\.?|number|is|करें|कीजिए|नम्बर|नंबर|नं०?|पर|हेतु|है|लिखकर|लिख कर';
const after =
  'पर (?:कॉल|काल|डायल|फ़ोन|फोन|मिस्ड|सम्पर्क|संपर्क|एसएमएस|व्हाट्स|भेज|करें|बता|सूचना)|मिलाएँ|मिलाएं|डायल|कॉल कर|पर घुमा|घुमाएँ|घुमाएं';
const shortForms = [
  new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${before})(?:[ :–-]+(?:${between})(?![\\p{L}\\p{M}]))*[ :–-]+(\\d{3,8})(?![\\d.,/:-]*\\d)(?! ?(?:दिन|घंट|घण्ट|मिनट|बार|days?|hours?|minutes?|times)(?![\\p{L}]))`,
    'giu',
  ),
  new RegExp(`(?<![\\d.,/:-])(\\d{3,8}) (?:${after})`, 'giu'),
];

/** Phone numbers in a text, in order; dates and digits of links do not count. */
export function numbersIn(input: string): FoundNumber[] {
  const { links, addresses } = linksIn(input);
  const ranges = [
    ...links.map(({ link, at }) => ({ from: at, to: at + link.length })),
    ...addresses,
  ];
  const { text, at } = foldText(
    blankOut(
      input,
      ranges.map(({ from, to }) => ({ from, to: Math.min(to, input.length) })),
    ),
  );
  const plain = text.replace(dateForm, (found) => ' '.repeat(found.length));
  const found = new Map<number, string>();
  const taken: { from: number; to: number }[] = [];
  for (const run of plain.matchAll(runForm)) {
    for (const { number, index, length } of callable(run[0])) {
      const from = run.index + index;
      found.set(from, number);
      taken.push({ from, to: from + length });
    }
  }
  const rest = blankOut(plain, taken);
  for (const form of shortForms) {
    for (const match of rest.matchAll(form)) {
      found.set(match.index + match[0].indexOf(match[1] ?? ''), match[1] ?? '');
    }
  }
  for (const { number, index } of spokenIn(rest)) found.set(index, number);
  return [...found]
    .map(([index, number]) => ({ number, at: at(index) }))
    .sort((one, other) => one.at - other.at);
}

/** Fewer digits in a row are told, too: दो तीन दिन. */
const fewestSpoken = 5;

/** Numbers that are written in words, digit by digit: नौ चार एक पाँच … */
function spokenIn(text: string): { number: string; index: number }[] {
  const found: { number: string; index: number }[] = [];
  let number = '';
  let index = 0;
  for (const word of [...splitWords(text.toLowerCase()), undefined]) {
    const value = word?.isNumber ? undefined : numberIn(word);
    if (word !== undefined && value !== undefined && value < 10) {
      if (number === '') index = word.from;
      number += value;
      continue;
    }
    if (number.length >= fewestSpoken) found.push({ number, index });
    number = '';
  }
  return found;
}

const longest = 15;

/** Numbers in a row of groups of digits: as many groups together as make one. */
function callable(run: string): { number: string; index: number; length: number }[] {
  const groups = [...run.matchAll(/\+?\d+/g)];
  const found: { number: string; index: number; length: number }[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    let joined = '';
    for (let to = from; to < groups.length && joined.length <= longest; to += 1) {
      joined += groups[to]?.[0] ?? '';
      const number = callableNumber(joined);
      const next = groups[to + 1];
      // 98765 432101: the digits go on.
      if (number === null || (next !== undefined && callableNumber(joined + next[0]) !== null))
        continue;
      const index = groups[from]?.index ?? 0;
      const last = groups[to];
      const end = (last?.index ?? index) + (last?.[0].length ?? 0);
      found.push({ number, index, length: end - index });
      from = to;
      break;
    }
  }
  return found;
}

function callableNumber(digits: string): string | null {
  if (!/^\+?\d{8,15}$/.test(digits)) return null;
  const number = plainNumber(digits);
  if (/^[6-9]\d{9}$/.test(number) || /^1(?:800|860)\d{6,7}$/.test(number)) return number;
  return /^0\d{9,10}$/.test(number) || /^\+/.test(digits) ? number : null;
}

/** A number as it is compared: 98…, 098…, 9198… and +91 98… are the same. */
export function plainNumber(number: string): string {
  const digits = number.replace(/[^\d+]/g, '');
  return digits
    .replace(/^(?:\+|00)?91(?=\d{10}$)/, '')
    .replace(/^0(?=[6-9]\d{9}$)/, '')
    .replace(/^\+/, '');
}

export function isWhitelistedNumber(number: string, whitelisted: readonly string[]): boolean {
  const plain = plainNumber(number);
  return whitelisted.some((entry) => plainNumber(entry) === plain);
}
