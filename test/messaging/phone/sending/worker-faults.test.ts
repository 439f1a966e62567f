import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { registerCallbacks } from '../../../../messaging/phone/callbacks/routes.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { openStoreLines, type StoreLines } from '../../fixtures/store-lines.ts';
import { openApp } from '../callbacks/webhook-app.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { expectOnceEach, openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

let lines: StoreLines;
const { stores, open, startWorker, makeBlast, reached, expectAllTaken, count } = openSending(
  async () => {
    lines = await openStoreLines();
    return lines;
  },
);

/** A service that answers every receipt with 503, as it does when its spool takes no more. */
async function fullSpool(): Promise<string> {
  const service = await openApp((app, url) =>
    registerCallbacks(app, {
      callbackTokens: ['training-token'],
      get publicUrl() {
        return url();
      },
      spool: { append: async () => false },
    }),
  );
  closeAfterTest(service.app);
  return service.url;
}

/** Accepted messages of earlier tests are in no listing any more. */
const settleEarlierTests = () =>
  stores.pool.query(`UPDATE blast_recipient SET status = 'delivered' WHERE status = 'accepted'`);

describe('the worker', () => {
  it('loses and doubles nothing with 429, server errors, lost answers and silence', async () => {
    const blast = await makeBlast(1500);
    const { emulator } = await open(
      {
        share429: 0.05,
        retryAfterSeconds: 1,
        share5xx: 0.05,
        shareLostAnswers: 0.05,
        shareTimeoutAfterAcceptance: 0.02,
      },
      { requestTimeoutMs: 500 },
    );
    await reached(blast, 'finished', 120_000);
    expectOnceEach(emulator, 1500);
    await expectAllTaken(blast, 1500);
  });

  it.each([
    { label: 'bears times 5½ hours late', behaviour: { shownTimeSkewMs: 5.5 * 3_600_000 } },
    { label: 'bears times 5½ hours early', behaviour: { shownTimeSkewMs: -5.5 * 3_600_000 } },
    {
      label: 'bears times two days early',
      behaviour: { shownTimeSkewMs: -48 * 3_600_000, listedBody: 'prefixed' as const },
    },
  ])('doubles nothing where the listing $label', async ({ behaviour }) => {
    const body = 'UP COP uppolice.gov.in/q/000000';
    const texts = { hi: { templateId: null, header: 'UPPOLC', body, segments: 1 } };
    const blast = await makeBlast(200, { texts });
    const { emulator } = await open(
      { ...behaviour, shareLostAnswers: 0.2 },
      { requestTimeoutMs: 500 },
    );
    await reached(blast, 'finished');
    expectOnceEach(emulator, 200);
    await expectAllTaken(blast, 200);
  });

  it('lets an outcome that PostgreSQL refuses hold up no other', async () => {
    const blast = await makeBlast(200);
    let spoilt = 0;
    const { emulator, workers } = await open(
      {},
      {
        // The refused one is in doubt when no answer can come any more.
        requestTimeoutMs: 3000,
        async sendSms(message, send) {
          const sent = await send(message);
          spoilt += 1;
          return spoilt === 1 ? { ...sent, providerId: 'no\0text' } : sent;
        },
      },
    );
    await reached(blast, 'finished');
    expect(workers[0]?.outcomes()).toMatchObject({ waiting: 0, parked: 1 });
    expectOnceEach(emulator, 200);
    // The sweep looks the refused one up at the provider.
    await expectAllTaken(blast, 200);
  });

  it('learns many receipts that were lost out of the whole listing, a thousand a request', async () => {
    const size = 2500;
    const { emulator, gateway } = await open({ callbacks: true }, { workers: 0 });
    await settleEarlierTests();
    const blast = await makeBlast(size);
    const asked = { pages: 0, numbers: 0 };
    const counting: Gateway = {
      ...gateway,
      listPage: async (...page) => {
        asked.pages += 1;
        return (await gateway.listPage?.(...page)) ?? { messages: [], next: null };
      },
      listTo: async (...question) => {
        asked.numbers += 1;
        return (await gateway.listTo?.(...question)) ?? { at: null, complete: true, messages: [] };
      },
    };
    const patience = { afterMs: 0, untilMs: 86_400_000, pagesAbove: 100, roundMs: 100 };
    const first = startWorker(counting, { patience: { ...patience, perTick: 0 } });
    await reached(blast, 'finished');
    await emulator.settled();
    await first.stop();
    expect(await count(blast)).toEqual({ accepted: size });
    startWorker(counting, { patience: { ...patience, perTick: 5 } });
    await until('all receipts', async () => (await count(blast))['delivered'] === size);
    expect(asked).toEqual({ pages: 3, numbers: 0 });
  });

  it.each([
    { label: 'the service was killed', url: async () => 'http://127.0.0.1:1' },
    { label: 'the disk of the spool was full', url: fullSpool },
  ])('learns receipts that were lost while $label', async ({ url }) => {
    const { emulator, gateway } = await open(
      { callbacks: true },
      { workers: 0, publicUrl: await url() },
    );
    await settleEarlierTests();
    const blast = await makeBlast(30);
    const patience = { afterMs: 200, untilMs: 86_400_000, pagesAbove: 100, roundMs: 100 };
    const first = startWorker(gateway, { patience: { ...patience, perTick: 0 } });
    await reached(blast, 'finished');
    await emulator.settled();
    await first.stop();
    expect(await count(blast)).toEqual({ accepted: 30 });
    startWorker(gateway, { patience: { ...patience, perTick: 10 } });
    await until('all receipts', async () => (await count(blast))['delivered'] === 30);
    expectOnceEach(emulator, 30);
  });

  it('goes on when Redis is emptied, and after it was away', async () => {
    const blast = await makeBlast(1500);
    const { emulator } = await open({ latencyMs: 60 }, { ratePerSecond: 1000 });
    const client = new Redis(stores.redisUrl);
    await until('some to be sent', async () => emulator.store.size('sms') > 200);
    await client.flushdb();
    client.disconnect();
    lines.redis.cut();
    await wait(500);
    lines.redis.mend();
    await reached(blast, 'finished', 60_000);
    expectOnceEach(emulator, 1500);
  });

  it('goes on when PostgreSQL was away', async () => {
    const blast = await makeBlast(1500);
    // What is in doubt is settled after twice as long as a request may take, and some seconds.
    const { emulator } = await open({ latencyMs: 60 }, { requestTimeoutMs: 3000 });
    await until('some to be sent', async () => emulator.store.size('sms') > 200);
    // Messages that PostgreSQL has as begun, and the worker does not know it.
    lines.postgres.cutBehind('attempt = attempt + 1', Number.POSITIVE_INFINITY);
    await lines.postgres.wasCut();
    await wait(500);
    lines.postgres.mend();
    await reached(blast, 'finished', 60_000);
    expectOnceEach(emulator, 1500);
  });
});
