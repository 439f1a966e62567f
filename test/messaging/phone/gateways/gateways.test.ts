import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../../campaigns/durations.ts';
import { asEntities } from '../../../../messaging/phone/gateways/cdac.ts';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { asUtf16Hex, createNicGateway, nicForm } from '../../../../messaging/phone/gateways/nic.ts';
import {
  classifyHttpStatus,
  retryAfterMs,
} from '../../../../messaging/phone/gateways/send-error.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import {
  callStatus,
  classifyTwilioCode,
  messageStatus,
} from '../../../../messaging/phone/gateways/twilio-codes.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openCdacGateway, startCdacServer } from './cdac-server.ts';
import { type CheckServer, startCheckServer } from './check-server.ts';
import {
  type Bench,
  bulkConformance,
  emulatorModes,
  expectField,
  gatewayConformance,
  hasty,
  sample,
} from './conformance.ts';

const sockets = 32;
const nicAccount = { username: 'uppol.sms', pin: 'P#n1' };

const openNicGateway = (baseUrl: string, timing = hasty) =>
  createNicGateway({ ...nicAccount, ...timing, sockets, byteOrderMark: true, baseUrl });

function toBench(server: CheckServer, gateway: Bench['gateway']): Bench {
  return {
    gateway,
    set(mode) {
      server.mode = mode;
    },
    received: () => server.received,
    faults: () => server.faults,
    stopProvider: () => server.close(),
    close: () => server.close(),
  };
}

async function openCdac(timing: typeof hasty): Promise<Bench> {
  const server = await startCdacServer();
  return toBench(server, openCdacGateway(server.url, timing));
}
gatewayConformance('cdac', openCdac);
bulkConformance('cdac', openCdac);

gatewayConformance('nic', async (timing) => {
  const server = await startCheckServer({
    read(request, fields) {
      if (request.method !== 'POST' || request.url !== '/failsafe/HttpLink') {
        throw new Error(`Expected POST /failsafe/HttpLink, got ${request.method} ${request.url}`);
      }
      expectField(fields, 'username', nicAccount.username);
      expectField(fields, 'pin', nicAccount.pin);
      expectField(fields, 'signature', 'UPPOLC');
      expectField(fields, 'dlt_entity_id', '9876543210987654321');
      expectField(fields, 'dlt_template_id', '1234567890123456789');
      const number = fields.get('mnumber') ?? '';
      if (!/^91\d{10}$/.test(number)) throw new Error('Expected 91 and ten digits');
      const message = fields.get('message') ?? '';
      if (fields.get('msgType') === null) return { to: `+${number}`, body: message };
      expectField(fields, 'msgType', 'UC');
      if (!/^FEFF([0-9A-F]{4})+$/.test(message)) {
        throw new Error('Expected UTF-16BE in hex behind FEFF');
      }
      let body = '';
      for (const unit of message.slice(4).match(/.{4}/g) ?? [])
        body += String.fromCharCode(parseInt(unit, 16));
      return { to: `+${number}`, body };
    },
    accept: (number) =>
      `Message Accepted for Request ID=1242411${number}~code=API000 & info=Platform accepted & Time=2026/11/24`,
    refuseLogin: () => 'Message Rejected ~code=API002 & info=Authentication failed',
  });
  return toBench(server, openNicGateway(server.url, timing));
});

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };

function gatewayAt(baseUrl: string, timing = hasty, authToken = account.authToken) {
  return createTwilioGateway({
    ...account,
    authToken,
    ...timing,
    sockets,
    listingLagMs: 0,
    name: 'emulator',
    messagingServiceSid: `MG${'0'.repeat(32)}`,
    from: undefined,
    callFrom: '+12025550100',
    baseUrl,
    publicUrl: 'http://127.0.0.1:1',
  });
}
const startQuiet = () => startEmulator({ ...account, port: 0, behaviour: { callbacks: false } });

