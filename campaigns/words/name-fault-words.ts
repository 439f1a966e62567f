import type { Bilingual } from '../bilingual.ts';
import { longestLine, longestName, type NameFaultCode } from '../directory/name-check.ts';
import { mostNameWords } from '../directory/name-grammar.ts';
import { type Script, scriptNames } from '../languages/typesetting/scripts.ts';

/** Met in campaigns whose officers read English beside their own language. */
const otherScripts = Object.fromEntries(
  scriptNames.map((script) => {
    const expected = `${script} letters only, none of another script`;
    return [`not-${script}`, { hi: expected, en: expected }];
  }),
) as Record<`not-${Script}`, Bilingual>;

/** Expectations for a name that breaks a rule of `campaigns/directory/name-check.ts`. */
export const nameFaultWords: Readonly<Record<NameFaultCode, Bilingual>> = {
  ...otherScripts,
  'name-length': { hi: `अधिकतम ${longestName} वर्ण`, en: `at most ${longestName} characters` },
  'line-length': { hi: `अधिकतम ${longestLine} वर्ण`, en: `at most ${longestLine} characters` },
  'control-character': {
    hi: 'कोई नियंत्रण वर्ण (control character) नहीं',
    en: 'no control characters',
  },
  'hidden-character': {
    hi: 'कोई छिपा हुआ वर्ण (joiner आदि) नहीं',
    en: 'no joiners or other hidden characters',
  },
  'outer-space': {
    hi: 'आरंभ या अंत में कोई रिक्त स्थान नहीं',
    en: 'no space at the beginning or end',
  },
  'odd-space': {
    hi: 'शब्दों के बीच केवल एक सामान्य रिक्त स्थान',
    en: 'single plain spaces between words',
  },
  'not-Devanagari': {
    hi: 'केवल देवनागरी अक्षर, अन्य लिपि का कोई नहीं',
    en: 'Devanagari letters only, none of another script',
  },
  'not-Latin': {
    hi: 'केवल रोमन अक्षर, अन्य लिपि का कोई नहीं',
    en: 'Latin letters only, none of another script',
  },
  'not-Urdu': {
    hi: 'केवल उर्दू अक्षर; ی, ک और ہ उर्दू कुंजीपटल के (अरबी ي, ك, ه नहीं)',
    en: 'Urdu letters only, ی and ک and ہ as on an Urdu keyboard',
  },
  'not-Urdu-or-Latin': {
    hi: 'केवल उर्दू या रोमन अक्षर; ی, ک और ہ उर्दू कुंजीपटल के (अरबी ي, ك, ه नहीं)',
    en: 'Urdu or Latin letters only, ی and ک and ہ as on an Urdu keyboard',
  },
  'not-Devanagari-or-Latin': {
    hi: 'केवल देवनागरी या रोमन अक्षर, अन्य लिपि का कोई नहीं',
    en: 'Devanagari or Latin letters only, none of another script',
  },
  'name-sign': {
    hi: 'केवल अक्षर, अंक, रिक्त स्थान, बिंदु, हाइफ़न और गोल कोष्ठक',
    en: 'only letters, digits, spaces, full stops, hyphens and round brackets',
  },
  'name-words': {
    hi: `केवल थाने का प्रकार और नाम, अधिकतम ${mostNameWords} शब्द`,
    en: `only the kind of station and its name, at most ${mostNameWords} words`,
  },
  'name-number': {
    hi: 'अधिकतम एक संख्या, तीन अंकों तक, जैसे सेक्टर या फेज की',
    en: 'at most one number of up to three digits, as of a sector or phase',
  },
  'name-person': {
    hi: 'किसी व्यक्ति, रिश्ते, आयु, फ़ोन या घटना का कोई शब्द नहीं',
    en: 'no word of a person, relation, age, phone or incident',
  },
  'English-name-sign': {
    hi: "केवल अक्षर, अंक, रिक्त स्थान और . ( ) - ' &",
    en: "only letters, digits, spaces and . ( ) - ' &",
  },
  'Urdu-name-sign': {
    hi: 'केवल अक्षर, अंक, रिक्त स्थान, बिंदु, अल्पविराम, हाइफ़न और गोल कोष्ठक',
    en: 'only letters, digits, spaces, full stops, commas, hyphens and round brackets',
  },
  'Urdu-text-sign': {
    hi: 'केवल अक्षर, अंक, रिक्त स्थान और . , : / ( ) - ’ “ ” ، ۔ ؟ ؛',
    en: 'only letters, digits, spaces and . , : / ( ) - ’ “ ” ، ۔ ؟ ؛',
  },
  'line-sign': {
    hi: "केवल अक्षर, अंक, रिक्त स्थान और . , : / ( ) - ' &",
    en: "only letters, digits, spaces and . , : / ( ) - ' &",
  },
  'no-letter': { hi: 'कम से कम एक अक्षर', en: 'a letter' },
  'no-Hindi-letter': { hi: 'कम से कम एक हिंदी अक्षर', en: 'a Hindi letter' },
  'no-Urdu-letter': { hi: 'कम से कम एक उर्दू अक्षर', en: 'an Urdu letter' },
  'stray-nukta': {
    hi: 'नुक्ता केवल क ख ग ज ड ढ फ के नीचे',
    en: 'a nukta only under क ख ग ज ड ढ फ',
  },
  'stray-vowel-sign': {
    hi: 'मात्रा, अनुस्वार या हलंत केवल अपने व्यंजन के बाद',
    en: 'a vowel sign, nasal or virama only after a consonant that it belongs to',
  },
  'stray-vowel-mark': { hi: 'मात्रा-चिह्न केवल अक्षर पर', en: 'a vowel mark only on a letter' },
};
