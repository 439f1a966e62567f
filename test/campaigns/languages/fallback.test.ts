import { describe, expect, test } from 'vitest';
import { officeSide, ownLanguages } from '../../../campaigns/language.ts';
import { serviceWordsIn } from '../../../campaigns/languages/service-words-fs.ts';
import { listTexts } from '../../../campaigns/languages/translation/text-paths.ts';
import { hasLetters } from '../../../campaigns/languages/typesetting/scripts.ts';

describe('a campaign whose language lacks a sentence', () => {
  test.each([
    ['hi', undefined, 'hi'],
    ['hi', 'en', 'hi'],
    ['ta', undefined, 'en'],
    ['ta', 'en', 'en'],
    ['mr', 'hi', 'hi'],
  ] as const)(
    'in %s with %s standing in has what officers read in %s, at the English address in English',
    (own, fallback, side) => {
      const spoken = { languages: [own, 'en'] as const, fallback };
      expect([officeSide('hi', spoken), officeSide('en', spoken)]).toEqual([side, 'en']);
    },
  );

  test.each(ownLanguages.filter((own) => own !== 'hi' && own !== 'mr' && own !== 'ur'))(
    'in %s has each sentence whole in one language, the one that it chose',
    (own) => {
      const languages = [own, 'en'] as const;
      const inHindi = listTexts(serviceWordsIn({ languages, fallback: 'hi' }));
      const inEnglish = new Map(listTexts(serviceWordsIn({ languages })));
      const isHindi = (text: string) =>
        hasLetters(text.replace(/[\u0964\u0965]/gu, ''), 'Devanagari');
      for (const [path, text] of inHindi) {
        // Where they differ, the language lacks it: Hindi in the one, English in the other.
        if (text === inEnglish.get(path)) expect(isHindi(text), path).toBe(false);
        else
          expect(text.replace(/\{\w+\}/g, ''), path).toMatch(
            /^[^\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Bengali}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gurmukhi}\p{Script=Oriya}]*$/u,
          );
      }
    },
  );
});
