import { describe, expect, it } from 'vitest';
import { pendingToken } from '../../../../campaigns/messages/stop-link.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { submitTogether } from '../../../../messaging/phone/sending/submit-together.ts';
import { approvedBlast, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openCdacGateway, startCdacServer } from '../gateways/cdac-server.ts';
import type { CheckServer } from '../gateways/check-server.ts';
import { openSending } from './sending-fixture.ts';
import { stopTokens } from './worker-fixture.ts';

const { stores, startWorker, reached, count } = openSending();

const templateId = '1234567890123456789';
const texts = {
  hi: { templateId, header: 'UPPOLC', body: 'UP COP ऐप पाएँ', segments: 1 },
  en: { templateId, header: 'UPPOLC', body: 'Get the UP COP app', segments: 1 },
};

/** Half of the numbers read English. */
async function makeBlast(size: number, sent = texts) {
  const { pool } = stores;
  const audienceId = await insertAudience(pool, size);
  await pool.query(
    `UPDATE audience_member SET language = 'en' WHERE audience_id = $1 AND msisdn % 2 = 0`,
    [audienceId],
  );
  return approvedBlast(pool, makeDraft(audienceId, { gateway: 'cdac', texts: sent }));
}

async function open(): Promise<CheckServer> {
  const server = closeAfterTest(await startCdacServer());
  // An answer that comes late leaves a message in doubt, and its blast open.
  startWorker(closeAfterTest(openCdacGateway(server.url, { requestTimeoutMs: 30_000 })));
  return server;
}

function expectOnceEach({ received, faults }: CheckServer, size: number): void {
  expect(faults).toEqual([]);
  expect(received).toHaveLength(size);
  expect(new Set(received.map(({ to }) => to)).size).toBe(size);
}

describe('a blast by bulk requests', () => {
  it('gives each number a stop link of its own, which no other number shares', async () => {
    const stop = ` uppolice.gov.in/q/${pendingToken}`;
    const withLink = {
      hi: { ...texts.hi, body: texts.hi.body + stop },
      en: { ...texts.en, body: texts.en.body + stop },
    };
    const blast = await makeBlast(20, withLink);
    const server = await open();
    await reached(blast, 'finished');
    expectOnceEach(server, 20);
    for (const { to, body } of server.received) {
      expect(stopTokens.read(body.slice(-12)), body).toBe(to);
    }
  });
  it('reaches each number once, in its language, by few requests', async () => {
    const blast = await makeBlast(300);
    const server = await open();
    await reached(blast, 'finished');
    expectOnceEach(server, 300);
    for (const { to, body } of server.received) {
      expect(body).toBe(Number(to) % 2 === 0 ? texts.en.body : texts.hi.body);
    }
    expect(server.requests).toBeLessThan(60);
    expect(await count(blast)).toEqual({ accepted: 300 });
  });

  it('takes a refusal of one number for no word on the others', async () => {
    const blast = await makeBlast(2);
    const gateway: Gateway = {
      name: 'cdac',
      reconcile: 'none',
      requestTimeoutMs: 1000,
      retryableCodes: [],
      bulkLimit: 50,
      sendSms: () => Promise.reject(new Error('Expected one request')),
      sendBulk: () =>
        Promise.reject(new SendError('invalid number', { code: '406', class: 'permanent' })),
      close: async () => {},
    };
    const begunAtMs = performance.now();
    const batch = { blast, gateway, validity: 600, principalEntityId: null, stopTokens, begunAtMs };
    const group = ['1', '2'].map((id) => ({
      id,
      attempt: 1,
      to: `+91500000000${id}`,
      language: 'hi',
      district: null,
      station: null,
      lot: null,
    }));
    expect(await submitTogether(batch, group)).toMatchObject([
      { outcome: { id: '1', status: 'unknown', code: '406' } },
      { outcome: { id: '2', status: 'unknown', code: '406' } },
    ]);
    // A process that was frozen in between sends nothing late.
    const late = await submitTogether({ ...batch, begunAtMs: begunAtMs - 60_000 }, group);
    expect(late).toMatchObject([
      { outcome: { status: 'planned' } },
      { outcome: { status: 'planned' } },
    ]);
  });
});
