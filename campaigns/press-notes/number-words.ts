import { toKeys, type Word } from './word-keys.ts';

/** Numbers as they are spoken: the place in a list is the number, `|` is between ways to say it. */
const hindi =
  'शून्य|जीरो एक|वन दो|टू तीन|थ्री चार|फोर पांच|फाइव छह|छः|छ|छे|सिक्स सात|सेवन आठ|एट नौ|नाइन दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह|अट्ठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन|चव्वन|चौअन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ|चौसठ पैंसठ छियासठ|छाछठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर|छियत्तर|छिहतर|छिहात्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे';
const english =
  'zero|nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen';
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
const hundreds = new Set(['सौ', 'hundred', 'sau'].flatMap(toKeys));

/** Reads a word as a number; undefined if it is not one. */
export function numberIn(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (word.isNumber) return Number(word.text);
  // नौ is spoken like it.
  return word.text === 'no' ? undefined : values.get(word.key);
}

/** A number in digits or words, तीन सौ छिहत्तर too, and the place of its last word. */
export function numberAt(
  words: readonly Word[],
  first: number,
): { value: number; last: number } | undefined {
  const value = numberIn(words[first]);
  if (value === undefined) return undefined;
  if (words[first]?.isNumber || !hundreds.has(words[first + 1]?.key ?? ''))
    return { value, last: first };
  const rest = words[first + 2]?.isNumber ? undefined : numberIn(words[first + 2]);
  return { value: value * 100 + (rest ?? 0), last: first + (rest === undefined ? 1 : 2) };
}
