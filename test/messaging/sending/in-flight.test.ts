import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../messaging/gateways/emulator-behaviour.ts';
import { SendError } from '../../../messaging/gateways/send-error.ts';
import { createInFlight } from '../../../messaging/sending/in-flight.ts';
import { outcomeOf } from '../../../messaging/sending/outcome.ts';

describe('requests in flight', () => {
  it('never exceed the limit, and every waiter gets its turn', async () => {
    const inFlight = createInFlight(20);
    const random = randomNumbers(7);
    let used = 0;
    let most = 0;
    let done = 0;
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (let turn = 0; turn < 10; turn += 1) {
          const places = await inFlight.reserve(1 + Math.floor(random() * 50));
          used += places;
          most = Math.max(most, used);
          await new Promise((resolve) => setTimeout(resolve, random() * 3));
          used -= places;
          inFlight.release(places);
          done += 1;
        }
      }),
    );
    expect([most <= 20, done, used]).toEqual([true, 300, 0]);
    await inFlight.idle();
  });
});

describe('outcomeOf', () => {
  const submission = { id: '7', attempt: 2 };
  const error = (
    errorClass: 'permanent' | 'opt-out' | 'halt' | 'later' | 'ambiguous',
    retryAfterMs?: number,
  ) => new SendError('x', { code: 'c', class: errorClass, retryAfterMs });
  it.each([
    { label: 'a request that never left', cause: null, status: 'planned', retryInMs: 0 },
    {
      label: 'an ambiguous failure',
      cause: error('ambiguous'),
      status: 'unknown',
      retryInMs: null,
    },
    { label: 'a dead number', cause: error('permanent'), status: 'failed', retryInMs: null },
    { label: 'an opted-out number', cause: error('opt-out'), status: 'failed', retryInMs: null },
    { label: 'a halting code', cause: error('halt'), status: 'planned', retryInMs: 2000 },
    { label: 'Retry-After', cause: error('later', 7000), status: 'planned', retryInMs: 7000 },
    {
      label: 'a Retry-After of nothing',
      cause: error('later', 0),
      status: 'planned',
      retryInMs: 500,
    },
    {
      label: 'a Retry-After of an hour',
      cause: error('later', 3_600_000),
      status: 'planned',
      retryInMs: 60_000,
    },
  ])('makes of $label: $status', ({ cause, status, retryInMs }) => {
    expect(outcomeOf(submission, cause, 0)).toMatchObject({
      id: '7',
      attempt: 2,
      status,
      retryInMs,
    });
  });
  it('spreads retries by up to a half', () => {
    expect(outcomeOf(submission, error('later', 1000), 1).retryInMs).toBe(1500);
  });
});
