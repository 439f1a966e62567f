import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { measureText } from '../../../../campaigns/messages/segments.ts';
import { openLinkInboxes } from '../../../../messaging/phone/callbacks/callback-spool.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { settleByOfficer } from '../../../../messaging/phone/ledger/unknown-sql.ts';
import { startDrain } from '../../../../messaging/platform/spool/drain.ts';
import { openSpool } from '../../../../messaging/platform/spool/spool.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSmpp } from '../gateways/smpp/smpp-fixture.ts';
import { arrived, byLot, joinMessages, startSmsc, writeDecimal } from '../gateways/smpp/smsc.ts';
import { dropsAndKills } from './outage-run.ts';
import { openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

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

describe('a blast over SMPP', () => {
  it('reaches each once and whole through throttling, lost answers, broken links and early, doubled receipts', async () => {
    const size = 1000;
    const smsc = await startSmsc({
      latencyMs: 3,
      judge: byLot([
        [0x58, 0.03],
        [0x14, 0.02],
        ['take-silently', 0.01],
        ['take-and-drop', 0.004],
      ]),
      receipt: () => arrived,
      receiptCopies: 2,
      receiptsFirst: true,
      repeatsReference: true,
      writeId: writeDecimal,
    });
    closeAfterTest(smsc);
    const blast = await makeLongBlast(size);
    const idForms = { answers: 'hex', receipts: 'decimal' } as const;
    const gateway = closeAfterTest(
      openSmpp(smsc.port, { requestTimeoutMs: 1600, binds: 2, idForms }),
    );
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

  it.each([
    // No more than the link has places for.
    { size: 400, drops: 0, kills: 1, most: 10 },
    { size: 2000, drops: 12, kills: 0, most: 20 },
  ])(
    'loses and doubles nothing through $drops drops and $kills kills, and ends by itself',
    async (each) => {
      const { doubt, ...found } = await dropsAndKills(each.size, each.drops, each.kills);
      expect(found).toMatchObject({ lost: 0, twice: 0, untracedHalves: 0, ends: true });
      expect(doubt).toBeLessThanOrEqual(each.most);
    },
  );
});
