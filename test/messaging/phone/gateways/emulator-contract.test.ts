import { describe, expect, it, vi } from 'vitest';
import {
  account,
  failure,
  from,
  inMinutes,
  minuteMs,
  openContract,
  root,
  service,
  to,
  viaNumber,
  viaService,
} from './emulator-contract.ts';

// The official SDK against the emulator: what differs from Twilio is a fault of the emulator.
const place = openContract();

describe('a message made by a messaging service', () => {
  it('is accepted, without a sender, a price or a date on which it was sent', async () => {
    const message = await place.client.messages.create(viaService);
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
    const { sid } = await place.client.messages.create({ ...viaService, body: 'क'.repeat(135) });
    await place.emulator.settled();
    const message = await place.client.messages(sid).fetch();
    expect(message).toMatchObject({ status: 'delivered', numSegments: '3', price: null });
    expect(message.from).toMatch(/^\+1\d{10}$/);
    expect(message.dateSent).toBeInstanceOf(Date);
  });
});

describe('a message made with a number', () => {
  it('is queued, from that number, its segments counted', async () => {
    expect(await place.client.messages.create(viaNumber)).toMatchObject({
      status: 'queued',
      from,
      messagingServiceSid: null,
      numSegments: '1',
      dateSent: null,
    });
  });
  it('may come from an alphanumeric sender', async () => {
    expect((await place.client.messages.create({ ...viaNumber, from: 'UPPOLC' })).from).toBe(
      'UPPOLC',
    );
  });
  it('shows why a carrier refused it', async () => {
    const { sid } = await place.client.messages.create({ ...viaNumber, to: '+919999930005' });
    await place.emulator.settled();
    expect(await place.client.messages(sid).fetch()).toMatchObject({
      status: 'undelivered',
      errorCode: 30005,
      errorMessage: 'Unknown destination handset',
    });
  });
});

describe('a scheduled message', () => {
  const schedule = () =>
    place.client.messages.create({ ...viaService, scheduleType: 'fixed', sendAt: inMinutes(10) });
  it('waits, and can be fetched', async () => {
    const made = await schedule();
    await place.emulator.settled();
    const fetched = await place.client.messages(made.sid).fetch();
    expect([made, fetched]).toMatchObject([{ status: 'scheduled' }, { status: 'scheduled' }]);
    expect(fetched).toMatchObject({ dateSent: null, from: null });
  });
  it('can be canceled, and then no more', async () => {
    const { sid } = await schedule();
    expect(await place.client.messages(sid).update({ status: 'canceled' })).toMatchObject({
      sid,
      status: 'canceled',
      dateSent: null,
    });
    expect(await failure(place.client.messages(sid).update({ status: 'canceled' }))).toMatchObject({
      code: 30409,
      message: 'This message cannot be canceled',
    });
  });
  it('cannot be deleted before it is done with', async () => {
    const { sid } = await schedule();
    expect(await failure(place.client.messages(sid).remove())).toMatchObject({ code: 20009 });
  });
  it('leaves when its time has come, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const { sid } = await schedule();
      vi.advanceTimersByTime(9 * minuteMs);
      expect((await place.client.messages(sid).fetch()).status).toBe('scheduled');
      vi.advanceTimersByTime(2 * minuteMs);
      const sent = await place.client.messages(sid).fetch();
      expect(sent.status).toBe('delivered');
      expect(Number(sent.dateSent) - Number(sent.dateCreated)).toBe(10 * minuteMs);
    } finally {
      vi.useRealTimers();
    }
  });
  it('is sent by the provider’s clock', async () => {
    place.emulator.behave({ clockSkewMs: 3 * minuteMs });
    const attempt = { ...viaService, scheduleType: 'fixed' as const, sendAt: inMinutes(7) };
    expect(await failure(place.client.messages.create(attempt))).toMatchObject({ code: 35114 });
  });
});

describe('a message that is done with', () => {
  it('can be redacted: its text is gone, its record stays', async () => {
    const { sid } = await place.client.messages.create(viaNumber);
    await place.emulator.settled();
    expect((await place.client.messages(sid).update({ body: '' })).body).toBe('');
    expect(await place.client.messages(sid).fetch()).toMatchObject({
      body: '',
      status: 'delivered',
    });
  });
  it('can be deleted, and is then in no list', async () => {
    const { sid } = await place.client.messages.create(viaNumber);
    await place.emulator.settled();
    expect(await place.client.messages(sid).remove()).toBe(true);
    expect(await failure(place.client.messages(sid).fetch())).toMatchObject({ code: 20404 });
    expect(await place.client.messages.list({ to })).toEqual([]);
  });
});

describe('status callbacks of a message', () => {
  it('are signed and name message, service and status', async () => {
    const { sid } = await place.client.messages.create({
      ...viaService,
      statusCallback: `${place.hook.url}status/42`,
    });
    await place.emulator.settled();
    const told = place.hook.posts.map((post) => Object.fromEntries(post));
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

describe('the account', () => {
  it('is fetched as an active one', async () => {
    expect(await place.client.api.v2010.accounts(account.accountSid).fetch()).toMatchObject({
      sid: account.accountSid,
      status: 'active',
      type: 'Full',
      uri: `${root}.json`,
    });
  });
});
