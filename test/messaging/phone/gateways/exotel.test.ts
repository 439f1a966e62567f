import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  createExotelGateway,
  type ExotelOptions,
} from '../../../../messaging/phone/gateways/exotel.ts';
import {
  classifyExotelWord,
  exotelReceipts,
} from '../../../../messaging/phone/gateways/exotel-codes.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { type CheckServer, startCheckServer } from './check-server.ts';
import { gatewayConformance, sample } from './conformance.ts';
import { listenLocally } from './local-server.ts';

const account = {
  accountSid: 'uppolice1',
  apiKey: 'key-1',
  apiToken: 'token-1',
  callbackToken: 'installation-token-1',
  publicUrl: 'https://service.example',
  requestTimeoutMs: 1200,
  sockets: 32,
};
const voice = {
  callerId: '05224150000',
  flowUrl: 'http://my.exotel.com/uppolice1/exoml/start_voice/7',
  prompts: { hi: 'https://service.example/hi.wav', en: 'https://service.example/en.wav' },
};
const login = `Basic ${Buffer.from('key-1:token-1').toString('base64')}`;

function expectFields(fields: URLSearchParams, expected: Record<string, string>): void {
  const got = Object.fromEntries(fields);
  for (const [name, value] of Object.entries(expected)) {
    if (got[name] !== value)
      throw new Error(`Expected "${value}" for \`${name}\`, got "${got[name]}"`);
  }
  if (Object.keys(got).length !== Object.keys(expected).length) {
    throw new Error(`Expected the fields ${Object.keys(expected)}, got ${Object.keys(got)}`);
  }
}

/** Exotel's two addresses; it takes a request only when every detail of its form is right. */
function startExotel(): Promise<CheckServer> {
  return startCheckServer({
    read(request, fields) {
      if (request.method !== 'POST' || request.url !== '/v1/Accounts/uppolice1/Sms/send.json') {
        throw new Error(`Expected POST to Sms/send.json, got ${request.method} ${request.url}`);
      }
      if (request.headers.authorization !== login) throw new Error('Expected the key and token');
      const body = fields.get('Body') ?? '';
      const reference = fields.get('CustomField') ?? '';
      expectFields(fields, {
        From: 'UPPOLC',
        To: fields.get('To') ?? '',
        Body: body,
        EncodingType: /[\u0900-\u097F]/.test(body) ? 'unicode' : 'plain',
        DltEntityId: '9876543210987654321',
        DltTemplateId: '1234567890123456789',
        SmsType: 'transactional',
        StatusCallback: `https://service.example/webhooks/exotel/installation-token-1/messages/${reference}`,
        CustomField: reference,
      });
      if (!/^\d+$/.test(reference)) throw new Error('Expected our reference');
      return { to: fields.get('To') ?? '', body };
    },
    accept: (number) =>
      JSON.stringify({
        SMSMessage: {
          Sid: `sms${number}`,
          Status: 'queued',
          DetailedStatus: 'PENDING_TO_OPERATOR',
        },
      }),
    refuseLogin: () =>
      JSON.stringify({
        RestException: { Status: 401, Message: 'Authentication failed', Code: 'UNAUTHORIZED' },
      }),
    refusedStatus: 401,
  });
}

gatewayConformance('exotel', async (timing) => {
  const server = await startExotel();
  return {
    gateway: createExotelGateway({ ...account, ...timing, voice, baseUrl: server.url }),
    set(mode) {
      server.mode = mode;
    },
    received: () => server.received,
    faults: () => server.faults,
    stopProvider: () => server.close(),
    close: () => server.close(),
  };
});

/** Answers everything with one status and body, and keeps what it was asked. */
async function openFake(status: number, body: unknown, change: Partial<ExotelOptions> = {}) {
  const asked: { url: string; fields: Record<string, string> }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const fields = new URLSearchParams(Buffer.concat(parts).toString());
    asked.push({ url: request.url ?? '', fields: Object.fromEntries(fields) });
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const { url: baseUrl } = closeAfterTest(await listenLocally(server));
  const gateway = closeAfterTest(createExotelGateway({ ...account, voice, baseUrl, ...change }));
  return { gateway, asked };
}

