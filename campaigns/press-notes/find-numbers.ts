import type { Hit, PressRule } from './finding.ts';
import { foldWord } from './folded-words.ts';

/** Digits in words; the place in the list is the digit. */
const spoken = new Map(
  [
    'शून्य|जीरो एक|वन दो|टू तीन|थ्री चार|फोर पांच|पाँच|फाइव छह|छः|छे|छ|सिक्स सात|सेवन आठ|एट नौ|नाइन',
    'zero|shunya|jiro|nil one|ek two|do three|teen|tin four|char|chaar five|paanch|panch six|chhah|chhe|chah seven|saat|sat eight|aath|ath nine|nau',
  ].flatMap((list) =>
    list
      .split(' ')
      .flatMap((words, digit) =>
        words.split('|').map((word) => [foldWord(word), String(digit)] as const),
      ),
  ),
);
const numberWord = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...spoken.keys()].toSorted((one, other) => other.length - one.length).join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
);
/** O for 0 and l for 1, behind a digit. */
const lookAlike = /(?<=\d[ -]?)[oil|]+(?![a-z])/g;

/** Dates, times, amounts of money and case numbers are made of digits and tell of nobody. */
const harmless = [
  /(?<!\d[.\-/]?)(?:0?[1-9]|[12]\d|3[01])([.\-/])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})(?![.\-/]?\d)/g,
  /(?<!\d[.\-/]?)(?:19|20)\d{2}([.\-/])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![.\-/]?\d)/g,
  /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![:\d])/g,
  // Grouped the Indian way, up to 99 crore.
  /(?<![\d,])\d{1,2}(?:,\d{2}){0,2},\d{3}(?:\.\d{1,2})?(?![\d,]*\d)/g,
  /(?<![\d/])\d{1,5}\s?\/\s?(?:(?:19|20)?\d{2})(?![\d/])/g,
  // Help lines and the years, where no digits stand beside them.
  /(?<![\d\-–][ ]?)(?:100|101|102|108|112|181|1076|1090|1098|1930)(?![ \-–]?\d)/g,
  /(?<![\d\-–.][ ]?)(?:19|20)\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?(?![ .\-–]?\d)/g,
];

const separator = '(?:[ .\\-–—_/()·*|+,:]{0,3})';
const numbers: readonly (readonly [PressRule, RegExp])[] = [
  [
    'mobile',
    new RegExp(`(?<!\\d)(?:(?:\\+|00)? ?91${separator}|0)?[6-9](?:${separator}\\d){9}(?!\\d)`, 'g'),
  ],
  // IMEI 15, Aadhaar 12, card 16 digits, in any groups of their own.
  ['long-number', /(?<!\d)\d(?:[ \-–—._/]?\d){11,18}(?!\d)/g],
  ['long-number', /(?<!\d)\d{4}([ \-–—]{1,3}\d{4}){2,3}(?!\d)/g],
  // An account, or a telephone with its area code.
  ['long-number', /(?<!\d)\d{8,18}(?!\d)/g],
  ['long-number', /(?<!\d)0\d{2,4}[ \-–—]{1,3}\d{5,8}(?!\d)/g],
];
const yearsOnly = /^(?:(?:19|20)\d{2}[ \-–—]*)+$/;

/** Telephone, Aadhaar, IMEI, card and account numbers, however their digits are written. */
export function findNumbers(text: string): Hit[] {
  const { digits: spelled, at } = spellOut(text);
  let digits = spelled.replace(lookAlike, (found) =>
    found.replace(/[oil|]/g, (sign) => (sign === 'o' ? '0' : '1')),
  );
  // The first sign parts what stands on both sides.
  for (const pattern of harmless)
    digits = digits.replace(pattern, (found) => '~'.padEnd(found.length, ' '));
  const hits: Hit[] = [];
  for (const [rule, pattern] of numbers) {
    // Taken out when it is found: a mobile number is a long one too, and is named once.
    digits = digits.replace(pattern, (found: string, ...more: unknown[]) => {
      const index = Number(more.at(-2));
      if (yearsOnly.test(found)) return found;
      hits.push({ rule, from: at(index).from, to: at(index + found.length - 1).to });
      return '~'.padEnd(found.length, ' ');
    });
  }
  return hits;
}

type Places = (index: number) => { from: number; to: number };

/** Digits in words as digits, with the place of each in the text. */
function spellOut(text: string): { digits: string; at: Places } {
  const found = [...text.matchAll(numberWord)];
  if (found.length === 0) return { digits: text, at: (index) => ({ from: index, to: index + 1 }) };
  const places: { from: number; to: number }[] = [];
  let digits = '';
  let last = 0;
  const copy = (until: number) => {
    for (let place = last; place < until; place += 1) places.push({ from: place, to: place + 1 });
    digits += text.slice(last, until);
  };
  for (const { 0: word, index } of found) {
    copy(index);
    last = index + word.length;
    places.push({ from: index, to: last });
    digits += spoken.get(word) ?? '';
  }
  copy(text.length);
  const end = { from: text.length, to: text.length };
  return { digits, at: (index) => places[index] ?? end };
}
