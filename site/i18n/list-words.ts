import { inEachLanguage } from './own-language.ts';

export const listWordsIn = inEachLanguage({
  search: ['नाम से खोजें', 'Search by name'],
  all: ['सभी', 'All'],
  /** How many of how many are shown. */
  count: (shown: string, all: string) => [
    shown === all ? `कुल ${all}` : `${all} में से ${shown}`,
    shown === all ? `${all} in all` : `${shown} of ${all}`,
  ],
  clear: ['छँटाई हटाएँ', 'Clear the filters'],
  none: ['इस छँटाई में कुछ नहीं मिला।', 'Nothing matches these filters.'],
  more: (count: string) => [`और ${count} दिखाएँ`, `Show ${count} more`],
  sortBy: (column: string) => [`${column} के अनुसार क्रम लगाएँ`, `Sort by ${column}`],
  filters: ['छँटाई और क्रम', 'Filters and order'],
  order: ['क्रम', 'Order'],
  pages: ['सूची के पृष्ठ', 'Pages of the list'],
  previous: ['पिछला', 'Previous'],
  next: ['अगला', 'Next'],
  range: (from: string, to: string, all: string) => [
    `${all} में से ${from}–${to}`,
    `${from}–${to} of ${all}`,
  ],
  chosen: (count: string) => [`${count} चुने`, `${count} chosen`],
  chooseAll: ['सभी चुनें', 'Choose all'],
  chooseNone: ['चयन हटाएँ', 'Choose none'],
});
