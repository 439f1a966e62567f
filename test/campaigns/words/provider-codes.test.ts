import { expect, test } from 'vitest';
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

test('what a delivery report may say has words in both languages', () => {
  for (const code of Object.keys(lost)) {
    expect([code, providerCode(code, 'hi')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
    expect([code, providerCode(code, 'en')]).toEqual([code, expect.stringMatching(/\p{L}/u)]);
  }
});

test('a code that is not listed has no words', () => {
  expect(providerCode('39999', 'hi')).toBe(null);
});