gatewayConformance('twilio', async (timing) => {
  const emulator = await startQuiet();
  const gateway = gatewayAt(emulator.url, timing);
  const stranger = gatewayAt(emulator.url, timing, 'wrong');
  let current = gateway;
  return {
    gateway: {
      ...gateway,
      sendSms: (message) => current.sendSms(message),
      close: async () => {
        await gateway.close();
        await stranger.close();
      },
    },
    set(mode) {
      current = mode === 'refuse-login' ? stranger : gateway;
      emulator.behave(emulatorModes.ok);
      emulator.behave(emulatorModes[mode]);
    },
    received: () =>
      [...emulator.store.perRecipient('sms').keys()].flatMap((to) =>
        emulator.store.listTo('sms', to).map(({ body }) => ({ to, body })),
      ),
    faults: () => [],
    stopProvider: () => emulator.close(),
    close: () => emulator.close().catch(() => undefined),
  };
});

describe('the twilio gateway beside the emulator', () => {
  async function open() {
    const emulator = closeAfterTest(await startQuiet());
    return { emulator, gateway: closeAfterTest(gatewayAt(emulator.url)) };
  }

  it('lists every message to a number, whatever its time, over several pages, newest first', async () => {
    const { gateway } = await open();
    for (let index = 0; index < 250; index += 1) {
      await gateway.sendSms({ ...sample, body: `Text ${index}` });
    }
    await gateway.sendSms({ ...sample, to: '+919876500000' });
    const listed = await gateway.listTo?.(sample.to, 'sms');
    expect(listed?.messages.map(({ body }) => body)).toEqual(
      Array.from({ length: 250 }, (_, index) => `Text ${249 - index}`),
    );
    expect(new Set(listed?.messages.map(({ sender }) => sender))).toEqual(new Set(['own']));
    expect(listed?.complete).toBe(true);
    expect(Math.abs((listed?.at?.getTime() ?? 0) - Date.now())).toBeLessThan(5000);
  });
  it.each([
    { to: '+919999921211', class: 'permanent' },
    { to: '+919999921610', class: 'opt-out' },
    { to: '+919999921606', class: 'halt' },
    { to: '12345', class: 'permanent' },
  ])('classes the answer for $to as $class', async ({ to, class: expected }) => {
    const { emulator, gateway } = await open();
    await expect(gateway.sendSms({ ...sample, to })).rejects.toMatchObject({ class: expected });
    expect(emulator.store.size('sms')).toBe(0);
  });
  it('keeps the validity within what Twilio takes', async () => {
    const { emulator, gateway } = await open();
    await gateway.sendSms({ ...sample, validitySeconds: 1e6 });
    await gateway.sendSms({ ...sample, validitySeconds: 0 });
    expect(emulator.store.listTo('sms', sample.to).map((kept) => kept.validitySeconds)).toEqual([
      1, 36_000,
    ]);
  });
  it('has its own clock, in resources and in the header Date', async () => {
    const { emulator, gateway } = await open();
    emulator.behave({ clockSkewMs: -2 * hourMs });
    await gateway.sendSms(sample);
    const listed = await gateway.listTo?.(sample.to, 'sms');
    for (const date of [listed?.at, listed?.messages[0]?.createdAt]) {
      expect(Math.abs(Date.now() - 2 * hourMs - Number(date))).toBeLessThan(60_000);
    }
  });
  it.each([
    { listedBody: 'as-sent', bodies: [sample.body] },
    { listedBody: 'prefixed', bodies: [`Sent on trial - ${sample.body}`] },
    { listedBody: 'redacted', bodies: [''] },
    { listingDelayMs: hourMs, bodies: [] },
  ] as const)('lists as it is told: $listedBody $listingDelayMs', async ({ bodies, ...change }) => {
    const { emulator, gateway } = await open();
    emulator.behave(change);
    await gateway.sendSms(sample);
    const listed = await gateway.listTo?.(sample.to, 'sms');
    expect(listed?.messages.map(({ body }) => body)).toEqual(bodies);
    expect(emulator.store.list('sms').map(({ body }) => body)).toEqual([sample.body]);
  });
  it.each([
    { change: { share429: 1 }, code: 20429 },
    { change: { shareInactiveAccount: 1 }, code: 20005 },
    { change: { shareForeignSender: 1 }, code: 21659 },
  ])('refuses for the account with $code and takes nothing', async ({ change, code }) => {
    const { emulator, gateway } = await open();
    emulator.behave(change);
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ code: String(code) });
    expect(emulator.store.size('sms')).toBe(0);
  });
  it('places a call and lists it', async () => {
    const { emulator, gateway } = await open();
    const call = {
      reference: '7',
      to: '+917777000001',
      language: 'hi' as const,
      category: 'government' as const,
    };
    const receipt = await gateway.placeCall?.(call);
    await emulator.settled();
    const listed = await gateway.listTo?.(call.to, 'call');
    expect(listed?.messages).toMatchObject([
      { providerId: receipt?.providerId, status: 'undelivered', errorCode: 'busy' },
    ]);
  });
});

