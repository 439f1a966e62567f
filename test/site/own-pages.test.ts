import { describe, expect, test } from 'vitest';
import { languageFacts, ownLanguages } from '../../campaigns/language.ts';
import { judgeDraft } from '../../campaigns/languages/translation/judge-draft.ts';
import { listSheetTexts } from '../../campaigns/languages/translation/translation-sheet.ts';
import { wordsIn } from '../../site/i18n/dictionary.ts';
import { inOwnWords } from '../../site/i18n/own-words.ts';
import { listDrafts, subjects } from '../../site/translation-fs.ts';
import { foreignWords } from '../foreign-words.ts';

// The words of other languages in their folders; the pages that they are on are built by `npm run test:all`.

/** Where every sentence is read by citizens: none of these is left to English. */
const citizens =
  /^(?:pages\.(?:nav|citizen|get|station|search|notFound|skip|footer)|names|nameReport|codeReport|service\.(?:unknownCode|closedCode|stop))\b/;

/** A day is put into them as the page's own language says it. */
const sayDays =
  /^progress\.(?:asOf|replayed|since|fromTo|lastDay|past|networksFrom|standingAsOf|standingNone|withdrawn|earlier\w+|gap\w+|status\..+|heading|map|league)$/;
const ofCitizens =
  /^privacy\.(?:here|messages|rights|kept\.(?:lists|sent|linkRequests|optIns|stops|nameReports|codeReports|scans|backups))\b/;
const subjectsOf = (drafts: ReadonlyMap<string, string>) =>
  new Set([...drafts.keys()].map((key) => key.split('.')[0]));

describe.each(ownLanguages.filter((name) => name !== 'hi' && name !== 'ur'))(
  'the words of pages in %s',
  (language) => {
    const { locale, script } = languageFacts[language];
    const texts = listSheetTexts(subjects, locale);
    const drafts = new Map(listDrafts(language));
    const find = (key: string) => drafts.get(key) ?? drafts.get(key.split('#')[0] ?? '');

    test('pass what is asked of a translator’s sheet', () => {
      const faults = texts.flatMap((text) => {
        const draft = find(text.key);
        if (draft === undefined) return [];
        const strange = foreignWords[language].exec(draft)?.[0] ?? [];
        return [...judgeDraft(draft, text, script), strange].flat().map((each) => [text.key, each]);
      });
      expect(faults).toEqual([]);
    });

    test('say of progress whole what takes a day, and of privacy what is kept of citizens', () => {
      const asked = texts.filter(({ key }) => sayDays.test(key) || ofCitizens.test(key));
      expect(asked.length).toBeGreaterThan(40);
      const lacking = asked.filter(({ key }) => find(key) === undefined);
      // A language has all of a subject's, or the page is in the language that stands in.
      expect(
        lacking.map(({ key }) => key).filter((key) => subjectsOf(drafts).has(key.split('.')[0])),
      ).toEqual([]);
    });

    test('have a draft of every sentence that citizens read', () => {
      const asked = texts.filter(({ key }) => citizens.test(key));
      expect(asked.length).toBeGreaterThan(130);
      expect(asked.filter(({ key }) => find(key) === undefined)).toEqual([]);
    });
  },
);

test('a sentence that a language lacks is whole in English', () => {
  const words = inOwnWords(wordsIn('en'), { station: { back: 'પાછળ' } }, 'gu');
  expect(words.station.back).toBe('પાછળ');
  expect(words.district.heading('Porbandar')).toBe('Porbandar district');
});
