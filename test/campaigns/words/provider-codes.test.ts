import { expect, test } from 'vitest';
import { failureAdvice } from '../../../campaigns/words/failure-advice.ts';
import { providerCode } from '../../../campaigns/words/provider-codes.ts';
import { listExotelWords } from '../../../messaging/phone/gateways/exotel-codes.ts';
import { lost } from '../../../messaging/phone/gateways/report-words.ts';
import { listTwilioCodes } from '../../../messaging/phone/gateways/twilio-codes.ts';

test.each(['permanent', 'opt-out', 'halt', 'later', 'ambiguous'] as const)(
  'every code of the class %s has words in both languages',
  (name) => {
    for (const code of [...listTwilioCodes(name), ...listExotelWords(name)]) {
      expect([code, providerCode(code, 'hi')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
      expect([code, providerCode(code, 'en')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
    }
  },
);

test('every code of a failure says what to do about it; what is not listed is asked for', () => {
  const classes = ['permanent', 'opt-out', 'halt', 'later'] as const;
  const codes = classes.flatMap((name) => [...listTwilioCodes(name), ...listExotelWords(name)]);
  const ask = failureAdvice('39999', 'hi');
  expect(ask).toContain('संचालक से');
  const asked = [...codes, ...Object.keys(lost)].filter(
    (code) => failureAdvice(code, 'hi') === ask,
  );
  // An operator that refuses gives no reason.
  expect(asked).toEqual(['rejectd']);
});

test('what a delivery report may say has words in both languages', () => {
  for (const code of Object.keys(lost)) {
    expect([code, providerCode(code, 'hi')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
    expect([code, providerCode(code, 'en')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
  }
});

test('a code that is not listed has no words', () => {
  expect(providerCode('39999', 'hi')).toBe(null);
});
