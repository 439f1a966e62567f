import { describe, expect, it } from 'vitest';
import { account, failure, from, inMinutes, openContract, root, to } from './emulator-contract.ts';

// The official SDK against the emulator: what differs from Twilio is a fault of the emulator.
const place = openContract();

describe('a call', () => {
  const base = () => ({ to, from, url: `${place.hook.url}answer` });
  const listStatuses = (path: string) =>
    place.hook.posts
      .filter((post) => post.get('path') === path)
      .map((post) => post.get('CallStatus'));

  it('is queued, with the fields of a call', async () => {
    const call = await place.client.calls.create(base());
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
    await place.emulator.settled();
    const fetched = await place.client.calls(call.sid).fetch();
    expect(fetched).toMatchObject({ status: 'completed', duration: '30' });
    expect([fetched.startTime, fetched.endTime]).toEqual([expect.any(Date), expect.any(Date)]);
  });
  it.each([
    { label: 'no number', change: { to: '' }, code: 21201 },
    { label: 'a number that is none', change: { to: '12' }, code: 21211 },
    { label: 'no caller', change: { from: '' }, code: 21213 },
    { label: 'a URL that is none', change: { url: 'menu' }, code: 21205 },
  ])('is refused with $label', async ({ change, code }) => {
    const attempt = place.client.calls.create({ ...base(), ...change });
    expect(await failure(attempt)).toMatchObject({ status: 400, code });
    expect(place.emulator.store.size('call')).toBe(0);
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
    await place.client.calls.create({
      ...base(),
      statusCallback: `${place.hook.url}status`,
      ...(events === undefined ? {} : { statusCallbackEvent: events }),
    });
    await place.emulator.settled();
    expect(listStatuses('/status')).toEqual(told);
    const posts = place.hook.posts.filter((post) => post.get('path') === '/status');
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
    const { sid } = await place.client.calls.create({
      ...base(),
      to: number,
      statusCallback: `${place.hook.url}status`,
    });
    await place.emulator.settled();
    expect(listStatuses('/status')).toEqual([status]);
    expect(listStatuses('/answer')).toEqual([]);
    expect(await place.client.calls(sid).fetch()).toMatchObject({ status, duration: null });
  });
  it('says the words that it was given instead of a URL, and takes a key', async () => {
    const twiml = `<Response><Gather action="${place.hook.url}key?round=1&amp;lang=hi"/></Response>`;
    await place.client.calls.create({ to: '+918888810001', from, twiml });
    await place.emulator.settled();
    expect(place.hook.posts.map((post) => [post.get('path'), post.get('Digits')])).toEqual([
      ['/key?round=1&lang=hi', '1'],
    ]);
  });
  it.each([
    { number: '+917777200001', detection: 'Enable', who: 'machine_start' },
    { number: '+917777200001', detection: 'DetectMessageEnd', who: 'machine_end_beep' },
    { number: to, detection: 'Enable', who: 'human' },
    { number: '+917777200001', detection: undefined, who: null },
  ])('with detection $detection is answered by $who', async ({ number, detection, who }) => {
    const { sid } = await place.client.calls.create({
      ...base(),
      to: number,
      statusCallback: `${place.hook.url}status`,
      ...(detection === undefined ? {} : { machineDetection: detection }),
    });
    await place.emulator.settled();
    expect(place.hook.posts.map((post) => post.get('AnsweredBy'))).toEqual([who, who]);
    expect((await place.client.calls(sid).fetch()).answeredBy).toBe(who);
  });
  it('that rings can be canceled, and then no more', async () => {
    const { sid } = await place.client.calls.create({
      ...base(),
      to: '+917777300001',
      statusCallback: `${place.hook.url}status`,
    });
    await place.emulator.settled();
    expect((await place.client.calls(sid).fetch()).status).toBe('ringing');
    expect((await place.client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled');
    await place.emulator.settled();
    expect(listStatuses('/status')).toEqual(['canceled']);
    expect(await failure(place.client.calls(sid).update({ status: 'completed' }))).toMatchObject({
      status: 400,
      code: 21220,
      message: 'Call is not in-progress. Cannot redirect.',
    });
  });
  it('that is taken can be completed, but not canceled', async () => {
    const { sid } = await place.client.calls.create({ ...base(), to: '+917777400001' });
    await place.emulator.settled();
    expect((await place.client.calls(sid).update({ status: 'canceled' })).status).toBe(
      'in-progress',
    );
    expect(await failure(place.client.calls(sid).remove())).toMatchObject({ code: 20009 });
    expect((await place.client.calls(sid).update({ status: 'completed' })).status).toBe(
      'completed',
    );
    expect(await place.client.calls(sid).remove()).toBe(true);
  });
  it('is listed by number, status and start', async () => {
    await place.client.calls.create({ ...base(), to: '+917777000001' });
    await place.client.calls.create(base());
    await place.emulator.settled();
    const numbers = async (filter: Parameters<typeof place.client.calls.list>[0]) =>
      (await place.client.calls.list(filter)).map((call) => call.to);
    expect(await numbers({})).toEqual([to, '+917777000001']);
    expect(await numbers({ to })).toEqual([to]);
    expect(await numbers({ status: 'busy' })).toEqual(['+917777000001']);
    expect(await numbers({ status: 'failed' })).toEqual([]);
    expect(await numbers({ startTimeAfter: inMinutes(-5), status: 'completed' })).toEqual([to]);
    expect(await numbers({ startTimeBefore: inMinutes(-5) })).toEqual([]);
  });
});
