import { consoleWords } from './console-words.ts';
import { openDataWordsIn } from './open-data-words.ts';
import { inEveryLanguage } from './own-words.ts';

/** Names on other pages of the officers' console and of the page of open data. */
export const namesIn = inEveryLanguage('names', {
  console: [consoleWords.hi.name, consoleWords.en.name],
  openData: [openDataWordsIn('hi').title, openDataWordsIn('en').title],
});
