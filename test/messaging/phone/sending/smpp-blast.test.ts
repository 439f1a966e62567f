import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { measureText } from '../../../../campaigns/messages/segments.ts';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import { openLinkInboxes } from '../../../../messaging/phone/callbacks/link-inbox.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { settleByOfficer } from '../../../../messaging/phone/ledger/unknown-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { startDrain } from '../../../../messaging/platform/spool/drain.ts';
import { openSpool } from '../../../../messaging/platform/spool/spool.ts';
import { borrow } from '../../../servers/borrow.ts';
import { startWorkerProcess } from '../../fixtures/worker.ts';
import { approvedBlast, countLedger, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';
import { openSmpp } from '../gateways/smpp/smpp-fixture.ts';
import { joinMessages, type Smsc, startSmsc } from '../gateways/smpp/smsc.ts';
import { openWorker, until } from './worker-fixture.ts';

let redisUrl: string;
let database: Database;
let databaseUrl: string;
let smsc: Smsc;
const folder = mkdtempSync(join(tmpdir(), 'smpp-blast-'));
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  redisUrl = await borrow('redis');
  databaseUrl = await borrow('database');
  database = await openDatabase({ url: databaseUrl, dataDir: folder });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const body = 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH';

async function makeBlast(size: number) {
  const { segments } = measureText(body);
  expect(segments).toBe(2);
  const texts = { hi: { templateId: '1234567890123456789', header: 'UPPOLC', body, segments } };
  const audienceId = await insertAudience(database.pool, size);
  return approvedBlast(database.pool, makeDraft(audienceId, { gateway: 'smpp', texts }));
}

/** Takes receipts as the service does. */
async function openReceipts(gateway: Gateway, name: string): Promise<() => Promise<void>> {
  const { pool } = database;
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
  return async () => {
    closeInboxes();
    await drain.stop();
    await spool.close();
  };
}

function open(change: Parameters<typeof openSmpp>[1] = {}): Gateway {
  const gateway = openSmpp(smsc.port, { requestTimeoutMs: 1600, binds: 2, ...change });
  closers.push(() => gateway.close());
  return gateway;
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
    closers.push(() => smsc.close());
    const blast = await makeBlast(size);
    const gateway = open({ idForms: { answers: 'hex', receipts: 'decimal' } });
    closers.push(await openReceipts(gateway, 'mishaps'));
    const worker = openWorker({ pool: database.pool, redisUrl, gateway });
    closers.push(() => worker.stop());
    const whole = () => joinMessages(smsc.taken).filter((message) => message.whole).length;
    // What was written as its link broke may be missing, or a part of it: nobody knows, so it is an officer's to decide.
    await until(
      'all to be delivered that are whole',
      async () => {
        const { delivered = 0, unknown = 0 } = await countLedger(database.pool, blast.id);
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
    await settleByOfficer(database.pool, blast.id, {
      decision: 'count-as-sent',
      lists: false,
    });
    await until(
      'an end',
      async () => (await findBlast(database.pool, blast.id))?.status === 'finished',
    );
    expect(joinMessages(smsc.taken)).toHaveLength(messages.length);
    expect(smsc.bindsInAll()).toBeGreaterThan(2);
  });

  it('loses no receipt and doubles no message when a worker is killed', async () => {
    const size = 400;
    smsc = await startSmsc({ latencyMs: 10, receiptCopies: 1, receiptsFirst: true });
    closers.push(() => smsc.close());
    const blast = await makeBlast(size);
    const worker = () =>
      startWorkerProcess({
        databaseUrl,
        redisUrl,
        emulatorUrl: 'http://127.0.0.1:9',
        dataDir: folder,
        timeoutMs: 1600,
        more: {
          SMPP_URL: `smpp://127.0.0.1:${smsc.port}`,
          SMPP_SYSTEM_ID: 'uppolice',
          SMPP_PASSWORD: 'secret',
        },
      });
    const first = worker();
    closers.push(() => first.kill());
    await until('a part to be sent', async () => smsc.taken.length > size / 2);
    await first.kill('SIGKILL');
    // Its claims go back after half a minute, which is over now.
    await database.pool.query(
      `UPDATE blast_recipient SET changed_at = changed_at - interval '1 minute' WHERE status = 'claimed'`,
    );
    const second = worker();
    closers.push(() => second.kill());
    // In doubt stay those that were on record and had not left, and those of which a part is missing.
    await until('all to be delivered but those in doubt', async () => {
      const { delivered = 0, unknown = 0 } = await countLedger(database.pool, blast.id);
      const whole = joinMessages(smsc.taken).filter((message) => message.whole).length;
      return delivered + unknown === size && delivered === whole;
    });
    const messages = joinMessages(smsc.taken);
    expect(new Set(messages.map(({ to }) => to)).size).toBe(messages.length);
    // No more than the links had places for.
    expect((await countLedger(database.pool, blast.id)).unknown ?? 0).toBeLessThanOrEqual(20);
  });
});
