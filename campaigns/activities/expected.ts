import type { Bilingual } from '../bilingual.ts';
import { formatDayShort } from '../numbers.ts';
import type { Day } from '../tracker/clock.ts';
import { type ActivityField, largestCount } from './activity-kinds.ts';

/** First and last day on which an activity can have been done. */
export interface DayBounds {
  first: Day;
  last: Day;
}

/** Shown as a whole sentence where a field was left empty. */
export const someValue: Bilingual = {
  hi: 'यह खाना खाली न छोड़ें',
  en: 'Do not leave this empty',
};

/** Says the fault of a value as a sentence; without `found`, `expected` is the whole sentence. */
export function faultSentence(
  { expected, found }: { expected: Bilingual; found: string | null },
  language: 'hi' | 'en',
): string {
  const text = expected[language];
  if (found === null) return text;
  if (language === 'en')
    return found === '' ? `expected ${text}` : `expected ${text}, got “${found}”`;
  return found === '' ? `${text} चाहिए` : `${text} चाहिए, “${found}” मिला`;
}

/** Describes the values that a field takes, to follow "expected". */
export function describeExpected(
  { type, options = {}, min = 1, max }: ActivityField,
  bounds?: DayBounds,
): Bilingual {
  switch (type) {
    case 'count':
      return max === largestCount
        ? { hi: `पूर्ण संख्या, कम से कम ${min}`, en: `a whole number from ${min}` }
        : { hi: `पूर्ण संख्या, ${min} से ${max} तक`, en: `a whole number from ${min} to ${max}` };
    case 'money':
      return {
        hi: 'रुपये, अधिक से अधिक दो दशमलव',
        en: 'rupees above 0 with at most two decimals',
      };
    case 'choice':
      return {
        hi: `इनमें से एक: ${Object.values(options)
          .map(([hi]) => hi)
          .join(', ')}`,
        en: `one of ${Object.values(options)
          .map(([, en]) => en)
          .join(', ')}`,
      };
    case 'link':
      return { hi: 'https:// से शुरू होने वाला लिंक', en: 'a link that begins with https://' };
    case 'names':
      return { hi: 'अधिक से अधिक 30 नाम, अल्पविराम से अलग', en: 'up to 30 names with commas' };
    case 'day':
      return dayExpected(bounds);
    case 'days': {
      const { hi, en } = dayExpected(bounds);
      return {
        hi: `${hi}; पहला दिन अंतिम के बाद का न हो`,
        en: `${en}, the first not after the last`,
      };
    }
    case 'attachment':
      return { hi: 'फ़ोटो या PDF की फ़ाइल', en: 'a picture or a PDF' };
    default:
      return { hi: '120 वर्ण तक का पाठ', en: 'a text of up to 120 characters' };
  }
}

/** A day of the campaign, which is not to come. */
export function dayExpected(bounds?: DayBounds): Bilingual {
  if (bounds === undefined) return { hi: 'दिनांक, DD.MM.YYYY में', en: 'a day as DD.MM.YYYY' };
  const first = formatDayShort(bounds.first);
  const last = formatDayShort(bounds.last);
  return {
    hi: `${first} से ${last} तक का दिनांक`,
    en: `a day from ${bounds.first} to ${bounds.last}`,
  };
}
