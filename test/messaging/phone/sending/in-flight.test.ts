import { describe, expect, it } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import { type ErrorClass, SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { createInFlight } from '../../../../messaging/phone/sending/in-flight.ts';
import { submit } from '../../../../messaging/phone/sending/submit.ts';
import { stopTokens } from './worker-fixture.ts';

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

describe('a refusal that may speak of us', () => {
  const text = { templateId: null, header: 'UPPOLC', body: 'x', segments: 1 };
  const submitTo = (failure: SendError) =>
    submit(
      {
        blast: { id: 1, channel: 'sms', texts: { hi: text }, gateways: [] } as unknown as Blast,
        gateway: {
          name: 'cdac',
          reconcile: 'none',
          requestTimeoutMs: 1000,
          retryableCodes: [],
          sendSms: () => Promise.reject(failure),
          close: async () => {},
        },
        validity: 60,
        principalEntityId: null,
        stopTokens,
        begunAtMs: performance.now(),
      },
      {
        id: '1',
        attempt: 1,
        to: '+915000000001',
        language: 'hi',
        district: null,
        station: null,
        lot: null,
      },
    );
  const failure = (errorClass: ErrorClass, code: string) =>
    new SendError('x', { class: errorClass, code });
  it.each([
    { label: 'an unlisted code', of: failure('unlisted', '29999'), suspectCode: '29999' },
    { label: 'a reply that nobody knows', of: failure('ambiguous', '499'), doubtCode: '499' },
    {
      label: 'a broken connection',
      of: failure('ambiguous', 'ECONNRESET'),
      doubtCode: 'ECONNRESET',
    },
    { label: 'a dead number', of: failure('permanent', '406') },
  ])('$label is told to what counts it', async ({ of, suspectCode, doubtCode }) => {
    const told = await submitTo(of);
    expect([told.suspectCode, told.doubtCode]).toEqual([suspectCode, doubtCode]);
  });
});
