import { expect, test } from 'vitest';
import {
  clickShare,
  formatInterval,
  type ShareInterval,
  shareDifference,
  sizeOfTrial,
} from '../../../campaigns/messages/click-share.ts';

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

// Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10.
test.each([
  { first: [48, 80], second: [56, 70], low: 0.0524, high: 0.3339 },
  { first: [3, 10], second: [9, 10], low: 0.1705, high: 0.809 },
  { first: [0, 10], second: [10, 10], low: 0.6075, high: 1 },
] as const)(
  'the shares $first and $second differ by $low to $high',
  ({ first, second, ...ends }) => {
    const [a, b] = [clickShare(first[0], first[1]), clickShare(second[0], second[1])] as [
      ShareInterval,
      ShareInterval,
    ];
    const { low, high, difference } = shareDifference(a, b);
    expect(difference).toBe(b.share - a.share);
    expect(low).toBeCloseTo(ends.low, 3);
    expect(high).toBeCloseTo(ends.high, 3);
  },
);

test('a smaller difference needs more numbers', () => {
  // Fleiss: 2 % against 3 %, 95 % and 80 %, without the correction for continuity.
  expect(sizeOfTrial(0.02, 0.01)).toBe(3826);
  expect(sizeOfTrial(0.02, 0.02)).toBe(1141);
});
