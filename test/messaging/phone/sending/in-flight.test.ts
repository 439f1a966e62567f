import { describe, expect, it } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
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
  const submitTo = (reconcile: Gateway['reconcile'], failure: SendError, gateways: object[] = []) =>
    submit(
      {
        blast: { id: 1, channel: 'sms', texts: { hi: text }, gateways } as unknown as Blast,
        gateway: {
          name: 'cdac',
          reconcile,
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
    {
      label: 'an unlisted code',
      reconcile: 'list',
      of: failure('unlisted', '29999'),
      code: '29999',
    },
    {
      label: 'a reply that nobody knows, where nothing can be looked up',
      reconcile: 'none',
      of: failure('ambiguous', '499'),
      code: '499',
    },
    {
      label: 'the same where it can',
      reconcile: 'list',
      of: failure('ambiguous', '20500'),
      code: undefined,
    },
    {
      label: 'a broken connection',
      reconcile: 'none',
      of: failure('ambiguous', 'ECONNRESET'),
      code: undefined,
    },
    { label: 'a dead number', reconcile: 'none', of: failure('permanent', '406'), code: undefined },
  ] as const)('$label: $code', async ({ reconcile, of, code }) => {
    expect((await submitTo(reconcile, of)).suspectCode).toBe(code);
  });

  it('counts a broken connection where another gateway could take over', async () => {
    const broken = failure('ambiguous', 'ECONNRESET');
    expect((await submitTo('list', broken, [{}, {}])).suspectCode).toBe('ECONNRESET');
  });
});
