import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { insertTest } from '../../../../messaging/phone/ledger/test-messages-sql.ts';
import { createTokenBucket } from '../../../../messaging/phone/sending/token-bucket.ts';
import { expectOnceEach, type OpenOptions, openSending } from './sending-fixture.ts';
import { tickMs, until } from './worker-fixture.ts';

const {
  stores,
  open,
  startWorker,
  makeBlast,
  reached,
  answered,
  expectAllTaken,
  read,
  count,
  command,
} = openSending();

async function resume(blast: Blast): Promise<void> {
  await command(blast, { kind: 'resume' });
  await reached(blast, 'finished');
}

/** How many the emulator has when nothing more has come for ten looks of a worker. */
async function sentAtRest(emulator: Emulator): Promise<number> {
  let last = -1;
  let quietSince = Date.now();
  await until('silence', async () => {
    if (emulator.store.size('sms') !== last) quietSince = Date.now();
    last = emulator.store.size('sms');
    return Date.now() - quietSince > 10 * tickMs;
  });
  return last;
}

describe('the worker', () => {
  it('plans, starts, sends to each once and finishes, with every step in the audit log', async () => {
    const blast = await makeBlast(1000);
    const { emulator, workers } = await open();
    await reached(blast, 'finished');
    expectOnceEach(emulator, 1000);
    await expectAllTaken(blast, 1000);
    expect(workers[0]?.audit).toMatchObject([
      { action: 'blast.plan', after: { recipients: 1000 } },
      { action: 'blast.start' },
      { action: 'blast.finish', after: { paise: 20_000 } },
    ]);
  });

  it('shares a blast among workers', async () => {
    const blast = await makeBlast(600);
    const { emulator } = await open({ latencyMs: 20 }, { workers: 3 });
    await reached(blast, 'finished');
    expectOnceEach(emulator, 600);
  });

  it('stops sending at a pause, and goes on without sending again', async () => {
    const blast = await makeBlast(600);
    const { emulator } = await open({ latencyMs: 30 });
    await until('some to be sent', async () => emulator.store.size('sms') > 100);
    await command(blast, { kind: 'pause', reason: 'officer' });
    expect(await sentAtRest(emulator)).toBeLessThan(600);
    await resume(blast);
    expectOnceEach(emulator, 600);
  });

  it('never goes on after a stop', async () => {
    const blast = await makeBlast(600);
    const { emulator } = await open({ latencyMs: 30 });
    await until('some to be sent', async () => emulator.store.size('sms') > 100);
    await command(blast, { kind: 'stop' });
    const before = emulator.store.size('sms');
    // Of so short a list ten are under way at a time, and ten may just have been begun.
    expect(await sentAtRest(emulator)).toBeLessThanOrEqual(before + 20);
  });

  it('pauses by itself when the account is refused, with every recipient still to be sent', async () => {
    const blast = await makeBlast(300);
    await stores.pool.query(
      'UPDATE audience_member SET msisdn = 919999920003 WHERE audience_id = $1 AND msisdn = (SELECT min(msisdn) FROM audience_member WHERE audience_id = $1)',
      [blast.audienceId],
    );
    const { emulator } = await open();
    expect(await reached(blast, 'paused')).toMatchObject({
      pauseReason: 'halting-code',
      haltingCode: '20003',
    });
    await answered(blast);
    const counts = await count(blast);
    expect((counts.planned ?? 0) + emulator.store.size('sms')).toBe(300);
  });

  it.each([
    { label: 'the account is closed', behaviour: { shareInactiveAccount: 1 }, code: '20005' },
    { label: 'the sender is not ours', behaviour: { shareForeignSender: 0.5 }, code: '21659' },
  ])('burns no recipient when $label, and reaches all once it is mended', async (fault) => {
    const blast = await makeBlast(400);
    const { emulator } = await open({ ...fault.behaviour, latencyMs: 20 });
    const { pauseReason, haltingCode } = await reached(blast, 'paused');
    await answered(blast);
    expect([pauseReason, haltingCode]).toEqual(['halting-code', fault.code]);
    const { planned = 0, accepted = 0, ...others } = await count(blast);
    expect(others).toEqual({});
    expect([planned + accepted, accepted]).toEqual([400, emulator.store.size('sms')]);
    emulator.behave({ shareInactiveAccount: 0, shareForeignSender: 0 });
    await resume(blast);
    expectOnceEach(emulator, 400);
  });

  it('burns no recipient by a code that nobody has classed', async () => {
    const blast = await makeBlast(600);
    let mended = false;
    const { emulator } = await open(
      {},
      {
        async sendSms(message, send) {
          if (mended) return send(message);
          throw new SendError('[emulator] answered 400', { code: '21999', class: 'unlisted' });
        },
      },
    );
    await reached(blast, 'paused');
    await answered(blast);
    await until('all to wait', async () => (await count(blast))['planned'] === 600);
    expect((await read(blast)).haltingCode).toBe('21999');
    mended = true;
    await resume(blast);
    expectOnceEach(emulator, 600);
  });

  it('lets single numbers fail by a code that nobody has classed', async () => {
    const blast = await makeBlast(300);
    const { emulator } = await open(
      {},
      {
        async sendSms(message, send) {
          if (!message.to.endsWith('7')) return send(message);
          throw new SendError('[emulator] answered 400', { code: '21999', class: 'unlisted' });
        },
      },
    );
    await reached(blast, 'finished');
    const { accepted = 0, delivered = 0, ...others } = await count(blast);
    expect([accepted + delivered, others]).toEqual([270, { failed: 30 }]);
    expectOnceEach(emulator, 270);
  });

  it('asks a gateway that says nothing but "later" more and more seldom, and then pauses', async () => {
    const policy = { ...defaultPolicy, canarySize: 0, laterPauseMs: 1500 };
    const blast = await makeBlast(1000, { policy });
    let asked = 0;
    const { emulator } = await open(
      { share429: 1, retryAfterSeconds: 0 },
      {
        sendSms(message, send) {
          asked += 1;
          return send(message);
        },
      },
    );
    expect(await reached(blast, 'paused')).toMatchObject({ pauseReason: 'gateway-busy' });
    // What is on its way at once when the first is refused, and a few probes.
    expect(asked).toBeLessThan(200);
    emulator.behave({ share429: 0 });
    await resume(blast);
    expectOnceEach(emulator, 1000);
  });

  it('opts out whom the provider calls opted out', async () => {
    const blast = await makeBlast(1);
    await stores.pool.query(
      'UPDATE audience_member SET msisdn = 919999921610 WHERE audience_id = $1',
      [blast.audienceId],
    );
    await open();
    await reached(blast, 'finished');
    const { rows } = await stores.pool.query('SELECT msisdn, source FROM opt_out');
    expect(rows).toEqual([{ msisdn: '919999921610', source: 'provider' }]);
    expect(await count(blast)).toEqual({ failed: 1 });
  });

  // Two segments each, at 10 paise.
  it.each<{ label: string; budgetPaise: number; open?: OpenOptions; test?: number; sent: number }>([
    { label: 'by two workers', budgetPaise: 2000, open: { workers: 2 }, sent: 100 },
    // It was just enough.
    {
      label: 'when the price rises after the approval',
      budgetPaise: 10_000,
      open: { paise: { emulator: 25 } },
      sent: 200,
    },
    { label: 'of which tests of its text are a part', budgetPaise: 10_000, test: 1000, sent: 450 },
  ])('pauses at the budget and spends no more: $label', async (each) => {
    const blast = await makeBlast(500, { budgetPaise: each.budgetPaise });
    if (each.test !== undefined) {
      await insertTest(stores.pool, {
        blastId: blast.id,
        revision: 1,
        personId: 'pro',
        number: '+919876543210',
        language: 'hi',
        segments: 2,
        paise: each.test,
      });
    }
    const { emulator } = await open({}, each.open);
    await reached(blast, 'paused');
    await answered(blast);
    expect(emulator.store.size('sms')).toBe(each.sent);
    const pricePaise = each.open?.paise?.['emulator'] ?? 10;
    expect(await read(blast)).toMatchObject({ pauseReason: 'budget', pricePaise });
  });

  it('waits for the canary, and pauses when its receipts do not come', async () => {
    const policy = { ...defaultPolicy, canarySize: 20, canaryWaitMs: 1000 };
    const blast = await makeBlast(500, { policy });
    const { emulator } = await open();
    await reached(blast, 'paused');
    expect(emulator.store.size('sms')).toBe(20);
    expect(await read(blast)).toMatchObject({ pauseReason: 'canary' });
    await resume(blast);
    expectOnceEach(emulator, 500);
  });

  it('sends nothing outside the window, and only with a validity to its end', async () => {
    let now = new Date('2019-04-12T15:31:00Z');
    const blast = await makeBlast(5, { category: 'promotional' });
    const { emulator } = await open({}, { now: () => now });
    await reached(blast, 'scheduled');
    await wait(5 * tickMs);
    expect(emulator.store.size('sms')).toBe(0);
    // Half a second more than ten minutes: the database's answer takes its time.
    now = new Date('2019-04-13T15:19:59.500Z');
    await reached(blast, 'finished');
    for (const to of emulator.store.perRecipient('sms').keys()) {
      expect(emulator.store.listTo('sms', to)[0]?.validitySeconds).toBe(600);
    }
  });

  it('closes the window by the database’s clock, however wrong its own is', async () => {
    // 21:10 in Lucknow, while this machine's clock says 20:40.
    const lateMs = 30 * 60_000;
    const machineMs = () => Date.now() - lateMs;
    const shiftMs = new Date('2019-04-12T15:40:00Z').getTime() - Date.now();
    const blast = await makeBlast(20, { category: 'promotional' });
    const { emulator } = await open({}, { machineMs, now: () => new Date(machineMs() + shiftMs) });
    await reached(blast, 'scheduled');
    await wait(5 * tickMs);
    expect(emulator.store.size('sms')).toBe(0);
    expect((await read(blast)).status).toBe('scheduled');
  });

  it('gives up a canary by the database’s clock, however wrong its own is', async () => {
    const machineMs = () => Date.now() - 30 * 60_000;
    const policy = { ...defaultPolicy, canarySize: 5, canaryWaitMs: 1000 };
    const blast = await makeBlast(50, { policy });
    await open({}, { machineMs, now: () => new Date(machineMs()) });
    expect(await reached(blast, 'paused', 20_000)).toMatchObject({ pauseReason: 'canary' });
  });

  it('counts what was sent before the price rose at its old price', async () => {
    const blast = await makeBlast(500, { budgetPaise: 10_000 });
    const { emulator, gateway, workers } = await open({ latencyMs: 20 }, { ratePerSecond: 200 });
    await until('some to be sent', async () => emulator.store.size('sms') > 50);
    await workers[0]?.stop();
    const before = emulator.store.size('sms');
    const dearer = startWorker(gateway, { paise: { emulator: 20 } });
    await reached(blast, 'paused');
    await answered(blast);
    const left = 10_000 - before * 20;
    expect(emulator.store.size('sms')).toBe(before + Math.floor(left / 40));
    expect(dearer.audit.at(-1)).toMatchObject({ after: { reason: 'budget' } });
  });

  it('counts the segments that the gateway really takes', async () => {
    const blast = await makeBlast(2500, { budgetPaise: 50_000 });
    const { emulator } = await open(
      {},
      {
        sendSms: async (message, send) => ({ ...(await send(message)), segments: 3 }),
      },
    );
    expect(await reached(blast, 'paused')).toMatchObject({ pauseReason: 'budget' });
    // What was claimed before the first answers was priced by the text.
    expect(emulator.store.size('sms')).toBeLessThan(2500);
  });

  it('keeps to the rate over all workers', async () => {
    const blast = await makeBlast(400);
    const { emulator } = await open({}, { workers: 2, ratePerSecond: 200 });
    await until('the start', async () => emulator.store.size('sms') > 0);
    const startedAt = Date.now();
    const before = emulator.store.size('sms');
    await reached(blast, 'finished');
    const seconds = (Date.now() - startedAt) / 1000;
    expect(seconds).toBeGreaterThan((400 - before) / 200 - 0.6);
    expectOnceEach(emulator, 400);
  });
});

