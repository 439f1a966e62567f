import type { Hit } from './finding.ts';
import { foldWord } from './folded-words.ts';

const adult = 18;
const any = (words: readonly string[]) => words.map(foldWord).join('|');
const start = '(?<![\\p{L}\\p{M}\\d])';
const end = '(?![\\p{L}\\p{M}])';

/** Numbers below 18 as they are spoken; the place in the list is the number. */
const spokenHindi =
  'शून्य एक दो तीन चार पांच|पाँच छह|छः|छ|छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह'.split(
    ' ',
  );
const spokenEnglish =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'.split(
    ' ',
  );
const spokenLatin =
  'shunya ek do teen char|chaar paanch|panch chhah|chhe saat aath nau das gyarah barah terah chaudah pandrah solah|sola satrah'.split(
    ' ',
  );
const spoken = new Map(
  [spokenHindi, spokenEnglish, spokenLatin].flatMap((list) =>
    list.flatMap((words, value) =>
      words.split('|').map((word) => [foldWord(word), value] as const),
    ),
  ),
);
const number = `(\\d{1,3}|${[...spoken.keys()].toSorted((one, other) => other.length - one.length).join('|')})`;
const range = `(?:\\s?(?:[-–—/]|${any(['से', 'या', 'to', 'or'])})\\s?(?:\\d{1,2}))?`;
const gap = '[\\s.\\-–—]{0,3}';

const ofAge = any([
  'वर्षीया',
  'वर्षीय',
  'वर्षिय',
  'वर्षीयों',
  'सालीय',
  'year-old',
  'years-old',
  'year old',
  'years old',
  'yr old',
  'yrs old',
  'yr-old',
  'yo',
  'y/o',
  'varshiya',
  'varshiy',
  'varsiya',
]);
const years = any([
  'वर्षों',
  'वर्ष',
  'साल',
  'वर्श',
  'years',
  'year',
  'yrs',
  'yr',
  'saal',
  'sal',
  'varsh',
]);
const ofSome = any([
  'की',
  'का',
  'के',
  'ki',
  'ka',
  'ke',
  'of age',
  'आयु',
  'उम्र',
  'से कम',
  'से नीचे',
  'तक की आयु',
]);
/** What lasts so many years, and is nobody's age. */
const lasting = any([
  'सजा',
  'वारंटी',
  'गारंटी',
  'कारावास',
  'अवधि',
  'भीतर',
  'अंदर',
  'बाद',
  'दौरान',
  'लिए',
  'लिये',
  'अंतराल',
  'कैद',
  'अनुभव',
  'जमानत',
  'रिकार्ड',
  'रिकॉर्ड',
  'आंकड़े',
  'आंकड़ों',
  'डेटा',
  'अभिलेख',
  'कार्यकाल',
  'सेवा',
  'समय',
  'मुकाबले',
  'अंत',
  'प्रारंभ',
  'आरंभ',
  'सापेक्ष',
  'तुलना',
  'पुराने',
  'पुरानी',
  'पुराना',
  'कठोर',
  'सश्रम',
  'रोकथाम',
  'ब्याज',
  'किश्त',
]);
const ageWord = any(['उम्र', 'आयु', 'उमर', 'aged', 'age', 'umra', 'umar', 'umr', 'aayu', 'ayu']);
const classWord = any(['कक्षा', 'क्लास', 'class', 'std', 'standard', 'grade']);

const patterns = {
  withAge: new RegExp(`${start}${number}${range}${gap}(?:${ofAge})${end}`, 'gu'),
  ofYears: new RegExp(
    `${start}${number}${range}${gap}(?:${years})\\s?(?:${ofSome})${end}(?!\\s(?:${lasting})${end})`,
    'gu',
  ),
  // Set off behind a name: राहुल (15 वर्ष), राहुल, 15 वर्ष, …
  setOff: new RegExp(`[,(]\\s?${number}\\s?(?:${years})\\s?[,)]`, 'gu'),
  ageFirst: new RegExp(
    `${start}(?:${ageWord})${end}[^\\d।.\\n]{0,18}?${number}(?!\\d)(?![.,:]\\d)`,
    'gu',
  ),
  // An adult's own years of study say nothing; who is in a class is at school.
  inClass: new RegExp(
    `${start}(?:${classWord})[\\s.\\-–—]{0,3}(?:\\d{1,2}|[ivx]{1,4})(?:th|st|nd|rd|${any(['वीं', 'वी'])})?${end}`,
    'gu',
  ),
  studies: new RegExp(
    `${start}(?:\\d{1,2}\\s?-?(?:th|st|nd|rd|${any(['वीं', 'वी', 'वें'])})|${any(['दसवीं', 'बारहवीं', 'नौवीं', 'आठवीं', 'सातवीं', 'छठी', 'पांचवीं'])})\\s(?:${any(['में', 'मे', 'की', 'का', 'कक्षा'])})\\s(?:${any(['पढ', 'अध्ययन', 'छात्र'])})`,
    'gu',
  ),
  minor:
    /(?<![a-z])minor(?![a-z])(?! (?:injur|damage|accident|repair|offen|fault|scratch|change|delay|fire))/gu,
};

/** Ages below 18, and classes of a school. */
export function findAges(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const name of ['withAge', 'ofYears', 'setOff', 'ageFirst'] as const) {
    for (const { 0: found, 1: given = '', index } of text.matchAll(patterns[name])) {
      const age = spoken.get(given) ?? Number(given);
      const isBelow = age < adult || (age === adult && belowPattern.test(found));
      if (isBelow) hits.push({ rule: 'age', from: index, to: index + found.length });
    }
  }
  for (const [name, rule] of [
    ['inClass', 'school'],
    ['studies', 'school'],
    ['minor', 'child'],
  ] as const) {
    for (const { 0: found, index } of text.matchAll(patterns[name]))
      hits.push({ rule, from: index, to: index + found.length });
  }
  return hits;
}

const belowPattern = new RegExp(any(['से कम', 'से नीचे']), 'u');