describe('what a form gateway replies', () => {
  const openers = { cdac: openCdacGateway, nic: openNicGateway };
  it.each([
    ['cdac', '406 Invalid mobile number', 'permanent'],
    ['cdac', '401 Credentials Error', 'halt'],
    ['cdac', '416 Invalid template id', 'halt'],
    ['cdac', '413 Sender id is not registered: invalid sender', 'halt'],
    ['cdac', '499 Something new', 'ambiguous'],
    ['nic', 'code=API013 & info=Invalid mobile number', 'permanent'],
    ['nic', 'code=API009 & info=Invalid dlt template id', 'halt'],
    ['nic', 'code=API099 & info=Insufficient balance', 'halt'],
    ['nic', 'code=API500 & info=Something new', 'ambiguous'],
  ] as const)('%s: %s is %s', async (name, reply, expected) => {
    const server = closeAfterTest(
      await startCheckServer({
        read: () => ({ to: '', body: '' }),
        accept: () => reply,
        refuseLogin: () => reply,
      }),
    );
    const gateway = closeAfterTest(openers[name](server.url));
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ class: expected });
  });
});

describe('classes of errors', () => {
  it.each([
    [21211, 'permanent'],
    [30006, 'permanent'],
    [21610, 'opt-out'],
    [20003, 'halt'],
    [30007, 'halt'],
    [63038, 'halt'],
    [20429, 'later'],
    [30003, 'later'],
    [20500, 'ambiguous'],
    [30004, 'permanent'],
    [20005, 'halt'],
    [21659, 'halt'],
    [21660, 'halt'],
    [21703, 'halt'],
    [30034, 'halt'],
    [30036, 'later'],
    [21612, 'unlisted'],
    [39999, 'unlisted'],
  ])('%i is %s', (code, expected) => expect(classifyTwilioCode(code)).toBe(expected));
  it.each([
    [429, 'later'],
    [401, 'halt'],
    [403, 'halt'],
    [404, 'halt'],
    [302, 'halt'],
    [202, 'ambiguous'],
    [408, 'ambiguous'],
    [502, 'ambiguous'],
    [400, 'unlisted'],
  ])('status %i is %s', (status, expected) => expect(classifyHttpStatus(status)).toBe(expected));
  it('reads Retry-After in seconds and as a date', () => {
    expect(retryAfterMs('3', 0)).toBe(3000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:05 GMT', 2000)).toBe(3000);
    expect(retryAfterMs('soon', 0)).toBeUndefined();
    expect(retryAfterMs(undefined, 0)).toBeUndefined();
  });
  it.each([
    ['queued', 'accepted'],
    ['sent', 'accepted'],
    ['delivered', 'delivered'],
    ['undelivered', 'undelivered'],
    ['failed', 'failed'],
  ])('a message that is %s counts as %s', (given, expected) =>
    expect(messageStatus(given)).toBe(expected),
  );
  it.each([
    ['ringing', 'accepted'],
    ['completed', 'delivered'],
    ['busy', 'undelivered'],
    ['no-answer', 'undelivered'],
    ['failed', 'failed'],
  ])('a call that is %s counts as %s', (given, expected) =>
    expect(callStatus(given)).toBe(expected),
  );
});

describe('forms of Hindi', () => {
  it('is entities for cdac and UTF-16BE hex for nic', () => {
    expect(asEntities('नमA😀')).toBe('&#2344;&#2350;&#65;&#128512;');
    expect(asUtf16Hex('नA😀')).toBe('09280041D83DDE00');
  });
  it('stands behind FEFF for nic where its settings say so, and English never', () => {
    const message = { ...sample, body: 'न' };
    const form = (byteOrderMark: boolean, body = 'न') =>
      nicForm(
        { ...nicAccount, ...hasty, sockets, baseUrl: '', byteOrderMark },
        { ...message, body },
      );
    expect(form(true).get('message')).toBe('FEFF0928');
    expect(form(false).get('message')).toBe('0928');
    expect(form(true, 'UP COP').get('message')).toBe('UP COP');
  });
});
