import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { fillTemplate } from '../../../campaigns/messages/fill-template.ts';
import { lintTemplate } from '../../../campaigns/messages/lint.ts';
import type { Template } from '../../../campaigns/messages/messages.ts';
import { publicShorteners } from '../../../campaigns/messages/public-shorteners.ts';
import { threadMs } from '../../thread-ms.ts';
import { categories, cleanTexts, faultyTexts, type Judged, whitelist } from './judged-texts.ts';

const { capitalNames, senderNames } = loadCampaign('up-cop').messages;
const registration = { principalEntityId: null, capitalNames, senderNames, ...whitelist };
const template: Template = {
  id: 'judged',
  templateId: '1234567890123456789',
  category: 'government',
  language: 'hi',
  header: 'UPPOLC',
  text: '',
  purpose: { hi: 'जाँच', en: 'Test' },
  approvedOn: null,
};

function rulesOf([language, category, text]: Judged): string[] {
  const given = { ...template, language, category: categories[category], text };
  // How often a text is put to a person is measured by `texts.test.ts`.
  const rules = lintTemplate(given, registration)
    .filter(({ rule }) => rule !== 'unplaced')
    .map(({ rule, severity }) => (severity === 'error' ? rule : `~${rule}`));
  return [...new Set(rules)].sort();
}

test('enough texts are judged, each once', () => {
  const texts = [...cleanTexts, ...faultyTexts].map(
    ([language, category, text]) => `${language} ${category} ${text}`,
  );
  expect(cleanTexts.length).toBeGreaterThanOrEqual(40);
  expect(texts.length).toBeGreaterThanOrEqual(120);
  expect(new Set(texts).size).toBe(texts.length);
});

test.each(cleanTexts.map((judged) => ({ text: judged[2], judged })))(
  'clean: $text',
  ({ judged }) => {
    expect(rulesOf(judged)).toEqual([]);
  },
);

test.each(faultyTexts.map((judged) => ({ text: judged[2], rules: judged[3], judged })))(
  '$rules: $text',
  ({ judged, rules }) => expect(rulesOf(judged)).toEqual([...rules].sort()),
);

test.each(publicShorteners.map((host) => ({ host })))(
  'a public short link is refused even where it stands on the portal: $host',
  ({ host }) => {
    const text = `ऐप पाएँ https://${host}/abc उत्तर प्रदेश पुलिस`;
    const onPortal = { ...registration, whitelistedLinks: [`${host}/`] };
    expect(lintTemplate({ ...template, text }, onPortal).map(({ rule }) => rule)).toEqual([
      'link-shortener',
    ]);
  },
);

describe('whatever the text', () => {
  const pieces = [
    ...[...cleanTexts, ...faultyTexts].flatMap(([, , text]) => text.split(/(?<= )/)),
    ...'{#url#} {# #} https:// :// @ . .. / 98765 43210 +91 😀'.split(' '),
    ...['\u0301', '\uD800', '\u200D', '\n'],
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')),
  );
  const category = fc.constantFrom(...Object.values(categories));
  const language = fc.constantFrom('hi' as const, 'en' as const);

  test('the linter answers, and names places inside it', () => {
    fc.assert(
      fc.property(text, category, language, (given, kind, script) => {
        const own = { ...template, text: given, category: kind, language: script };
        const findings = lintTemplate(own, registration);
        for (const { at, message } of findings) {
          expect(at ?? 0).toBeLessThanOrEqual(given.length);
          expect(message.hi).toMatch(/[\u0900-\u097F]/);
          expect(message.en).toMatch(/[a-z]/);
        }
      }),
    );
  });

  test('it says the same of its form NFC', () => {
    fc.assert(
      fc.property(text, category, language, (given, kind, script) => {
        const rules = (form: string) =>
          lintTemplate({ ...template, text: form, category: kind, language: script }, registration)
            .map(({ rule, severity }) => `${severity} ${rule}`)
            .filter((rule) => rule !== 'error normalisation');
        expect(rules(given)).toEqual(rules(given.normalize('NFC')));
      }),
    );
  });

  test('a text of sixteen hundred characters without a blank takes no longer than a moment', () => {
    const pieces = ['a.', '9', '9 ', 'a@', '{#', 'कॉल ', 'a-', '1.2.', '://', 'win a ', 'call us '];
    for (const piece of pieces) {
      const startedAt = threadMs();
      lintTemplate({ ...template, text: piece.repeat(2000).slice(0, 2000) }, registration);
      expect(threadMs() - startedAt, piece).toBeLessThan(500);
    }
  });
});