describe('the token bucket', () => {
  it('begins empty, so that a FLUSHALL gives no burst', async () => {
    const bucket = createTokenBucket(stores.redisUrl, { slow: 10 });
    const client = new Redis(stores.redisUrl);
    const { signal } = new AbortController();
    let granted = 0;
    const startedAt = Date.now();
    while (Date.now() - startedAt < 1000) {
      granted += await bucket.take('slow', 5, signal);
      await client.flushdb();
    }
    expect(granted).toBeLessThanOrEqual(10);
    client.disconnect();
    bucket.close();
  });
  it('lets nobody take until what left beyond what was taken has been waited for', async () => {
    const bucket = createTokenBucket(stores.redisUrl, { parts: 40 });
    const { signal } = new AbortController();
    await bucket.take('parts', 1, signal);
    const startedAt = performance.now();
    await bucket.owe('parts', 20);
    expect(await bucket.take('parts', 5, signal)).toBeGreaterThan(0);
    expect(performance.now() - startedAt).toBeGreaterThan(480);
    bucket.close();
  });
  it('does not limit a gateway without a rate, and gives nothing once the worker stops', async () => {
    const bucket = createTokenBucket(stores.redisUrl, { slow: 1 });
    expect(await bucket.take('other', 50, new AbortController().signal)).toBe(50);
    expect(await bucket.take('slow', 50, AbortSignal.abort())).toBe(0);
    bucket.close();
  });
  it('fails rather than guess while Redis is away', async () => {
    const bucket = createTokenBucket('redis://127.0.0.1:1/0', { slow: 1 });
    await expect(bucket.take('slow', 1, new AbortController().signal)).rejects.toThrow();
    bucket.close();
  });
});
