import type { Bilingual } from '../bilingual.ts';

/**
 * Classes that customers may block (TCCCPR 2018, Schedule II): class 0 is all commercial communication ("fully
 * blocked"), the others are kinds of it. The index in the list is the class.
 */
export const preferenceClasses: readonly Bilingual[] = [
  { hi: 'सभी प्रचार पूर्णतः बंद', en: 'fully blocked' },
  { hi: 'बैंकिंग, बीमा, वित्त', en: 'banking, insurance, finance' },
  { hi: 'रियल एस्टेट', en: 'real estate' },
  { hi: 'शिक्षा', en: 'education' },
  { hi: 'स्वास्थ्य', en: 'health' },
  { hi: 'उपभोक्ता वस्तुएँ, वाहन', en: 'consumer goods, automobiles' },
  { hi: 'संचार, प्रसारण, मनोरंजन, आईटी', en: 'communication, broadcasting, entertainment, IT' },
  { hi: 'पर्यटन', en: 'tourism' },
  { hi: 'खाद्य एवं पेय', en: 'food and beverages' },
];

/** All of them: what a list without classes means, and what a draft skips until an officer narrows it. */
export const allClasses: readonly number[] = preferenceClasses.map((_, index) => index);

/** The classes as one number: bit 0 is "fully blocked", which every blast that is bound by them skips. */
export function classMask(classes: readonly number[]): number {
  return classes.reduce((mask, index) => mask | (1 << index), 1);
}

const fully = /^(?:full(?:y)?(?: ?blocked)?|all|पूर्ण(?:तः)?|सभी)$/i;

/** Classes of one cell, such as `0`, `1,3` or `#1 #3`, as bits; an empty one means fully blocked, null none that is known. */
export function readClasses(cell: string): number | null {
  const text = cell.trim();
  if (text === '' || fully.test(text)) return 1;
  let mask = 0;
  for (const part of text.split(/[\s,;/|#+]+/).filter((piece) => piece !== '')) {
    if (!/^\d$/.test(part) || Number(part) >= preferenceClasses.length) return null;
    mask |= 1 << Number(part);
  }
  return mask === 0 ? null : mask;
}