describe('a value of a variable', () => {
  const text = (kind: string) => `थाना ${kind} में आपके आवेदन पर कार्यवाही पूरी हुई। उत्तर प्रदेश पुलिस`;
  test.each([
    { kind: '{#alphanumeric#}', value: 'हजरतगंज 2' },
    { kind: '{#urlott#}', value: 'uppolice.gov.in/q/BCDFGH' },
    { kind: '{#numeric#}', value: '012345' },
    { kind: '{#number#}', value: '2026001234' },
    { kind: '{#var#}', value: 'हजरतगंज, लखनऊ' },
    { kind: '{#cbn#}', value: '112' },
    { kind: '{#cbn#}', value: '+919454400000' },
    { kind: '{#number#}', value: '9454400000' },
    { kind: '{#email#}', value: 'upcop@uppolice.gov.in' },
    { kind: '{#url#}', value: 'uppolice.gov.in/q/BCDFGH' },
  ])('is taken: $kind $value', ({ kind, value }) => {
    expect(fillTemplate(text(kind), [value], whitelist)).toContain(value);
  });
  test.each([
    { kind: '{#var#}', value: 'evil.com/a', says: /link/ },
    { kind: '{#var#}', value: 'bit.ly/abc', says: /link/ },
    { kind: '{#var#}', value: 'uppolice.gov.in/q/BCDFGH', says: /link/ },
    { kind: '{#var#}', value: 'कॉल 98765 43210', says: /number/ },
    { kind: '{#alphanumeric#}', value: '9876543210', says: /number/ },
    { kind: '{#alphanumeric#}', value: '९८७६५४३२१०', says: /number/ },
    { kind: '{#numeric#}', value: '9876543210', says: /number/ },
    { kind: '{#number#}', value: '919876543210', says: /number/ },
    { kind: '{#cbn#}', value: '9876543210', says: /number/ },
    { kind: '{#var#}', value: 'एक\nदो', says: /U\+000A/ },
    { kind: '{#var#}', value: 'एक\rदो', says: /U\+000D/ },
    { kind: '{#var#}', value: 'एक\u2028दो', says: /U\+2028/ },
    { kind: '{#alphanumeric#}', value: 'एक\u200Bदो', says: /U\+200B/ },
    { kind: '{#alphanumeric#}', value: 'एक\u3164दो', says: /U\+3164/ },
    { kind: '{#alphanumeric#}', value: 'Luсknow', says: /U\+0441/ },
    { kind: '{#var#}', value: 'Ｌucknow', says: /U\+FF2C/ },
    { kind: '{#alphanumeric#}', value: '   ', says: /1 to 30/ },
    { kind: '{#var#}', value: ' ', says: /1 to 30/ },
    { kind: '{#var#}', value: '{#url#}', says: /kind any/ },
    { kind: '{#url#}', value: 'evil.com/a', says: /whitelisted/ },
    { kind: '{#url#}', value: 'https://1.2.3.4/q/B', says: /host/ },
    { kind: '{#url#}', value: 'bit.ly/abc', says: /own domain/ },
    { kind: '{#url#}', value: 'http://uppolice.gov.in/q/B', says: /https/ },
    { kind: '{#url#}', value: 'हजरतगंज', says: /host/ },
  ])('is refused: $kind $value', ({ kind, value, says }) => {
    expect(() => fillTemplate(text(kind), [value], whitelist)).toThrow(says);
  });
  test('is sent in the form that operators match, and counted in it', () => {
    const composed = 'म\u095Cियाँव';
    expect(composed.normalize('NFC')).not.toBe(composed);
    expect(fillTemplate(text('{#alphanumeric#}'), [composed])).toContain(composed.normalize('NFC'));
    // Fifteen letters as typed are thirty as sent.
    expect(fillTemplate(text('{#var#}'), ['\u095B'.repeat(15)])).toContain('\u091C\u093C');
    expect(() => fillTemplate(text('{#var#}'), ['\u095B'.repeat(16)])).toThrow(/got 32/);
  });
});
