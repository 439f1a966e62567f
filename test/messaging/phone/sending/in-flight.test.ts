import { describe, expect, it } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { type ErrorClass, SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { createCoolDown } from '../../../../messaging/phone/sending/cool-down.ts';
import { createInFlight } from '../../../../messaging/phone/sending/in-flight.ts';
import { toOutcome } from '../../../../messaging/phone/sending/outcome.ts';
import type { SubmissionResult } from '../../../../messaging/phone/sending/outcome-recorder.ts';
import { createRefusalStreaks } from '../../../../messaging/phone/sending/refusal-streak.ts';
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

describe('toOutcome', () => {
  const submission = { id: '7', attempt: 1 };
  const error = (errorClass: ErrorClass, retryAfterMs?: number) =>
    new SendError('x', { code: 'c', class: errorClass, retryAfterMs });
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
    { label: 'a halting code', cause: error('halt'), status: 'planned', retryInMs: 0 },
    { label: 'an unlisted code', cause: error('unlisted'), status: 'failed', retryInMs: null },
    { label: 'later', cause: error('later'), status: 'planned', retryInMs: 2000 },
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
      retryInMs: 300_000,
    },
  ])('makes of $label: $status', ({ cause, status, retryInMs }) => {
    expect(toOutcome(submission, cause, 0)).toMatchObject({
      id: '7',
      attempt: 1,
      status,
      retryInMs,
    });
  });
  it.each([
    { attempt: 2, retryInMs: 4000 },
    { attempt: 5, retryInMs: 32_000 },
    { attempt: 9, retryInMs: 300_000 },
    { attempt: 40_000, retryInMs: 300_000 },
  ])('waits $retryInMs ms after refusal $attempt', ({ attempt, retryInMs }) => {
    const outcome = toOutcome({ id: '7', attempt }, error('later', 1000), 0);
    expect(outcome).toMatchObject({ status: 'planned', retryInMs });
  });
  it('spreads retries by up to a half', () => {
    expect(toOutcome(submission, error('later', 1000), 1).retryInMs).toBe(1500);
  });
});

describe('a cool-down', () => {
  function open() {
    let nowMs = 0;
    const coolDown = createCoolDown(
      () => nowMs,
      () => 0,
    );
    const later = (times: number) => {
      for (let n = 0; n < times; n += 1) coolDown.note('a', { later: true });
    };
    return { coolDown, later, pass: (ms: number) => (nowMs += ms) };
  }
  it('begins after twenty refusals in a row, and not with one answer between them', () => {
    const { coolDown, later } = open();
    later(19);
    coolDown.note('a', { later: false });
    later(19);
    expect([coolDown.allowance('a', 50), coolDown.isHot('a')]).toEqual([50, false]);
    later(1);
    expect([coolDown.allowance('a', 50), coolDown.isCooling('a')]).toEqual([0, true]);
    expect(coolDown.allowance('b', 50)).toBe(50);
  });
  it('lets a few through at growing distance, at most a minute', () => {
    const { coolDown, later, pass } = open();
    later(20);
    let granted = 0;
    for (let second = 0; second < 600; second += 1) {
      pass(1000);
      const probes = coolDown.allowance('a', 50);
      granted += probes;
      later(probes);
    }
    expect(granted).toBe(14 * 5);
  });
  it('ends with the first other answer', () => {
    const { coolDown, later } = open();
    later(30);
    coolDown.note('a', { later: false });
    expect(coolDown.allowance('a', 50)).toBe(50);
  });
});

describe('refusals in a row', () => {
  const refused = (id: number, suspectCode?: string): SubmissionResult => ({
    blastId: 1,
    outcome: {
      id: String(id),
      attempt: 1,
      status: suspectCode === undefined ? 'accepted' : 'failed',
      providerId: null,
      code: suspectCode ?? null,
      retryInMs: null,
    },
    ...(suspectCode === undefined ? {} : { suspectCode }),
  });
  const row = (from: number, count: number, code = '29999') =>
    Array.from({ length: count }, (_, n) => refused(from + n, code));

  it('halt after twenty different recipients, and name them all', () => {
    const streaks = createRefusalStreaks();
    expect(streaks.note(row(0, 19))).toEqual([]);
    const [streak] = streaks.note(row(19, 1));
    expect([streak?.code, streak?.ids.length]).toEqual(['29999', 20]);
  });
  it.each([
    { label: 'the same group again', group: [...row(0, 10), ...row(0, 10)] },
    { label: 'an acceptance between them', group: [...row(0, 15), refused(99), ...row(15, 15)] },
    { label: 'another code', group: [...row(0, 15), ...row(15, 15, '28888')] },
  ])('do not halt with $label', ({ group }) => {
    expect(createRefusalStreaks().note(group)).toEqual([]);
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
        mark: '',
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
