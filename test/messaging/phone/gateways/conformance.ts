import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway, OutgoingSms } from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import type { Mode } from './check-server.ts';

/** One provider with the adapter that talks to it. */
export interface Bench {
  gateway: Gateway;
  set(mode: Mode): void;
  received(): { to: string; body: string }[];
  faults(): string[];
  /** Stops the provider, so that connections are refused. */
  stopProvider(): Promise<void>;
  close(): Promise<void>;
}

export const sample: OutgoingSms = {
  reference: '42',
  to: '+919876543210',
  body: 'घर बैठे पुलिस सेवाएँ – UP COP ऐप: uppolice.gov.in/q/BCDFGH & "50%" + 1',
  validitySeconds: 3600,
  templateId: '1234567890123456789',
  principalEntityId: '9876543210987654321',
  header: 'UPPOLC',
  category: 'government',
};

export function expectField(fields: URLSearchParams, name: string, value: string): void {
  const got = fields.get(name);
  if (got !== value) throw new Error(`Expected "${value}" for \`${name}\`, got "${got}"`);
}

async function failure(attempt: Promise<unknown>): Promise<SendError> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SendError);
  return error as SendError;
}

/** How the emulator behaves in each mode; it knows us by the token alone. */
export const emulatorModes: Record<Mode, Partial<EmulatorBehaviour>> = {
  ok: { share429: 0, share5xx: 0, shareTimeoutAfterAcceptance: 0, shareLostAnswers: 0 },
  'refuse-login': {},
  busy: { share429: 1, retryAfterSeconds: 7 },
  broken: { share5xx: 2 },
  silent: { shareTimeoutAfterAcceptance: 1 },
  'drop-after': { shareLostAnswers: 1 },
};

/** A message to each of so many numbers. */
const makeMany = (count: number): OutgoingSms[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sample,
    reference: String(index),
    to: `+9198765${String(index).padStart(5, '0')}`,
  }));

/** Opened before each test and closed after it. */
export function openForEach<T extends Pick<Bench, 'gateway' | 'close'>>(open: () => Promise<T>): T {
  const bench = {} as T;
  beforeEach(async () => {
    Object.assign(bench, await open());
  });
  afterEach(async () => {
    await bench.gateway.close();
    await bench.close();
  });
  return bench;
}

/** @param timing how long the gateway waits for an answer */
type OpenBench = (timing: { requestTimeoutMs: number }) => Promise<Bench>;

/** A gateway that gives up soon, for providers that say nothing. */
export const hasty = { requestTimeoutMs: 1200 };
/** However busy the machine is, an answer that comes is waited for. */
const patient = { requestTimeoutMs: 60_000 };

