import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../../messaging/gateways/emulator.ts';
import { friendly } from '../../../messaging/gateways/emulator-behaviour.ts';

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
const service = `MG${'1'.repeat(32)}`;
const from = '+12025550100';
const to = '+919876543210';
const root = `/2010-04-01/Accounts/${account.accountSid}`;
const minuteMs = 60_000;

type TwilioRequest = InstanceType<typeof twilio.RequestClient>['request'];

/** The official SDK with its own transport; only the address is another one. */
class RedirectedClient extends twilio.RequestClient {
  readonly #origin: string;
  constructor(origin: string) {
    super({ timeout: 5000, autoRetry: false });
    this.#origin = origin;
  }
  override request<Data>(options: Parameters<TwilioRequest>[0]) {
    options.uri = options.uri.replace('https://api.twilio.com', this.#origin);
    type Answer = ReturnType<typeof twilio.RequestClient.prototype.request<Data>>;
    return super.request(options) as Answer;
  }
}

let emulator: Emulator;
let client: twilio.Twilio;
let hook: { url: string; posts: URLSearchParams[]; answer: string; close(): Promise<void> };

async function openHook(): Promise<typeof hook> {
  const state = { url: '', posts: [] as URLSearchParams[], answer: '', close };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const fields = new URLSearchParams(Buffer.concat(parts).toString());
    const signed = twilio.validateRequest(
      account.authToken,
      String(request.headers['x-twilio-signature']),
      state.url.replace(/\/$/, '') + request.url,
      Object.fromEntries(fields),
    );
    fields.set('path', request.url ?? '');
    fields.set('signed', String(signed));
    state.posts.push(fields);
    response.end(state.answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  async function close() {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return state;
}

beforeAll(async () => {
  emulator = await startEmulator({ ...account, port: 0 });
  client = twilio(account.accountSid, account.authToken, {
    httpClient: new RedirectedClient(emulator.url),
  });
  hook = await openHook();
});
beforeEach(() => {
  emulator.behave({ ...friendly });
  emulator.store.clear();
  hook.posts = [];
  hook.answer = '<Response/>';
});
afterAll(async () => {
  await emulator.close();
  await hook.close();
});

const viaService = { to, messagingServiceSid: service, body: 'नमस्ते' };
const viaNumber = { to, from, body: 'Hello' };
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs);
const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) =>
      error as { status: number; code: number; message: string; moreInfo: string },
  );

describe('a message made by a messaging service', () => {
  it('is accepted, without a sender, a price or a date on which it was sent', async () => {
    const message = await client.messages.create(viaService);
    expect(message).toMatchObject({
      accountSid: account.accountSid,
      apiVersion: '2010-04-01',
      body: viaService.body,
      dateSent: null,
      direction: 'outbound-api',
      errorCode: null,
      errorMessage: null,
      from: null,
      messagingServiceSid: service,
      numMedia: '0',
      numSegments: '0',
      price: null,
      priceUnit: 'USD',
      status: 'accepted',
      to,
    });
    expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(message.uri).toBe(`${root}/Messages/${message.sid}.json`);
    expect(message.subresourceUris).toEqual({
      media: `${root}/Messages/${message.sid}/Media.json`,
    });
    expect(Math.abs(Number(message.dateCreated) - Date.now())).toBeLessThan(minuteMs);
  });
  it('has a sender, segments and a date once it is sent', async () => {
    const { sid } = await client.messages.create({ ...viaService, body: 'क'.repeat(135) });
    await emulator.settled();
    const message = await client.messages(sid).fetch();
    expect(message).toMatchObject({ status: 'delivered', numSegments: '3', price: null });
    expect(message.from).toMatch(/^\+1\d{10}$/);
    expect(message.dateSent).toBeInstanceOf(Date);
  });
});

