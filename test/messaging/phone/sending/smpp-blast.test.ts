import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { measureText } from '../../../../campaigns/messages/segments.ts';
import { openLinkInboxes } from '../../../../messaging/phone/callbacks/callback-spool.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { settleByOfficer } from '../../../../messaging/phone/ledger/unknown-sql.ts';
import { startDrain } from '../../../../messaging/platform/spool/drain.ts';
import { openSpool } from '../../../../messaging/platform/spool/spool.ts';
import { startWorkerProcess } from '../../fixtures/worker.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSmpp } from '../gateways/smpp/smpp-fixture.ts';
import { joinMessages, type Smsc, startSmsc } from '../gateways/smpp/smsc.ts';
import { openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

let smsc: Smsc;
const { stores, folder, startWorker, makeBlast, reached, count } = openSending();

const body = 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH';

function makeLongBlast(size: number) {
  const { segments } = measureText(body);
  expect(segments).toBe(2);
  const texts = { hi: { templateId: '1234567890123456789', header: 'UPPOLC', body, segments } };
  return makeBlast(size, { gateway: 'smpp', texts });
}

/** Takes receipts as the service does. */
async function openReceipts(gateway: Gateway, name: string): Promise<void> {
  const { pool } = stores;
  const spool = await openSpool({ folder: join(folder, name) });
  const gateways = { smpp: gateway };
  const store = createCallbackStore({
    pool,
    gateways,
    onMalformedRecord: (error) => {
      throw error;
    },
  });
  const drain = startDrain({ spool, store, pauseMs: 20 });
  const closeInboxes = openLinkInboxes(gateways, spool);
  onTestFinished(async () => {
    closeInboxes();
    await drain.stop();
    await spool.close();
  });
}

function open(change: Parameters<typeof openSmpp>[1] = {}): Gateway {
  return closeAfterTest(openSmpp(smsc.port, { requestTimeoutMs: 1600, binds: 2, ...change }));
}

describe('a blast over SMPP', () => {
  it('reaches each once and whole through throttling, lost answers, broken links and early, doubled receipts', async () => {
    const size = 1000;
    smsc = await startSmsc({
      latencyMs: 3,
      refusals: [
        { status: 0x58, share: 0.03 },
        { status: 0x14, share: 0.02 },
      ],
      shareSilent: 0.01,
      shareDropped: 0.004,
      receiptCopies: 2,
      receiptsFirst: true,
      receiptForm: 'text',
      numericIds: true,
    });
    closeAfterTest(smsc);
    const blast = await makeLongBlast(size);
    const gateway = open({ idForms: { answers: 'hex', receipts: 'decimal' } });
    await openReceipts(gateway, 'mishaps');
    startWorker(gateway);
    const whole = () => joinMessages(smsc.taken).filter((message) => message.whole).length;
    // What was written as its link broke may be missing, or a part of it: nobody knows, so it is an officer's to decide.
    await until(
      'all to be delivered that are whole',
      async () => {
        const { delivered = 0, unknown = 0 } = await count(blast);
        return delivered + unknown === size && delivered === whole();
      },
      60_000,
    );
    expect(whole()).toBeGreaterThan((19 * size) / 20);
    const messages = joinMessages(smsc.taken);
    expect(new Set(messages.map(({ to }) => to)).size).toBe(messages.length);
    expect(new Set(messages.flatMap((one) => (one.whole ? [one.body] : [])))).toEqual(
      new Set([body]),
    );
    await settleByOfficer(stores.pool, blast.id, {
      decision: 'count-as-sent',
      lists: false,
      gateway: 'smpp',
    });
    await reached(blast, 'finished');
    expect(joinMessages(smsc.taken)).toHaveLength(messages.length);
    expect(smsc.bindsInAll()).toBeGreaterThan(2);
  });

  it('loses no receipt and doubles no message when a worker is killed', async () => {
    const size = 400;
    smsc = await startSmsc({ latencyMs: 10, receiptCopies: 1, receiptsFirst: true });
    closeAfterTest(smsc);
    const blast = await makeLongBlast(size);
    const openProcess = () => {
      const started = startWorkerProcess({
        databaseUrl: stores.databaseUrl,
        redisUrl: stores.redisUrl,
        emulatorUrl: 'http://127.0.0.1:9',
        dataDir: folder,
        timeoutMs: 1600,
        more: {
          SMPP_URL: `smpp://127.0.0.1:${smsc.port}`,
          SMPP_SYSTEM_ID: 'uppolice',
          SMPP_PASSWORD: 'secret',
        },
      });
      onTestFinished(() => started.kill());
      return started;
    };
    const first = openProcess();
    await until('a part to be sent', async () => smsc.taken.length > size / 2);
    await first.kill('SIGKILL');
    // Its claims go back after half a minute, which is over now.
    await stores.pool.query(
      `UPDATE blast_recipient SET changed_at = changed_at - interval '1 minute' WHERE status = 'claimed'`,
    );
    openProcess();
    // In doubt stay those that were on record and had not left, and those of which a part is missing.
    await until('all to be delivered but those in doubt', async () => {
      const { delivered = 0, unknown = 0 } = await count(blast);
      const whole = joinMessages(smsc.taken).filter((message) => message.whole).length;
      return delivered + unknown === size && delivered === whole;
    });
    const messages = joinMessages(smsc.taken);
    expect(new Set(messages.map(({ to }) => to)).size).toBe(messages.length);
    // No more than the links had places for.
    expect((await count(blast)).unknown ?? 0).toBeLessThanOrEqual(20);
  });
});
