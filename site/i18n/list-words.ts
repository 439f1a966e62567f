import { inEachLanguage } from './own-language.ts';

interface ListWords {
  search: string;
  all: string;
  /** How many of how many are shown. */
  count: (shown: string, all: string) => string;
  clear: string;
  none: string;
  more: (count: string) => string;
  sortBy: (column: string) => string;
  filters: string;
  order: string;
  pages: string;
  previous: string;
  next: string;
  range: (from: string, to: string, all: string) => string;
  chosen: (count: string) => string;
  chooseAll: string;
  chooseNone: string;
}

const hi: ListWords = {
  search: 'नाम से खोजें',
  all: 'सभी',
  count: (shown, all) => (shown === all ? `कुल ${all}` : `${all} में से ${shown}`),
  clear: 'छँटाई हटाएँ',
  none: 'इस छँटाई में कुछ नहीं मिला।',
  more: (count) => `और ${count} दिखाएँ`,
  sortBy: (column) => `${column} के अनुसार क्रम लगाएँ`,
  filters: 'छँटाई और क्रम',
  order: 'क्रम',
  pages: 'सूची के पृष्ठ',
  previous: 'पिछला',
  next: 'अगला',
  range: (from, to, all) => `${all} में से ${from}–${to}`,
  chosen: (count) => `${count} चुने`,
  chooseAll: 'सभी चुनें',
  chooseNone: 'चयन हटाएँ',
};

const en: ListWords = {
  search: 'Search by name',
  all: 'All',
  count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  clear: 'Clear the filters',
  none: 'Nothing matches these filters.',
  more: (count) => `Show ${count} more`,
  sortBy: (column) => `Sort by ${column}`,
  filters: 'Filters and order',
  order: 'Order',
  pages: 'Pages of the list',
  previous: 'Previous',
  next: 'Next',
  range: (from, to, all) => `${from}–${to} of ${all}`,
  chosen: (count) => `${count} chosen`,
  chooseAll: 'Choose all',
  chooseNone: 'Choose none',
};

export const listWordsIn = inEachLanguage<ListWords>({ hi, en });
