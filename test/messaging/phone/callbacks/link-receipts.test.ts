import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openWorkerReceipts } from '../../../../messaging/phone/callbacks/callback-spool.ts';
import { decodeLinkRecord } from '../../../../messaging/phone/callbacks/link-record.ts';
import type {
  Gateway,
  Inbox,
  ProviderStatus,
} from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import {
  recordDeliveryUpdates,
  recordOutcomes,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import {
  deleteOldParts,
  recordPartNews,
  recordSubmittedParts,
} from '../../../../messaging/phone/ledger/message-parts-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { settleParts } from '../../../../messaging/phone/sending/reconciler.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  countLedger,
  firstNumber,
  insertAudience,
  makeDraft,
  makeOutcome,
  makeReceipt,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';
import { until } from '../sending/worker-fixture.ts';

const { pool } = await openPostgres();
const log = pino({ level: 'silent' });

const gatewayWith = (change: Partial<Gateway>): Gateway => ({
  name: 'smpp',
  reconcile: 'callback',
  requestTimeoutMs: 1000,
  retryableCodes: [],
  sendSms: () => Promise.reject(new Error('Expected no message')),
  countParts: () => 2,
  close: async () => {},
  ...change,
});

/** Recipients of a blast that were submitted; by now each is in doubt. */
async function inDoubt(size: number): Promise<{ blastId: number; ids: string[]; id: string }> {
  const draft = makeDraft(await insertAudience(pool, size), { gateway: 'smpp' });
  const blast = await startBlast(pool, await approvedBlast(pool, draft));
  const begun = await submitRecipients(pool, blast, size);
  const lost = { status: 'unknown', providerId: null, code: 'timeout' } as const;
  await recordOutcomes(
    pool,
    begun.map(({ id }) => makeOutcome(id, lost)),
  );
  const ids = begun.toSorted((a, b) => (a.to < b.to ? -1 : 1)).map(({ id }) => id);
  return { blastId: blast.id, ids, id: ids[0] ?? '' };
}
let serial = 0;
function newId(): string {
  serial += 1;
  return `P${serial}`;
}
const news = (
  partId: string,
  status: ProviderStatus = 'delivered',
  number: string | null = null,
  reference: number | null = null,
) => ({
  gateway: 'smpp',
  partId,
  status,
  code: status === 'undelivered' ? '027' : null,
  number,
  reference,
});
const submitted = (reference: string, ids: string[], total = ids.length) => ({
  gateway: 'smpp',
  reference,
  attempt: 1,
  ids,
  total,
});
const settle = (gateway: Gateway) =>
  settleParts({ pool, gateways: { smpp: gateway }, log, settleDelayMs: () => 0 });

describe('receipts of parts', () => {
  it('wait for their answer, and the message is delivered with its last part', async () => {
    const { id } = await inDoubt(1);
    const one = newId();
    const two = newId();
    expect(await recordPartNews(pool, [news(one), news(one)])).toEqual([]);
    expect(await recordSubmittedParts(pool, [submitted(id, [one, two])])).toMatchObject([
      { id, status: 'accepted' },
    ]);
    expect(await recordPartNews(pool, [news(two)])).toMatchObject([
      { id, status: 'delivered', code: null },
    ]);
    // The same again says the same.
    expect(await recordSubmittedParts(pool, [submitted(id, [one, two])])).toMatchObject([
      { status: 'delivered' },
    ]);
  });
  it('of two parts at once, in two processes, make the message delivered', async () => {
    const { ids } = await inDoubt(20);
    const parts = ids.map((id) => submitted(id, [newId(), newId()]));
    await recordSubmittedParts(pool, parts);
    const told = await Promise.all(
      parts.flatMap((message) => message.ids.map((id) => recordPartNews(pool, [news(id)]))),
    );
    const delivered = told.flat().filter(({ status }) => status === 'delivered');
    expect(new Set(delivered.map(({ id }) => id)).size).toBe(20);
  });
  it('say undelivered as soon as one part is, with its code', async () => {
    const { id } = await inDoubt(1);
    const one = newId();
    const two = newId();
    await recordSubmittedParts(pool, [submitted(id, [one, two])]);
    expect(await recordPartNews(pool, [news(one), news(two, 'undelivered')])).toMatchObject([
      { id, status: 'undelivered', code: '027' },
    ]);
  });
  it('belong to a test where its reference says so', async () => {
    const one = newId();
    await recordSubmittedParts(pool, [submitted('t77', [one])]);
    expect(await recordPartNews(pool, [news(one)])).toMatchObject([
      { id: 't77', status: 'delivered' },
    ]);
  });
  it('leave an id that the provider reuses to the new message', async () => {
    const { ids } = await inDoubt(2);
    const one = newId();
    await recordSubmittedParts(pool, [submitted(ids[0] ?? '', [one])]);
    await recordPartNews(pool, [news(one)]);
    expect(await recordSubmittedParts(pool, [submitted(ids[1] ?? '', [one])])).toMatchObject([
      { id: ids[1], status: 'accepted' },
    ]);
  });
  it('settle a message whose answer was lost, by its number and our reference in them, and by no number alone', async () => {
    const { blastId, ids } = await inDoubt(3);
    await pool.query(`UPDATE blast_recipient SET status = 'accepted' WHERE blast_id <> $1`, [
      blastId,
    ]);
    const number = String(firstNumber + 1);
    const known = newId();
    await recordSubmittedParts(pool, [submitted(ids[0] ?? '', [known], 2)]);
    const own = Number(ids[0]) % 0x10000;
    await recordPartNews(pool, [
      news(newId(), 'delivered', number),
      news(newId(), 'delivered', number, own + 1),
      news(newId(), 'delivered', String(firstNumber + 2), own),
    ]);
    await settle(gatewayWith({}));
    expect(await countLedger(pool, blastId)).toEqual({ unknown: 3 });
    await recordPartNews(pool, [news(known), news(newId(), 'delivered', number, own)]);
    await settle(gatewayWith({}));
    expect(await countLedger(pool, blastId)).toEqual({ delivered: 1, unknown: 2 });
    // A second blast to the same numbers is in doubt too: the reference says whose receipt it is.
    const other = await inDoubt(3);
    const reference = Number(other.ids[1]) % 0x10000;
    const second = String(firstNumber + 2);
    await recordPartNews(pool, [
      news(newId(), 'delivered', second, reference),
      news(newId(), 'delivered', second, reference),
    ]);
    await settle(gatewayWith({}));
    expect(await countLedger(pool, blastId)).toEqual({ delivered: 1, unknown: 2 });
    expect(await countLedger(pool, other.blastId)).toEqual({ delivered: 1, unknown: 2 });
  });
  it('settle a message whose parts are known though its answer did not reach the ledger', async () => {
    const { blastId, id } = await inDoubt(1);
    await recordSubmittedParts(pool, [submitted(id, [newId(), newId()])]);
    await settle(gatewayWith({}));
    expect(await countLedger(pool, blastId)).toEqual({ accepted: 1 });
  });
  it('are asked for where none came, and one that is no longer known holds up no other', async () => {
    const { blastId, ids } = await inDoubt(2);
    const gone = newId();
    const silent = newId();
    await recordSubmittedParts(pool, [
      submitted(ids[0] ?? '', [gone]),
      submitted(ids[1] ?? '', [silent]),
    ]);
    await recordDeliveryUpdates(
      pool,
      ids.map((id) => makeReceipt(id, { status: 'accepted' })),
    );
    await pool.query(`UPDATE message_part SET at = at - interval '1 hour'`);
    const asked: string[] = [];
    const gateway = gatewayWith({
      async queryPart(partId, header) {
        asked.push(`${partId} ${header}`);
        if (partId === gone) throw new SendError('gone', { code: 'smpp-67', class: 'permanent' });
        return { status: 'delivered', code: null };
      },
    });
    await settle(gateway);
    await settle(gateway);
    expect(asked.filter((one) => one.startsWith(`${silent} `))).toEqual([`${silent} UPPOLC`]);
    expect(await countLedger(pool, blastId)).toEqual({ accepted: 1, delivered: 1 });
  });
  it('go with the number, and when no more can come', async () => {
    const count = async () =>
      Number((await pool.query('SELECT count(*) AS n FROM message_part')).rows[0]?.n);
    await recordPartNews(pool, [news(newId(), 'delivered', '915999999999')]);
    const before = await count();
    await deleteNumber(pool, '+915999999999', false);
    expect(await count()).toBe(before - 1);
    await pool.query(`UPDATE message_part SET at = at - interval '4 days'`);
    expect(await deleteOldParts(pool, 3)).toBe(before - 1);
  });
});

describe('the link of a worker', () => {
  it('keeps receipts and stops in its own spool, beside that of another worker', async () => {
    const inboxes: Inbox[] = [];
    const gateways = { smpp: gatewayWith({ receive: (inbox) => void inboxes.push(inbox) }) };
    const options = { pool, gateways, log, spoolDir: join(openFolder('link-receipts-'), 'spool') };
    const first = await openWorkerReceipts(options);
    const second = await openWorkerReceipts(options);
    const { id } = await inDoubt(1);
    const one = newId();
    await recordSubmittedParts(pool, [submitted(id, [one])]);
    expect(await inboxes[1]?.receipt(news(one))).toBe(true);
    expect(await inboxes[0]?.reply({ number: '915888888888', body: 'Stop.' })).toBe(true);
    expect(await inboxes[0]?.reply({ number: '915777777777', body: 'धन्यवाद' })).toBe(true);
    await until('the ledger to know', async () => {
      const { rows } = await pool.query('SELECT status FROM blast_recipient WHERE id = $1', [id]);
      return rows[0]?.status === 'delivered';
    });
    await first?.close();
    await second?.close();
    const { rows } = await pool.query('SELECT msisdn, source FROM opt_out');
    expect(rows).toEqual([{ msisdn: '915888888888', source: 'sms' }]);
    // The provider keeps what comes after the end.
    expect(await inboxes[0]?.receipt(news(one))).toBe(false);
    expect(
      await openWorkerReceipts({ ...options, gateways: { plain: gatewayWith({}) } }),
    ).toBeUndefined();
  });
  it.each([
    '["part","smpp","","delivered",null,null]',
    '["part","smpp","1","lost",null,null]',
    '["stop","x"]',
    '{}',
  ])('refuses the damaged record %s', (text) =>
    expect(() => decodeLinkRecord(Buffer.from(text))).toThrow('Expected'),
  );
});
