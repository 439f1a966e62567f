import { expect, test } from 'vitest';
import { sentFaults } from '../../../campaigns/messages/lint-content.ts';
import { categories } from './judged-texts.ts';
import { judgeTexts, registration, textClasses } from './read-texts.ts';

const judged = judgeTexts();
const fineClasses: readonly string[] = ['police-warning', 'bank-warning', 'service'];

test('enough texts are judged, each once, and more than a hundred of them held out', () => {
  const heldOut = judged.filter(({ split }) => split === 'held-out');
  expect(judged.length).toBeGreaterThanOrEqual(300);
  expect(heldOut.length).toBeGreaterThan(100);
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
  { label: 'fine ones are refused', isFine: true, most: 3 / 100 },
  // Most of these are appeals, prizes and offers in words that were new to the rules.
  { label: 'wrong ones pass', isFine: false, most: 1 / 4 },
])('of the texts held out no more than $most of the $label', ({ isFine, most }) => {
  const own = judged.filter(
    ({ split, group }) => split === 'held-out' && fineClasses.includes(group) === isFine,
  );
  expect(own.filter(({ isRight }) => !isRight).length / own.length).toBeLessThanOrEqual(most);
});

test('a text that is sent is refused by the same rules as one that is registered', () => {
  const differing = judged.flatMap(({ text, language, category, errors }) => {
    const sent = sentFaults(text, { category: categories[category], language }, registration);
    const rules = (findings: typeof errors) =>
      [...new Set(findings.map(({ rule }) => rule))]
        // Numbers, and forms of letters, are those of the registered text.
        .filter((rule) => !['number-whitelist', 'fixed-share', 'foreign-letter'].includes(rule))
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
  expect(message.hi).toMatch(/^".+" किसी दल .+ \(नियम party-appeal\)$/);
  expect(message.en).toMatch(/^".+" appeals for .+ \(rule party-appeal\)$/);
});
