import { beforeEach, describe, expect, it, test } from 'vitest';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { emulatedSender } from '../../../../messaging/phone/gateways/emulator-api.ts';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type {
  Gateway,
  OutgoingTemplate,
  WhatsappPort,
} from '../../../../messaging/phone/gateways/gateway.ts';
import { classifyMetaCode, createMetaGateway } from '../../../../messaging/phone/gateways/meta.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import { classifyTwilioCode } from '../../../../messaging/phone/gateways/twilio-codes.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { emulatorModes, openForEach } from './conformance.ts';
import { type MetaMode, metaAccount, startMetaServer } from './meta-server.ts';

type Mode = Exclude<Extract<MetaMode, string>, 'outage' | 'drop-before'>;

/** One provider of WhatsApp with the adapter that talks to it. */
interface Bench {
  gateway: Gateway;
  set(mode: Mode): void;
  setState(state: { quality: 'green' | 'red'; limit: number; template: string }): void;
  /** Numbers in E.164 form, and what was sent, as the provider writes it. */
  received(): { to: string; sent: string }[];
  faults(): string[];
  stopProvider(): Promise<void>;
  close(): Promise<void>;
}

const contentSid = `HX${'0'.repeat(31)}1`;
const sample: OutgoingTemplate = {
  reference: '42',
  to: '+919876543210',
  template: { name: 'services_hi', language: 'hi', contentSid },
  values: ['घर बैठे "50%"', 'आगरा'],
  picture: 'https://example.org/files/card.png',
  buttons: [
    { kind: 'app', value: 'BCDFGH' },
    { kind: 'stop', value: 'STOP' },
  ],
};
const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
const timing = { requestTimeoutMs: 1200, sockets: 32 };

const modes = { ...emulatorModes, 'refuse-login': { shareInactiveAccount: 1 } };

async function openTwilio(): Promise<Bench> {
  const emulator = await startEmulator({ ...account, port: 0, behaviour: { callbacks: false } });
  const gateway = createTwilioGateway({
    ...account,
    ...timing,
    listingLagMs: 0,
    name: 'twilio',
    messagingServiceSid: undefined,
    from: 'UPPOLC',
    callFrom: undefined,
    whatsapp: { from: emulatedSender },
    baseUrl: emulator.url,
    publicUrl: 'http://127.0.0.1:1',
  });
  return {
    gateway,
    set: (mode) => emulator.behave({ shareInactiveAccount: 0, ...modes.ok, ...modes[mode] }),
    setState: ({ quality, limit, template }) =>
      emulator.behave({
        whatsappQuality: quality === 'red' ? 'LOW' : 'HIGH',
        whatsappLimit: `${limit / 1000}K Customers/24hr`,
        whatsappTemplates: template as EmulatorBehaviour['whatsappTemplates'],
      }),
    received: () =>
      [...emulator.store.perRecipient('sms').keys()].flatMap((to) =>
        emulator.store
          .listTo('sms', to)
          .map(({ body }) => ({ to: to.replace('whatsapp:', ''), sent: body })),
      ),
    faults: () => [],
    stopProvider: emulator.close,
    close: () => emulator.close().catch(() => undefined),
  };
}

async function openMeta(): Promise<Bench> {
  const server = await startMetaServer();
  const gateway = createMetaGateway({ ...metaAccount, ...timing, baseUrl: server.url });
  return {
    gateway,
    set(mode) {
      server.mode = mode;
    },
    setState({ quality, limit, template }) {
      server.quality = quality.toUpperCase();
      server.tier = `TIER_${limit / 1000}K`;
      server.templates = [{ name: 'services_hi', language: 'hi', status: template.toUpperCase() }];
    },
    received: () =>
      server.taken.map(({ to, components, text }) => ({
        to,
        sent: text ?? JSON.stringify(components),
      })),
    faults: () => server.faults,
    stopProvider: server.close,
    close: server.close,
  };
}

