import { expect, test } from 'vitest';
import type { OwnLanguage } from '../../../campaigns/language.ts';
import { sentFaults } from '../../../campaigns/messages/lint-content.ts';
import { fineGroups, likenessFaults } from '../../../campaigns/messages/lint-likeness.ts';
import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import { categories } from './judged-texts.ts';
import { heldOut, judgeTexts, registration, textClasses } from './read-texts.ts';

const judged = judgeTexts();

test('enough texts are judged, each once, and more than a hundred of them held out', () => {
  expect(judged.length).toBeGreaterThanOrEqual(300);
  expect(judged.filter(({ split }) => heldOut.includes(split)).length).toBeGreaterThan(200);
  expect(new Set(judged.map((each) => `${each.language} ${each.text}`)).size).toBe(judged.length);
});

test.each(textClasses)('texts by which the rules were written are judged rightly: %s', (group) => {
  const own = judged.filter((each) => each.group === group && each.split === 'tune');
  expect(own.filter(({ isRight }) => !isRight).map(({ text }) => text)).toEqual([]);
});

test.each([...new Set(judged.filter(({ split }) => split === 'second').map(({ group }) => group))])(
  'of the texts of the second hand at most 3 % are judged wrongly: %s',
  (group) => {
    const own = judged.filter((each) => each.group === group && each.split === 'second');
    const wrong = own.filter(({ isRight }) => !isRight);
    expect(wrong.length / own.length).toBeLessThanOrEqual(0.03);
  },
);

test.each([
  { label: 'fine ones are refused', isFine: true, of: 'isRefused', most: 2 / 100 },
  { label: 'fine ones are put to a person', isFine: true, of: 'isAsked', most: 8 / 100 },
  { label: 'wrong ones pass unasked', isFine: false, of: 'isPassed', most: 4 / 100 },
] as const)('of the texts held out no more than $most of the $label', ({ isFine, of, most }) => {
  const own = judged
    .filter(({ split, group }) => heldOut.includes(split) && fineGroups.includes(group) === isFine)
    .map(({ isRight, isAsked }) => ({
      isAsked,
      isRefused: !isRight,
      isPassed: !isRight && !isAsked,
    }));
  expect(own.filter((each) => each[of]).length / own.length).toBeLessThanOrEqual(most);
});

test('a text that people asked for, or that sells by its category, is put to nobody', () => {
  const text = 'इस धनतेरस बर्तनों पर बनवाई शून्य।';
  const asked = (category: MessageCategory, own: OwnLanguage = 'hi') =>
    likenessFaults(text, { category, language: 'hi' }, { ownLanguage: own }).map(
      ({ rule }) => rule,
    );
  expect(asked('government')).toEqual(['unplaced']);
  expect(asked('promotional')).toEqual([]);
  expect(asked('service-explicit')).toEqual([]);
  // Nothing is known of how notices read in Gujarati.
  expect(asked('government', 'gu')).toEqual([]);
});

const registeredRules = ['number-whitelist', 'variable-tag', 'fixed-share', 'foreign-letter'];

test('a text that is sent is refused by the same rules as one that is registered', () => {
  const differing = judged.flatMap(({ text, language, category, errors }) => {
    const notice = { channel: 'sms', category: categories[category], language } as const;
    const sent = sentFaults(text, notice, registration);
    const rules = (findings: typeof errors) =>
      [...new Set(findings.map(({ rule }) => rule))]
        // Numbers, variables, and forms of letters, are those of the registered text.
        .filter((rule) => !registeredRules.includes(rule))
        .sort()
        .join();
    const refused = sent.filter(({ severity }) => severity === 'error');
    return rules(refused) === rules(errors)
      ? []
      : [`${text}: ${rules(refused)} / ${rules(errors)}`];
  });
  expect(differing).toEqual([]);
});

test('a refusal names its rule and the words that it found', () => {
  const [refused] = judged.filter(({ text }) => text.includes('विजयी बनाएँ'));
  const [{ message } = { message: { hi: '', en: '' } }] = refused?.errors ?? [];
  expect(message.hi).toMatch(/^".+" किसी दल .+ \(नियम: दल या नेता\)$/);
  expect(message.en).toMatch(/^".+" appeals for .+ \(rule party-appeal\)$/);
});
