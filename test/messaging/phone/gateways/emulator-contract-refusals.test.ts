import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import {
  account,
  failure,
  from,
  inMinutes,
  openContract,
  RedirectedClient,
  root,
  to,
  viaNumber,
  viaService,
} from './emulator-contract.ts';

// The official SDK against the emulator: what differs from Twilio is a fault of the emulator.
const place = openContract();

describe('a request is refused in Twilio’s words', () => {
  const scheduled = { ...viaService, scheduleType: 'fixed' as const };
  it.each<{
    label: string;
    change: () => Parameters<typeof place.client.messages.create>[0];
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
    expect(await failure(place.client.messages.create(change()))).toMatchObject({
      status: 400,
      code,
      message,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(place.emulator.store.size('sms')).toBe(0);
  });
  it('20003: a login that is wrong', async () => {
    const stranger = twilio(account.accountSid, 'wrong', {
      httpClient: new RedirectedClient(place.emulator.url),
    });
    expect(await failure(stranger.messages.create(viaNumber))).toMatchObject({
      status: 401,
      code: 20003,
      message: 'Authenticate',
    });
  });
  it('20404: a message that is not there', async () => {
    const path = `${root}/Messages/SM${'f'.repeat(32)}.json`;
    expect(await failure(place.client.messages(`SM${'f'.repeat(32)}`).fetch())).toMatchObject({
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
    place.emulator.behave(change);
    expect(await failure(place.client.messages.create(viaNumber))).toMatchObject({ status, code });
  });
});
