import { toKey, toKeys, type Word } from './word-keys.ts';

/** Numbers as they are spoken: the place in a list is the number, `|` is between ways to say it. */
const hindi =
  'शून्य|जीरो एक|वन दो|टू तीन|थ्री चार|फोर पांच|फाइव छह|छः|छ|छे|सिक्स सात|सेवन आठ|एट नौ|नाइन दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह|अट्ठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन|चव्वन|चौअन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ|चौसठ पैंसठ छियासठ|छाछठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर|छियत्तर|छिहतर|छिहात्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे';
const english =
  'zero|nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const latin = 'shunya ek do teen|tin char|chaar panch|paanch che|chhe|chah saat|sat aath|ath nau';

const values = new Map(
  [hindi, english, latin].flatMap((list) =>
    list
      .split(' ')
      .flatMap((ways, value) =>
        ways.split('|').flatMap((way) => toKeys(way).map((key) => [key, value] as const)),
      ),
  ),
);
const hundred = 100;
const hundreds = new Set(['सौ', 'hundred', 'sau'].flatMap(toKeys));
const englishTens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [toKey(word), 20 + 10 * index] as const),
);
/** Of the digit that follows: डबल नौ, triple seven. */
const repeats = new Map(
  ['डबल double', 'ट्रिपल triple'].flatMap((ways, index) =>
    ways.split(' ').flatMap((way) => toKeys(way).map((key) => [key, index + 2] as const)),
  ),
);

interface SpokenNumber {
  value: number;
  /** Place of its last word. */
  last: number;
}

/** Reads a word as a number; undefined if it is not one. */
export function numberIn(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (word.isNumber) return Number(word.text);
  // नौ is spoken like it.
  return word.text === 'no' ? undefined : (values.get(word.key) ?? englishTens.get(word.key));
}

/** A number in digits or words, तीन सौ छिहत्तर too. */
export function numberAt(words: readonly Word[], first: number): SpokenNumber | undefined {
  const number = belowHundredAt(words, first);
  if (number === undefined || words[first]?.isNumber) return number;
  const { value, last } = number;
  if (!hundreds.has(words[last + 1]?.key ?? '')) return number;
  const rest = words[last + 2]?.isNumber ? undefined : belowHundredAt(words, last + 2);
  return { value: value * hundred + (rest?.value ?? 0), last: rest?.last ?? last + 1 };
}

function belowHundredAt(words: readonly Word[], first: number): SpokenNumber | undefined {
  const word = words[first];
  const value = numberIn(word);
  if (value === undefined) return undefined;
  const next = words[first + 1];
  const unit =
    englishTens.has(word?.key ?? '') && next?.isNumber === false ? numberIn(next) : undefined;
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, last: first + 1 }
    : { value, last: first };
}

/** Digits as a long number is read out, one or two at a time: 98, अट्ठानवे, double seven. */
export function digitsAt(
  words: readonly Word[],
  first: number,
): { digits: string; last: number } | undefined {
  const times = repeats.get(words[first]?.key ?? '') ?? 1;
  const from = times > 1 ? first + 1 : first;
  const word = words[from];
  if (word?.isNumber) return { digits: word.text.repeat(times), last: from };
  const number = belowHundredAt(words, from);
  return number && { digits: String(number.value).repeat(times), last: number.last };
}