/** The promises of every gateway. */
export function gatewayConformance(name: string, open: OpenBench): void {
  describe(`the ${name} gateway`, () => {
    const bench = openForEach(() => open(patient));

    it('delivers number and Hindi text unaltered and returns an id', async () => {
      const { providerId } = await bench.gateway.sendSms(sample);
      expect(bench.faults()).toEqual([]);
      expect(providerId).toMatch(/^\w{4,}$/);
      expect(bench.received()).toEqual([{ to: sample.to, body: sample.body }]);
    });
    it('delivers an English text unaltered', async () => {
      const body = 'Get UP COP: uppolice.gov.in/q/BCDFGH & more';
      await bench.gateway.sendSms({ ...sample, body });
      expect(bench.faults()).toEqual([]);
      expect(bench.received()[0]?.body).toBe(body);
    });
    it('gives each of many messages at once its own id', async () => {
      const receipts = await Promise.all(
        makeMany(30).map((message) => bench.gateway.sendSms(message)),
      );
      expect(new Set(receipts.map(({ providerId }) => providerId)).size).toBe(30);
      expect(new Set(bench.received().map(({ to }) => to)).size).toBe(30);
    });
    it('calls a refused login a reason to halt', async () => {
      bench.set('refuse-login');
      expect((await failure(bench.gateway.sendSms(sample))).class).toBe('halt');
    });
    it('tries later on 429, and says when', async () => {
      bench.set('busy');
      const error = await failure(bench.gateway.sendSms(sample));
      expect(error).toMatchObject({ class: 'later', retryable: true, retryAfterMs: 7000 });
    });
    it('tries later when the connection is refused', async () => {
      await bench.stopProvider();
      expect((await failure(bench.gateway.sendSms(sample))).class).toBe('later');
    });
    it('shows no phone number in an error', async () => {
      bench.set('drop-after');
      const error = await failure(bench.gateway.sendSms(sample));
      expect(`${error.message} ${String(error.cause)}`).not.toContain('9876543210');
    });
  });

  describe(`the ${name} gateway in doubt`, () => {
    const bench = openForEach(() => open(hasty));
    it.each<{ label: string; mode: Mode; reached: number }>([
      { label: 'a server error', mode: 'broken', reached: 0 },
      { label: 'silence after acceptance', mode: 'silent', reached: 1 },
      { label: 'a lost answer', mode: 'drop-after', reached: 1 },
    ])('calls $label ambiguous and sends nothing twice', async ({ mode, reached }) => {
      bench.set(mode);
      const error = await failure(bench.gateway.sendSms(sample));
      expect(error).toMatchObject({ class: 'ambiguous', retryable: false });
      bench.set('ok');
      await bench.gateway.sendSms({ ...sample, to: '+919876500000' });
      expect(bench.received().filter(({ to }) => to === sample.to)).toHaveLength(reached);
    });
  });
}

/** The promises of every gateway that sends one text to many by one request. */
export function bulkConformance(name: string, open: OpenBench): void {
  describe(`the ${name} gateway with many numbers`, () => {
    const bench = openForEach(() => open(hasty));
    const many = makeMany(40);
    const numbers = many.map(({ to }) => to);
    const send = async (messages: readonly OutgoingSms[]) => {
      const receipts = await bench.gateway.sendBulk?.(messages);
      if (receipts === undefined) throw new Error('Expected a gateway with bulk requests');
      return receipts;
    };
    it.each([
      { label: 'Hindi', body: sample.body },
      { label: 'English', body: 'Get UP COP: uppolice.gov.in/q/BCDFGH & more' },
    ])(
      'delivers a $label text to each once, unaltered, with a receipt for each',
      async ({ body }) => {
        const receipts = await send(many.map((message) => ({ ...message, body })));
        expect(bench.faults()).toEqual([]);
        expect(receipts).toHaveLength(many.length);
        for (const { providerId } of receipts) expect(providerId).toMatch(/^\w{4,}$/);
        expect(bench.received()).toEqual(numbers.map((to) => ({ to, body })));
        expect(bench.gateway.bulkLimit).toBeGreaterThanOrEqual(many.length);
      },
    );
    it.each<{ mode: Mode; class: string; reached: number }>([
      { mode: 'refuse-login', class: 'halt', reached: 0 },
      { mode: 'busy', class: 'later', reached: 0 },
      { mode: 'broken', class: 'ambiguous', reached: 0 },
      { mode: 'silent', class: 'ambiguous', reached: 40 },
      { mode: 'drop-after', class: 'ambiguous', reached: 40 },
    ])('says of all: $mode is $class', async ({ mode, class: expected, reached }) => {
      bench.set(mode);
      expect((await failure(send(many))).class).toBe(expected);
      expect(bench.received()).toHaveLength(reached);
    });
    it('sends nothing when the texts differ', async () => {
      const [first, ...others] = many as [OutgoingSms, ...OutgoingSms[]];
      await expect(send([{ ...first, body: 'another' }, ...others])).rejects.toThrow('one text');
      expect(bench.received()).toEqual([]);
    });
  });
}
