import { describe, expect, test } from 'vitest';
import { languageFacts } from '../../campaigns/language.ts';
import { readWords } from '../../campaigns/languages/service-words-fs.ts';
import { hasLetters, scriptNames } from '../../campaigns/languages/typesetting/scripts.ts';
import { wordsIn } from '../../site/i18n/dictionary.ts';
import { inOwnWords, type OwnWords } from '../../site/i18n/own-words.ts';
import { foreignWords } from '../foreign-words.ts';

// The words of other languages in their folders; the pages that they are on are built by `npm run test:all`.

/** All texts of a dictionary by their path; a function is asked with signs in the place of what it takes. */
function listTexts(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function')
    return listTexts(words(...Array.from({ length: 9 }, () => '7')), path);
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => listTexts(inner, `${path}.${name}`));
}

const english = new Map(listTexts(wordsIn('en')));

describe.each([
  { language: 'gu', least: 150 },
  { language: 'mr', least: 150 },
] as const)('the words of pages in $language', ({ language, least }) => {
  const { pages } = readWords(language, 'pages') as OwnWords;
  const texts = listTexts(inOwnWords<unknown>(wordsIn('en'), pages, language));
  const { script } = languageFacts[language];

  test('are in its own script and language, and where nobody has written them, in English', () => {
    const others = scriptNames.filter((name) => name !== script);
    const strange = texts.filter(
      ([, text]) =>
        others.some((name) => hasLetters(text, name)) || foreignWords[language].test(text),
    );
    expect(strange).toEqual([]);
    const own = texts.filter(([, text]) => hasLetters(text, script));
    expect(own.length).toBeGreaterThanOrEqual(least);
  });

  test('leave out no text that the English pages have, and no place in it', () => {
    const paths = new Set(texts.map(([path]) => path));
    expect([...english.keys()].filter((path) => !paths.has(path))).toEqual([]);
    const places = (text = '') => (text.match(/\{\w+\}|7/g) ?? []).sort();
    const lost = texts.filter(
      ([path, text]) => places(text).join() !== places(english.get(path)).join(),
    );
    expect(lost).toEqual([]);
  });
});
