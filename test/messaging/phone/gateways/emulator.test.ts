import { createServer } from 'node:http';
import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { friendly } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import { sample } from './conformance.ts';
import { listenLocally } from './local-server.ts';

// What the gateways and the fault runs rely on; the official SDK says what Twilio answers.

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
const root = `/2010-04-01/Accounts/${account.accountSid}`;
const hourMs = 3_600_000;
const service = `MG${'1'.repeat(32)}`;
const from = '+12025550100';
const to = '+919876543210';
const viaService = { to, messagingServiceSid: service, body: 'नमस्ते' };
const viaNumber = { to, from, body: 'Hello' };

type TwilioRequest = InstanceType<typeof twilio.RequestClient>['request'];

/** The official SDK with its own transport; only the address is another one. */
class RedirectedClient extends twilio.RequestClient {
  override request<Data>(options: Parameters<TwilioRequest>[0]) {
    options.uri = options.uri.replace('https://api.twilio.com', emulator.url);
    type Answer = ReturnType<typeof twilio.RequestClient.prototype.request<Data>>;
    return super.request(options) as Answer;
  }
}

const clientWith = (authToken: string) =>
  twilio(account.accountSid, authToken, {
    httpClient: new RedirectedClient({ timeout: 5000, autoRetry: false }),
  });
const client = clientWith(account.authToken);

/** The error of the official SDK; null where there was none. */
const failure = (attempt: Promise<unknown>): Promise<{ code: number } | null> =>
  attempt.then(
    () => null,
    (error) => error,
  );

let emulator: Emulator;
let gateway: Gateway;
/** What the emulator posted, with its path and whether it was signed. */
let posts: Record<string, string>[];
let hookUrl: string;
let opened: Awaited<ReturnType<typeof listenLocally>>;
const hook = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
  const signature = String(request.headers['x-twilio-signature']);
  const url = hookUrl.replace(/\/$/, '') + request.url;
  const signed = twilio.validateRequest(account.authToken, signature, url, fields);
  posts.push({ ...fields, path: request.url ?? '', signed: String(signed) });
  response.end('<Response/>');
});

beforeAll(async () => {
  emulator = await startEmulator({ ...account, port: 0 });
  opened = await listenLocally(hook);
  hookUrl = `${opened.url}/`;
  gateway = createTwilioGateway({
    ...account,
    name: 'emulator',
    messagingServiceSid: service,
    from: undefined,
    callFrom: from,
    baseUrl: emulator.url,
    publicUrl: 'http://127.0.0.1:1',
    requestTimeoutMs: 2000,
    listingLagMs: 0,
    sockets: 4,
  });
});
beforeEach(() => {
  emulator.behave({ ...friendly });
  emulator.store.clear();
  posts = [];
});
afterAll(async () => {
  await gateway.close();
  await emulator.close();
  await opened.close();
});

describe('the emulator misbehaves as it is told', () => {
  const listed = async () => (await gateway.listTo?.(sample.to, 'sms'))?.messages ?? [];
  beforeEach(() => emulator.behave({ callbacks: false }));

  it('has its own clock, in resources and in the header Date', async () => {
    emulator.behave({ clockSkewMs: -2 * hourMs });
    await gateway.sendSms(sample);
    const [message] = await listed();
    const head = await fetch(emulator.url);
    for (const date of [message?.createdAt, new Date(head.headers.get('date') ?? '')]) {
      expect(Math.abs(Date.now() - 2 * hourMs - Number(date))).toBeLessThan(60_000);
    }
  });
  it('lists a message only after a while', async () => {
    emulator.behave({ listingDelayMs: hourMs });
    await gateway.sendSms(sample);
    expect(await listed()).toEqual([]);
    emulator.behave({ listingDelayMs: 0 });
    expect(await listed()).toHaveLength(1);
  });
  it.each([
    { listedBody: 'as-sent', body: sample.body },
    { listedBody: 'trial-prefix', body: `Sent from your Twilio trial account - ${sample.body}` },
    { listedBody: 'redacted', body: '' },
  ] as const)('shows a text $listedBody', async ({ listedBody, body }) => {
    emulator.behave({ listedBody });
    await gateway.sendSms(sample);
    expect((await listed()).map((message) => message.body)).toEqual([body]);
    expect(emulator.store.last('sms')?.body).toBe(sample.body);
  });
  it('names an earlier message in an answer, and lists both', async () => {
    emulator.behave({ duplicateSids: 1 });
    const first = await gateway.sendSms(sample);
    const second = await gateway.sendSms({ ...sample, body: 'Second' });
    expect(second.providerId).toBe(first.providerId);
    const ids = (await listed()).map(({ providerId }) => providerId);
    expect(new Set(ids).size).toBe(2);
  });
  it.each([
    { change: { share429: 1 }, status: 429, code: 20429 },
    { change: { shareInactiveAccount: 1 }, status: 403, code: 20005 },
    { change: { shareForeignSender: 1 }, status: 400, code: 21659 },
  ])('refuses for the account with $code and takes nothing', async ({ change, status, code }) => {
    emulator.behave(change);
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ code: String(code) });
    expect(await failure(client.messages.create(viaNumber))).toMatchObject({ status, code });
    expect(emulator.store.size('sms')).toBe(0);
  });
});

