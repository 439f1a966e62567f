import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { friendly } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import { sample } from './conformance.ts';

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
const hourMs = 3_600_000;
let emulator: Emulator;
let gateway: Gateway;

beforeAll(async () => {
  emulator = await startEmulator({ ...account, port: 0 });
  gateway = createTwilioGateway({
    ...account,
    name: 'emulator',
    messagingServiceSid: `MG${'0'.repeat(32)}`,
    from: undefined,
    callFrom: '+12025550100',
    baseUrl: emulator.url,
    publicUrl: 'http://127.0.0.1:1',
    requestTimeoutMs: 2000,
    listingLagMs: 0,
    sockets: 4,
  });
});
beforeEach(() => {
  emulator.behave({ ...friendly, callbacks: false });
  emulator.store.clear();
});
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const listed = async () => (await gateway.listTo?.(sample.to, 'sms'))?.messages ?? [];

describe('the emulator misbehaves as it is told', () => {
  it('has a clock of its own, in resources and in the header Date', async () => {
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
    { change: { shareInactiveAccount: 1 }, code: '20005' },
    { change: { shareForeignSender: 1 }, code: '21659' },
  ])('refuses for the account with $code and takes nothing', async ({ change, code }) => {
    emulator.behave(change);
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ code });
    expect(emulator.store.size('sms')).toBe(0);
  });
});