const exception = (Message: string) => ({ RestException: { Status: 400, Message } });

describe('the exotel gateway', () => {
  const call = {
    reference: '7',
    to: '+919876543210',
    language: 'hi' as const,
    category: 'government' as const,
  };
  it('places a call to a flow, with our reference', async () => {
    const { gateway, asked } = await openFake(200, {
      Call: { Sid: 'call1', Status: 'in-progress' },
    });
    expect(await gateway.placeCall?.(call)).toEqual({ providerId: 'call1' });
    expect(asked).toEqual([
      {
        url: '/v1/Accounts/uppolice1/Calls/connect.json',
        fields: {
          From: call.to,
          CallerId: voice.callerId,
          Url: voice.flowUrl,
          CallType: 'trans',
          TimeLimit: '180',
          TimeOut: '30',
          StatusCallback: 'https://service.example/webhooks/exotel/installation-token-1/calls/7',
          CustomField: '7',
        },
      },
    ]);
  });
  it('calls for promotion as such', async () => {
    const { gateway, asked } = await openFake(200, { Call: { Sid: 'call1' } });
    await gateway.placeCall?.({ ...call, category: 'promotional' });
    expect(asked[0]?.fields['CallType']).toBe('promo');
  });
  it.each([
    { category: 'government' as const, type: 'transactional' },
    { category: 'service-explicit' as const, type: 'transactional_opt_in' },
    { category: 'promotional' as const, type: 'promotional' },
  ])('names a $category text $type', async ({ category, type }) => {
    const { gateway, asked } = await openFake(200, { SMSMessage: { Sid: 'a1' } });
    await gateway.sendSms({ ...sample, category });
    expect(asked[0]?.fields['SmsType']).toBe(type);
  });
  it('offers no calls without a recording', async () => {
    const { gateway } = await openFake(200, {}, { voice: undefined });
    expect(gateway.placeCall).toBeUndefined();
  });
  it.each([
    ['202 with an id', null, 202, { SMSMessage: { Sid: 'a1' } }],
    ['an answer without an id', 'ambiguous', 200, {}],
    ['XML', 'ambiguous', 200, '<TwilioResponse/>'],
    ['an invalid number', 'permanent', 400, exception("Invalid parameter 'To'")],
    ['an unregistered sender', 'halt', 400, exception('No valid Sender ID for this body')],
    ['a fault after it was taken', 'ambiguous', 500, 'oops'],
    ['no balance', 'halt', 402, exception('Plan limit')],
    ['no such account', 'halt', 404, exception('Not found')],
    ['a conflict', 'ambiguous', 409, exception('Duplicate request')],
    [
      'a message that failed at once',
      'permanent',
      200,
      { SMSMessage: { Sid: 'a1', Status: 'failed_dnd', DetailedStatus: 'FAILED_DND' } },
    ],
  ])('reads %s as %s', async (_, expected, status, body) => {
    const { gateway, asked } = await openFake(status, body);
    const sent = await gateway.sendSms(sample).then(
      () => null,
      (error: { class: string }) => error.class,
    );
    expect(sent).toBe(expected);
    expect(asked).toHaveLength(1);
  });
  it.each([
    ['FAILED_DND', 'permanent'],
    ['FAILED_INVALID_NUMBER', 'permanent'],
    ['FAILED_DLT_TEMPLATE', 'halt'],
    ['SENDER_BLOCKED_BY_DLT', 'halt'],
    ['FAILED_INSUFFICIENT_BALANCE', 'halt'],
    ['FAILED_UNREACHABLE', 'later'],
    ['ANYTHING_NEW', 'unlisted'],
  ])('classes %s as %s', (word, expected) => expect(classifyExotelWord(word)).toBe(expected));
  it('halts for a filtered message only with many of them', () => {
    for (const word of exotelReceipts.filterCodes) {
      expect(classifyExotelWord(word)).toBe('halt');
    }
  });
});
