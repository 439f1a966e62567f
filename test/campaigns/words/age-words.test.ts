import { expect, test } from 'vitest';
import { sayAge } from '../../../campaigns/words/age-words.ts';

test.each([
  [1, '1 दिन', '1 day'],
  [60, '60 दिन', '60 days'],
  [61, '2 माह', '2 months'],
  [730, '23 माह', '23 months'],
  [731, '2 वर्ष', '2 years'],
  [2793, '7 वर्ष', '7 years'],
])('an age of %d days is said as %s', (days, hi, en) => {
  expect(sayAge(days)).toEqual({ hi, en });
});