describe.each([
  { name: 'twilio', open: openTwilio },
  { name: 'meta', open: openMeta },
])('WhatsApp by $name', ({ open }) => {
  const bench = openForEach(open);
  let whatsapp: WhatsappPort;
  beforeEach(() => {
    whatsapp = bench.gateway.whatsapp as WhatsappPort;
  });

  it('sends values, picture and link unaltered and returns an id', async () => {
    const { providerId } = await whatsapp.sendTemplate(sample);
    expect(bench.faults()).toEqual([]);
    expect(providerId).toMatch(/^[\x21-\x7e]{4,128}$/);
    const [got] = bench.received();
    expect(got?.to).toBe(sample.to);
    for (const value of [...sample.values, sample.picture ?? '', 'BCDFGH']) {
      expect(got?.sent).toContain(JSON.stringify(value).slice(1, -1));
    }
  });
  it('sends a template that has neither picture, values nor buttons', async () => {
    await whatsapp.sendTemplate({ ...sample, values: [], picture: null, buttons: [] });
    expect(bench.faults()).toEqual([]);
    expect(bench.received()).toHaveLength(1);
  });
  it('answers somebody who wrote, in plain words', async () => {
    await whatsapp.reply(sample.to, 'नमस्ते & help');
    expect(bench.received()).toEqual([{ to: sample.to, sent: 'नमस्ते & help' }]);
  });
  it.each<{ mode: Mode; class: string; reached: number }>([
    { mode: 'refuse-login', class: 'halt', reached: 0 },
    { mode: 'busy', class: 'later', reached: 0 },
    { mode: 'broken', class: 'ambiguous', reached: 0 },
    { mode: 'silent', class: 'ambiguous', reached: 1 },
    { mode: 'drop-after', class: 'ambiguous', reached: 1 },
  ])(
    'is $class when the provider is $mode, and sends nothing twice',
    async ({ mode, class: expected, reached }) => {
      bench.set(mode);
      await expect(whatsapp.sendTemplate(sample)).rejects.toMatchObject({
        class: expected,
        ...(mode === 'busy' ? { retryAfterMs: 7000 } : {}),
      });
      bench.set('ok');
      await whatsapp.sendTemplate({ ...sample, to: '+919876500000' });
      expect(bench.received().filter(({ to }) => to === sample.to)).toHaveLength(reached);
    },
  );
  it('tries later when the connection is refused', async () => {
    await bench.stopProvider();
    await expect(whatsapp.sendTemplate(sample)).rejects.toMatchObject({ class: 'later' });
  });
  it('shows no phone number in an error', async () => {
    bench.set('drop-after');
    const error: unknown = await whatsapp.sendTemplate(sample).catch((thrown: unknown) => thrown);
    const { message, cause } = error as Error;
    expect(`${message} ${String(cause)}`).not.toContain('9876543210');
  });
  it.each(['approved', 'pending', 'rejected', 'paused', 'disabled'])(
    'reads that a template is %s',
    async (template) => {
      bench.setState({ quality: 'green', limit: 1000, template });
      expect((await whatsapp.readTemplate(sample.template)).state).toBe(template);
    },
  );
  it('knows no template that was never made', async () => {
    const other = { name: 'other', language: 'hi', contentSid: null };
    expect((await whatsapp.readTemplate(other)).state).toBe('missing');
  });
  it.each([
    { quality: 'green' as const, limit: 10_000 },
    { quality: 'red' as const, limit: 1000 },
  ])('reads a quality of $quality and a limit of $limit', async (state) => {
    bench.setState({ ...state, template: 'approved' });
    const { quality, limit: dailyLimit } = state;
    expect(await whatsapp.readSender()).toEqual({ quality, dailyLimit });
  });
  it('names its codes for a number without WhatsApp, none of which a retry takes', () => {
    const { retryableCodes } = bench.gateway;
    expect(whatsapp.noWhatsappCodes.filter((code) => retryableCodes.includes(code))).toEqual([]);
    for (const code of whatsapp.noWhatsappCodes) {
      expect(bench.gateway.receipts?.classify(code)).toBe('permanent');
    }
  });
});

test.each([
  { label: 'no WhatsApp at the number', meta: 131026, twilio: 63024, class: 'permanent' },
  { label: 'a free text after 24 hours', meta: 131047, twilio: 63016, class: 'halt' },
  { label: 'too many marketing messages', meta: 131049, twilio: 63049, class: 'permanent' },
  { label: 'too many requests', meta: 130429, twilio: 63018, class: 'later' },
  { label: 'a paused template', meta: 132015, twilio: 63041, class: 'halt' },
  { label: 'a disabled template', meta: 132016, twilio: 63042, class: 'halt' },
])('$label is $class for both', ({ meta, twilio, class: expected }) => {
  expect(classifyMetaCode(String(meta))).toBe(expected);
  expect(classifyTwilioCode(twilio)).toBe(expected);
});

test('no code of WhatsApp is an opt-out', () => {
  const classes = new Set([
    ...Array.from({ length: 100 }, (_, index) => classifyTwilioCode(63_000 + index)),
    ...Array.from({ length: 9000 }, (_, index) => classifyMetaCode(String(130_000 + index))),
  ]);
  expect([...classes]).not.toContain('opt-out');
});

test.each([131026, 131049, 130429, 132015, 132016, 131000])(
  'Meta’s answer %i is read by its code, whatever its status',
  async (code) => {
    const server = closeAfterTest(await startMetaServer());
    const gateway = closeAfterTest(
      createMetaGateway({ ...metaAccount, ...timing, baseUrl: server.url }),
    );
    server.mode = code;
    await expect(gateway.whatsapp?.sendTemplate(sample)).rejects.toMatchObject({
      code: String(code),
      class: classifyMetaCode(String(code)),
    });
    expect(server.taken).toEqual([]);
  },
);

test('Meta says the category and the text of a template', async () => {
  const server = closeAfterTest(await startMetaServer());
  const { whatsapp } = closeAfterTest(
    createMetaGateway({ ...metaAccount, ...timing, baseUrl: server.url }),
  );
  const components = [{ type: 'HEADER' }, { type: 'BODY', text: 'नमस्ते {{1}} जी' }];
  const named = { name: 'services_hi', language: 'hi', status: 'APPROVED' };
  server.templates = [{ ...named, category: 'MARKETING', components }];
  expect(await whatsapp?.readTemplate(sample.template)).toEqual({
    state: 'approved',
    category: 'marketing',
    body: 'नमस्ते {{1}} जी',
    reason: null,
  });
  server.templates = [{ ...named, status: 'REJECTED', rejected_reason: 'PROMOTIONAL', components }];
  expect(await whatsapp?.readTemplate(sample.template)).toMatchObject({
    state: 'rejected',
    reason: 'PROMOTIONAL',
  });
});
