import { expect, test } from 'vitest';
import { sentFaults } from '../../../campaigns/messages/lint-content.ts';
import { categories } from './judged-texts.ts';
import { judgeTexts, registration, textClasses } from './read-texts.ts';

const judged = judgeTexts();

test('enough texts are judged, each once, and of those held out not fewer than half as many as are tuned by', () => {
  const heldOut = judged.filter(({ split }) => split === 'held-out');
  const tuned = judged.filter(({ split }) => split === 'tune');
  expect(judged.length).toBeGreaterThanOrEqual(300);
  expect(heldOut.length).toBeGreaterThan(tuned.length / 2);
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

test.each(['police-warning', 'bank-warning', 'service', 'party', 'hidden-link'])(
  'of the texts held out at most 3 % are judged wrongly: %s',
  (group) => {
    const own = judged.filter((each) => each.group === group && each.split === 'held-out');
    const refused = own.filter(({ isRight }) => !isRight);
    expect(refused.length / own.length).toBeLessThanOrEqual(0.03);
  },
);

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