describe('a message made with a number', () => {
  it('is queued, from that number, its segments counted', async () => {
    expect(await client.messages.create(viaNumber)).toMatchObject({
      status: 'queued',
      from,
      messagingServiceSid: null,
      numSegments: '1',
      dateSent: null,
    });
  });
  it('may come from an alphanumeric sender', async () => {
    expect((await client.messages.create({ ...viaNumber, from: 'UPPOLC' })).from).toBe('UPPOLC');
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
});

describe('a request is refused in Twilio’s words', () => {
  const scheduled = { ...viaService, scheduleType: 'fixed' as const };
  it.each<{
    label: string;
    change: () => Parameters<typeof client.messages.create>[0];
    code: number;
    message: string;
  }>([
    {
      label: 'no sender',
      change: () => ({ to, body: 'Hello' }),
      code: 21603,
      message: "A 'From' or 'MessagingServiceSid' parameter is required to send a message",
    },
    {
      label: 'to itself',
      change: () => ({ ...viaNumber, to: from }),
      code: 21266,
      message: "'To' and 'From' number cannot be the same: +12025550100",
    },
    {
      label: 'no text',
      change: () => ({ ...viaNumber, body: '' }),
      code: 21602,
      message: 'Message body is required',
    },
    {
      label: 'a text that is too long',
      change: () => ({ ...viaNumber, body: 'a'.repeat(1601) }),
      code: 21617,
      message: 'The concatenated message body exceeds the 1600 character limit',
    },
    {
      label: 'no number',
      change: () => ({ ...viaNumber, to: '' }),
      code: 21604,
      message: "The destination 'To' phone number is required to send an SMS",
    },
    {
      label: 'a number that is none',
      change: () => ({ ...viaNumber, to: '12345' }),
      code: 21211,
      message: "Invalid 'To' Phone Number: 12345",
    },
    {
      label: 'a validity that is too long',
      change: () => ({ ...viaNumber, validityPeriod: 36_001 }),
      code: 21624,
      message: 'Invalid validity period value',
    },
    {
      label: 'a service that is none',
      change: () => ({ ...viaService, messagingServiceSid: 'MG1' }),
      code: 21705,
      message: 'The Messaging Service is invalid',
    },
    {
      label: 'somebody who said stop',
      change: () => ({ ...viaNumber, to: '+919999921610' }),
      code: 21610,
      message: 'Attempt to send to unsubscribed recipient',
    },
    {
      label: 'a schedule without a time',
      change: () => scheduled,
      code: 35111,
      message: 'SendAt timestamp is missing',
    },
    {
      label: 'a schedule in four minutes',
      change: () => ({ ...scheduled, sendAt: inMinutes(4) }),
      code: 35114,
      message: 'Scheduling does not support this timestamp',
    },
    {
      label: 'a schedule in 36 days',
      change: () => ({ ...scheduled, sendAt: inMinutes(36 * 24 * 60) }),
      code: 35114,
      message: 'Scheduling does not support this timestamp',
    },
    {
      label: 'a schedule without a service',
      change: () => ({ ...viaNumber, scheduleType: 'fixed', sendAt: inMinutes(10) }),
      code: 35118,
      message: 'MessagingServiceSid is required to schedule a message',
    },
  ])('$code: $label', async ({ change, code, message }) => {
    expect(await failure(client.messages.create(change()))).toMatchObject({
      status: 400,
      code,
      message,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(emulator.store.size('sms')).toBe(0);
  });
  it('20003: a login that is wrong', async () => {
    const stranger = twilio(account.accountSid, 'wrong', {
      httpClient: new RedirectedClient(emulator.url),
    });
    expect(await failure(stranger.messages.create(viaNumber))).toMatchObject({
      status: 401,
      code: 20003,
      message: 'Authenticate',
    });
  });
  it('20404: a message that is not there', async () => {
    const path = `${root}/Messages/SM${'f'.repeat(32)}.json`;
    expect(await failure(client.messages(`SM${'f'.repeat(32)}`).fetch())).toMatchObject({
      status: 404,
      code: 20404,
      message: `The requested resource ${path} was not found`,
    });
  });
  it.each([
    { change: { share429: 1 }, status: 429, code: 20429 },
    { change: { shareInactiveAccount: 1 }, status: 403, code: 20005 },
    { change: { shareForeignSender: 1 }, status: 400, code: 21659 },
  ])('$code: as it is told', async ({ change, status, code }) => {
    emulator.behave(change);
    expect(await failure(client.messages.create(viaNumber))).toMatchObject({ status, code });
  });
});

describe('a scheduled message', () => {
  const schedule = () =>
    client.messages.create({ ...viaService, scheduleType: 'fixed', sendAt: inMinutes(10) });
  it('waits, and can be fetched', async () => {
    const made = await schedule();
    await emulator.settled();
    const fetched = await client.messages(made.sid).fetch();
    expect([made, fetched]).toMatchObject([{ status: 'scheduled' }, { status: 'scheduled' }]);
    expect(fetched).toMatchObject({ dateSent: null, from: null });
  });
  it('can be canceled, and then no more', async () => {
    const { sid } = await schedule();
    expect(await client.messages(sid).update({ status: 'canceled' })).toMatchObject({
      sid,
      status: 'canceled',
      dateSent: null,
    });
    expect(await failure(client.messages(sid).update({ status: 'canceled' }))).toMatchObject({
      code: 30409,
      message: 'This message cannot be canceled',
    });
  });
  it('cannot be deleted before it is done with', async () => {
    const { sid } = await schedule();
    expect(await failure(client.messages(sid).remove())).toMatchObject({ code: 20009 });
  });
  it('leaves when its time has come, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const { sid } = await schedule();
      vi.advanceTimersByTime(9 * minuteMs);
      expect((await client.messages(sid).fetch()).status).toBe('scheduled');
      vi.advanceTimersByTime(2 * minuteMs);
      const sent = await client.messages(sid).fetch();
      expect(sent.status).toBe('delivered');
      expect(Number(sent.dateSent) - Number(sent.dateCreated)).toBe(10 * minuteMs);
    } finally {
      vi.useRealTimers();
    }
  });
  it('is sent by the provider’s clock', async () => {
    emulator.behave({ clockSkewMs: 3 * minuteMs });
    const attempt = { ...viaService, scheduleType: 'fixed' as const, sendAt: inMinutes(7) };
    expect(await failure(client.messages.create(attempt))).toMatchObject({ code: 35114 });
  });
});

describe('a message that is done with', () => {
  it('can be redacted: its text is gone, its record stays', async () => {
    const { sid } = await client.messages.create(viaNumber);
    await emulator.settled();
    expect((await client.messages(sid).update({ body: '' })).body).toBe('');
    expect(await client.messages(sid).fetch()).toMatchObject({ body: '', status: 'delivered' });
  });
  it('can be deleted, and is then in no list', async () => {
    const { sid } = await client.messages.create(viaNumber);
    await emulator.settled();
    expect(await client.messages(sid).remove()).toBe(true);
    expect(await failure(client.messages(sid).fetch())).toMatchObject({ code: 20404 });
    expect(await client.messages.list({ to })).toEqual([]);
  });
});

describe('the list of messages', () => {
  const bodies = (messages: { body: string }[]) => messages.map(({ body }) => body);
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
  it('can be asked by sender', async () => {
    await client.messages.create({ ...viaNumber, from: 'UPPOLC', body: 'From the header' });
    await make(1);
    expect(bodies(await client.messages.list({ from: 'UPPOLC' }))).toEqual(['From the header']);
    expect(bodies(await client.messages.list({ from: '+12025550199' }))).toEqual([]);
  });
  it.each([
    { label: 'today', filter: () => ({ dateSent: new Date() }), found: 1 },
    { label: 'another day', filter: () => ({ dateSent: inMinutes(-3 * 1440) }), found: 0 },
    { label: 'after a while ago', filter: () => ({ dateSentAfter: inMinutes(-5) }), found: 1 },
    { label: 'after the next minutes', filter: () => ({ dateSentAfter: inMinutes(5) }), found: 0 },
    {
      label: 'before the next minutes',
      filter: () => ({ dateSentBefore: inMinutes(5) }),
      found: 1,
    },
    { label: 'before a while ago', filter: () => ({ dateSentBefore: inMinutes(-5) }), found: 0 },
  ])('can be asked by the date on which they were sent: $label', async ({ filter, found }) => {
    await make(1);
    await client.messages.create({ ...viaService, scheduleType: 'fixed', sendAt: inMinutes(9) });
    await emulator.settled();
    expect(await client.messages.list(filter())).toHaveLength(found);
  });
  it('comes in pages that lead to each other and count their entries', async () => {
    await make(5);
    const first = await client.messages.page({ to, pageSize: 2 });
    expect(bodies(first.instances)).toEqual(['Text 4', 'Text 3']);
    expect(first.previousPageUrl).toBeUndefined();
    const second = await first.nextPage();
    const third = await second?.nextPage();
    expect(bodies(second?.instances ?? [])).toEqual(['Text 2', 'Text 1']);
    expect(bodies(third?.instances ?? [])).toEqual(['Text 0']);
    expect(third?.nextPageUrl).toBeUndefined();
    const back = await third?.previousPage();
    expect(bodies(back?.instances ?? [])).toEqual(['Text 2', 'Text 1']);
  });
  it('does not shift when a message arrives between two pages', async () => {
    await make(4);
    const first = await client.messages.page({ to, pageSize: 2 });
    await client.messages.create({ ...viaNumber, body: 'Late' });
    const second = await first.nextPage();
    expect(bodies(second?.instances ?? [])).toEqual(['Text 1', 'Text 0']);
  });
  it('has the fields of Twilio’s envelope', async () => {
    await make(3);
    const query = `To=${encodeURIComponent(to)}&PageSize=2`;
    const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
    const response = await fetch(`${emulator.url}${root}/Messages.json?${query}`, {
      headers: { authorization },
    });
    const envelope = (await response.json()) as Record<string, unknown>;
    expect(envelope).toMatchObject({
      page: 0,
      page_size: 2,
      start: 0,
      end: 1,
      previous_page_uri: null,
      first_page_uri: `${root}/Messages.json?${query}&Page=0`,
      uri: `${root}/Messages.json?${query}&Page=0`,
      next_page_uri: expect.stringMatching(/[?&]Page=1&PageToken=PASM[0-9a-f]{32}$/),
    });
    const [message] = envelope.messages as { date_created: string }[];
    expect(message?.date_created).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  });
  it('refuses pages above 1000 and tokens of nothing', async () => {
    expect(await failure(client.messages.page({ pageSize: 1001 }))).toMatchObject({
      status: 400,
      code: 20007,
    });
    expect(await failure(client.messages.page({ pageToken: 'PASM1' }))).toMatchObject({
      code: 21481,
    });
    expect((await client.messages.page({ pageSize: 1000 })).instances).toEqual([]);
  });
});

describe('status callbacks of a message', () => {
  it('are signed and name message, service and status', async () => {
    const { sid } = await client.messages.create({
      ...viaService,
      statusCallback: `${hook.url}status/42`,
    });
    await emulator.settled();
    const told = hook.posts.map((post) => Object.fromEntries(post));
    for (const post of told) {
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
    expect(told.map(({ MessageStatus }) => MessageStatus).sort()).toEqual(['delivered', 'sent']);
  });
});

describe('a call', () => {
  const base = () => ({ to, from, url: `${hook.url}answer` });
  const statusesOf = (path: string) =>
    hook.posts.filter((post) => post.get('path') === path).map((post) => post.get('CallStatus'));

  it('is queued, with the fields of a call', async () => {
    const call = await client.calls.create(base());
    expect(call).toMatchObject({
      accountSid: account.accountSid,
      answeredBy: null,
      direction: 'outbound-api',
      duration: null,
      endTime: null,
      from,
      parentCallSid: null,
      price: null,
      status: 'queued',
      to,
      uri: `${root}/Calls/${call.sid}.json`,
    });
    expect(call.sid).toMatch(/^CA[0-9a-f]{32}$/);
    await emulator.settled();
    const fetched = await client.calls(call.sid).fetch();
    expect(fetched).toMatchObject({ status: 'completed', duration: '30' });
    expect([fetched.startTime, fetched.endTime]).toEqual([expect.any(Date), expect.any(Date)]);
  });
  it.each([
    { label: 'no number', change: { to: '' }, code: 21201 },
    { label: 'a number that is none', change: { to: '12' }, code: 21211 },
    { label: 'no caller', change: { from: '' }, code: 21213 },
    { label: 'a URL that is none', change: { url: 'menu' }, code: 21205 },
  ])('is refused with $label', async ({ change, code }) => {
    const attempt = client.calls.create({ ...base(), ...change });
    expect(await failure(attempt)).toMatchObject({ status: 400, code });
    expect(emulator.store.size('call')).toBe(0);
  });
  it.each([
    { label: 'by default only its end', events: undefined, told: ['completed'] },
    { label: 'what was asked for', events: ['answered'], told: ['in-progress'] },
    {
      label: 'everything',
      events: ['initiated', 'ringing', 'answered', 'completed'],
      told: ['initiated', 'ringing', 'in-progress', 'completed'],
    },
  ])('tells its callback $label', async ({ events, told }) => {
    await client.calls.create({
      ...base(),
      statusCallback: `${hook.url}status`,
      ...(events === undefined ? {} : { statusCallbackEvent: events }),
    });
    await emulator.settled();
    expect(statusesOf('/status')).toEqual(told);
    const posts = hook.posts.filter((post) => post.get('path') === '/status');
    expect(posts.map((post) => post.get('SequenceNumber'))).toEqual(
      told.map((_, index) => String(index)),
    );
    expect(posts[0]?.get('CallbackSource')).toBe('call-progress-events');
    expect(posts.every((post) => post.get('signed') === 'true')).toBe(true);
  });
  it.each([
    { number: '+917777000001', status: 'busy' },
    { number: '+917777100001', status: 'no-answer' },
  ])('that nobody takes ends $status, told as the end', async ({ number, status }) => {
    const { sid } = await client.calls.create({
      ...base(),
      to: number,
      statusCallback: `${hook.url}status`,
    });
    await emulator.settled();
    expect(statusesOf('/status')).toEqual([status]);
    expect(statusesOf('/answer')).toEqual([]);
    expect(await client.calls(sid).fetch()).toMatchObject({ status, duration: null });
  });
  it('says the words that it was given instead of a URL, and takes a key', async () => {
    const twiml = `<Response><Gather action="${hook.url}key?round=1&amp;lang=hi"/></Response>`;
    await client.calls.create({ to: '+918888810001', from, twiml });
    await emulator.settled();
    expect(hook.posts.map((post) => [post.get('path'), post.get('Digits')])).toEqual([
      ['/key?round=1&lang=hi', '1'],
    ]);
  });
  it.each([
    { number: '+917777200001', detection: 'Enable', who: 'machine_start' },
    { number: '+917777200001', detection: 'DetectMessageEnd', who: 'machine_end_beep' },
    { number: to, detection: 'Enable', who: 'human' },
    { number: '+917777200001', detection: undefined, who: null },
  ])('with detection $detection is answered by $who', async ({ number, detection, who }) => {
    const { sid } = await client.calls.create({
      ...base(),
      to: number,
      statusCallback: `${hook.url}status`,
      ...(detection === undefined ? {} : { machineDetection: detection }),
    });
    await emulator.settled();
    expect(hook.posts.map((post) => post.get('AnsweredBy'))).toEqual([who, who]);
    expect((await client.calls(sid).fetch()).answeredBy).toBe(who);
  });
  it('that rings can be canceled, and then no more', async () => {
    const { sid } = await client.calls.create({
      ...base(),
      to: '+917777300001',
      statusCallback: `${hook.url}status`,
    });
    await emulator.settled();
    expect((await client.calls(sid).fetch()).status).toBe('ringing');
    expect((await client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled');
    await emulator.settled();
    expect(statusesOf('/status')).toEqual(['canceled']);
    expect(await failure(client.calls(sid).update({ status: 'completed' }))).toMatchObject({
      status: 400,
      code: 21220,
      message: 'Call is not in-progress. Cannot redirect.',
    });
  });
  it('that is taken can be completed, but not canceled', async () => {
    const { sid } = await client.calls.create({ ...base(), to: '+917777400001' });
    await emulator.settled();
    expect((await client.calls(sid).update({ status: 'canceled' })).status).toBe('in-progress');
    expect(await failure(client.calls(sid).remove())).toMatchObject({ code: 20009 });
    expect((await client.calls(sid).update({ status: 'completed' })).status).toBe('completed');
    expect(await client.calls(sid).remove()).toBe(true);
  });
  it('is listed by number, status and start', async () => {
    await client.calls.create({ ...base(), to: '+917777000001' });
    await client.calls.create(base());
    await emulator.settled();
    const numbers = async (filter: Parameters<typeof client.calls.list>[0]) =>
      (await client.calls.list(filter)).map((call) => call.to);
    expect(await numbers({})).toEqual([to, '+917777000001']);
    expect(await numbers({ to })).toEqual([to]);
    expect(await numbers({ status: 'busy' })).toEqual(['+917777000001']);
    expect(await numbers({ status: 'failed' })).toEqual([]);
    expect(await numbers({ startTimeAfter: inMinutes(-5), status: 'completed' })).toEqual([to]);
    expect(await numbers({ startTimeBefore: inMinutes(-5) })).toEqual([]);
  });
});

describe('the account', () => {
  it('is fetched as an active one', async () => {
    expect(await client.api.v2010.accounts(account.accountSid).fetch()).toMatchObject({
      sid: account.accountSid,
      status: 'active',
      type: 'Full',
      uri: `${root}.json`,
    });
  });
});