describe('a message', () => {
  it('made by a messaging service has its sender and segments once it is sent', async () => {
    const made = await client.messages.create({ ...viaService, body: 'क'.repeat(135) });
    expect(made).toMatchObject({
      status: 'accepted',
      from: null,
      numSegments: '0',
      dateSent: null,
      messagingServiceSid: service,
      uri: `${root}/Messages/${made.sid}.json`,
    });
    await emulator.settled();
    const sent = await client.messages(made.sid).fetch();
    expect(sent).toMatchObject({ status: 'delivered', numSegments: '3' });
    expect(sent.from).toMatch(/^\+1\d{10}$/);
    expect(sent.dateSent).toBeInstanceOf(Date);
  });
  it('shows why a carrier refused it', async () => {
    const { sid } = await client.messages.create({ ...viaNumber, to: '+919999930005' });
    await emulator.settled();
    expect(await client.messages(sid).fetch()).toMatchObject({
      status: 'undelivered',
      errorCode: 30005,
      errorMessage: 'Unknown destination handset',
    });
  });
  it('is told by callbacks that are signed and name message, service and status', async () => {
    const statusCallback = `${hookUrl}status/42`;
    const { sid } = await client.messages.create({ ...viaService, statusCallback });
    await emulator.settled();
    for (const post of posts) {
      expect(post).toMatchObject({
        path: '/status/42',
        signed: 'true',
        MessageSid: sid,
        SmsSid: sid,
        AccountSid: account.accountSid,
        MessagingServiceSid: service,
        To: to,
        ApiVersion: '2010-04-01',
      });
    }
    expect(posts.map((post) => post['MessageStatus']).sort()).toEqual(['delivered', 'sent']);
  });
  it.each([
    { label: 'no sender', change: { from: '' }, code: 21603 },
    { label: 'to itself', change: { to: from }, code: 21266 },
    { label: 'no text', change: { body: '' }, code: 21602 },
    { label: 'a text that is too long', change: { body: 'a'.repeat(1601) }, code: 21617 },
    { label: 'no number', change: { to: '' }, code: 21604 },
    { label: 'an invalid number', change: { to: '12345' }, code: 21211 },
    { label: 'a validity that is too long', change: { validityPeriod: 36_001 }, code: 21624 },
    { label: 'a service that is none', change: { messagingServiceSid: 'MG1' }, code: 21705 },
    { label: 'somebody who said stop', change: { to: '+919999921610' }, code: 21610 },
  ])('$code: $label', async ({ change, code }) => {
    expect(await failure(client.messages.create({ ...viaNumber, ...change }))).toMatchObject({
      status: 400,
      code,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(emulator.store.size('sms')).toBe(0);
  });
  it('20003: a login that is wrong', async () => {
    const attempt = clientWith('wrong').messages.create(viaNumber);
    expect(await failure(attempt)).toMatchObject({
      status: 401,
      code: 20003,
      message: 'Authenticate',
    });
  });
});

describe('the list of messages', () => {
  const bodies = (messages: { body: string }[] = []) => messages.map(({ body }) => body);
  async function make(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await client.messages.create({ ...viaNumber, body: `Text ${index}` });
    }
  }

  it('is newest first, of all numbers or of one', async () => {
    await client.messages.create({ ...viaNumber, to: '+919876500000', body: 'Other' });
    await make(2);
    expect(bodies(await client.messages.list())).toEqual(['Text 1', 'Text 0', 'Other']);
    expect(bodies(await client.messages.list({ to }))).toEqual(['Text 1', 'Text 0']);
  });
  it('comes in pages that do not shift when a message arrives between them', async () => {
    await make(5);
    const first = await client.messages.page({ to, pageSize: 2 });
    await client.messages.create({ ...viaNumber, body: 'Late' });
    const second = await first.nextPage();
    const third = await second?.nextPage();
    expect(bodies(first.instances)).toEqual(['Text 4', 'Text 3']);
    expect(bodies(second?.instances)).toEqual(['Text 2', 'Text 1']);
    expect(bodies(third?.instances)).toEqual(['Text 0']);
    expect(third?.nextPageUrl).toBeUndefined();
  });
});

describe('a call', () => {
  const base = () => ({ to, from, url: `${hookUrl}answer`, statusCallback: `${hookUrl}status` });
  const told = (path: string) =>
    posts.filter((post) => post['path'] === path).map((post) => post['CallStatus']);

  it('is queued, and completed once it was heard', async () => {
    const call = await client.calls.create(base());
    expect(call).toMatchObject({ status: 'queued', answeredBy: null, duration: null, from, to });
    await emulator.settled();
    const fetched = await client.calls(call.sid).fetch();
    expect(fetched).toMatchObject({ status: 'completed', duration: '30' });
    expect([fetched.startTime, fetched.endTime]).toEqual([expect.any(Date), expect.any(Date)]);
  });
  it.each([
    { label: 'an invalid number', change: { to: '12' }, code: 21211 },
    { label: 'a URL that is none', change: { url: 'menu' }, code: 21205 },
  ])('is refused with $label', async ({ change, code }) => {
    const attempt = client.calls.create({ ...base(), ...change });
    expect(await failure(attempt)).toMatchObject({ status: 400, code });
    expect(emulator.store.size('call')).toBe(0);
  });
  it('tells its callback everything that was asked for', async () => {
    const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed'];
    await client.calls.create({ ...base(), statusCallbackEvent });
    await emulator.settled();
    const statuses = ['initiated', 'ringing', 'in-progress', 'completed'];
    expect(told('/status')).toEqual(statuses);
    const ofStatus = posts.filter((post) => post['path'] === '/status');
    expect(ofStatus.map((post) => [post['SequenceNumber'], post['signed']])).toEqual(
      statuses.map((_, index) => [String(index), 'true']),
    );
  });
  it.each([
    { number: '+917777000001', status: 'busy' },
    { number: '+917777100001', status: 'no-answer' },
  ])('that nobody takes ends $status, told as the end', async ({ number, status }) => {
    const { sid } = await client.calls.create({ ...base(), to: number });
    await emulator.settled();
    expect([told('/status'), told('/answer')]).toEqual([[status], []]);
    expect(await client.calls(sid).fetch()).toMatchObject({ status, duration: null });
  });
  it('says the words that it was given instead of a URL, and takes a key', async () => {
    const twiml = `<Response><Gather action="${hookUrl}key?round=1&amp;lang=hi"/></Response>`;
    await client.calls.create({ to: '+918888810001', from, twiml });
    await emulator.settled();
    expect(posts.map((post) => [post['path'], post['Digits']])).toEqual([
      ['/key?round=1&lang=hi', '1'],
    ]);
  });
  it.each([
    { number: '+917777200001', detection: 'Enable', who: 'machine_start' },
    { number: '+917777200001', detection: 'DetectMessageEnd', who: 'machine_end_beep' },
    { number: to, detection: 'Enable', who: 'human' },
  ])('with detection $detection is answered by $who', async (answered) => {
    const { number, detection, who } = answered;
    const asked = { ...base(), to: number, machineDetection: detection };
    const { sid } = await client.calls.create(asked);
    await emulator.settled();
    expect(posts.map((post) => post['AnsweredBy'])).toEqual([who, who]);
    expect((await client.calls(sid).fetch()).answeredBy).toBe(who);
  });
});
