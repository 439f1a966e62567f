import { expect, test } from 'vitest';
import { type ErrorClass, SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { toOutcome } from '../../../../messaging/phone/sending/submit.ts';

const failed = (type: ErrorClass, attempt = 1, retryAfterMs?: number, spread = 0) =>
  toOutcome(
    { id: '1', attempt },
    new SendError('said', { code: '9', class: type, retryAfterMs }),
    spread,
  );

test.each<[ErrorClass, string, number | null]>([
  ['ambiguous', 'unknown', null],
  ['permanent', 'failed', null],
  ['opt-out', 'failed', null],
  ['unlisted', 'failed', null],
  // Nobody is at fault, and nothing waits: the blast halts.
  ['halt', 'planned', 0],
  ['later', 'planned', 2000],
])('what failed as %s is %s', (type, status, retryInMs) => {
  expect(failed(type)).toMatchObject({ id: '1', attempt: 1, status, code: '9', retryInMs });
});

test('what never left is planned again at once', () => {
  expect(toOutcome({ id: '1', attempt: 3 }, null, 1)).toMatchObject({
    id: '1',
    attempt: 3,
    status: 'planned',
    code: null,
    retryInMs: 0,
  });
});

test.each([
  // Doubled with each attempt, to five minutes.
  [1, undefined, 2000],
  [2, undefined, 4000],
  [5, undefined, 32_000],
  [8, undefined, 256_000],
  [9, undefined, 300_000],
  [40_000, undefined, 300_000],
  // As the provider asks the first time, then no sooner than by doubling.
  [1, 700, 700],
  [1, 7000, 7000],
  [1, 0, 500],
  [2, 700, 4000],
  [2, 9000, 9000],
  [1, 900_000, 300_000],
  [1, 3_600_000, 300_000],
])('attempt %i, told to wait %o ms, waits %i ms', (attempt, retryAfterMs, waits) => {
  expect(failed('later', attempt, retryAfterMs).retryInMs).toBe(waits);
  // Not all at once: half as long again at most.
  expect(failed('later', attempt, retryAfterMs, 1).retryInMs).toBe(waits * 1.5);
});
