import { expect, test } from 'vitest';
import { clickShare, formatInterval } from '../../../campaigns/messages/click-share.ts';

// Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
test.each([
  { people: 81, sent: 263, low: 0.2553, high: 0.3662 },
  { people: 15, sent: 148, low: 0.0624, high: 0.1605 },
  { people: 0, sent: 20, low: 0, high: 0.1611 },
  { people: 1, sent: 29, low: 0.0061, high: 0.1718 },
])('$people of $sent lie between $low and $high', ({ people, sent, low, high }) => {
  const share = clickShare(people, sent);
  expect(share?.share).toBe(people / sent);
  expect(share?.low).toBeCloseTo(low, 4);
  expect(share?.high).toBeCloseTo(high, 4);
});

test('a link that was passed on brings all of them at most, and nobody has no share', () => {
  expect(clickShare(30, 20)).toEqual(clickShare(20, 20));
  expect(clickShare(3, 0)).toBeNull();
});

test('an interval is written in percent', () => {
  expect(formatInterval({ low: 0.0124, high: 0.1 })).toBe('1.2–10.0 %');
});
