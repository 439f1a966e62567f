import { join } from 'node:path';
import fc from 'fast-check';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { readCallback } from '../../../../messaging/phone/callbacks/callback.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import { registerCallbacks } from '../../../../messaging/phone/callbacks/routes.ts';
import { isStopWord } from '../../../../messaging/phone/callbacks/stop-word.ts';
import type { Receipts } from '../../../../messaging/phone/gateways/gateway.ts';
import { twilioReceipts } from '../../../../messaging/phone/gateways/twilio-codes.ts';
import { recordOutcomes } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { endStop } from '../../../../messaging/phone/numbers/consent-events-sql.ts';
import { digits, readStops } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { type Drain, startDrain } from '../../../../messaging/platform/spool/drain.ts';
import { openSpool, type Spool } from '../../../../messaging/platform/spool/spool.ts';
import { openFolder } from '../../../folders.ts';
import { openStoreLines, type StoreLines } from '../../fixtures/store-lines.ts';
import {
  approvedBlast,
  countLedger,
  insertAudience,
  makeDraft,
  makeOutcome,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';
import { gatewayAt, openEmulator, until } from '../sending/worker-fixture.ts';
import { openApp } from './webhook-app.ts';

/** A provider to which Twilio's code for an opt-out means something else. */
const otherReceipts: Receipts = {
  classify: (code) => (code === '7' ? 'opt-out' : code === '21610' ? 'halt' : 'permanent'),
  filterCodes: [],
};
const authToken = 'training-token';
const folder = openFolder('callbacks-');
let lines: StoreLines;
let database: Database;
let spool: Spool;
let drain: Drain;
let service: Awaited<ReturnType<typeof openApp>>;

beforeAll(async () => {
  lines = await openStoreLines();
  database = await openDatabase({ url: lines.databaseUrl, dataDir: folder });
  spool = await openSpool({ folder: join(folder, 'spool') });
  const store = createCallbackStore({
    pool: database.pool,
    gateways: { emulator: { receipts: twilioReceipts }, other: { receipts: otherReceipts } },
    onMalformedRecord: () => {},
  });
  drain = startDrain({ spool, store, pauseMs: 50 });
  service = await openApp((app, url) =>
    registerCallbacks(app, {
      callbackTokens: [authToken],
      get publicUrl() {
        return url();
      },
      spool,
    }),
  );
});
afterAll(async () => {
  await service.app.close();
  await drain.stop();
  await spool.close();
  await database.close();
  await lines.close();
});

async function post(
  path: string,
  fields: Record<string, string>,
  change: { signature?: string | null; signedPath?: string; host?: string; body?: string } = {},
): Promise<number> {
  const url = service.url + path;
  const signature =
    change.signature ??
    twilio.getExpectedTwilioSignature(
      authToken,
      (change.host ?? service.url) + (change.signedPath ?? path),
      fields,
    );
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(change.signature === null ? {} : { 'x-twilio-signature': signature }),
    },
    body: change.body ?? new URLSearchParams(fields).toString(),
  });
  return response.status;
}
const delivered = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+915000000001' };

const counted = ({ id }: Pick<Blast, 'id'>) => countLedger(database.pool, id);
const haltingCode = async ({ id }: Pick<Blast, 'id'>) =>
  (await findBlast(database.pool, id))?.haltingCode;

/** A blast that runs. */
async function running(size: number, change: Partial<BlastDraft> = {}): Promise<Blast> {
  const audienceId = await insertAudience(database.pool, size);
  return startBlast(
    database.pool,
    await approvedBlast(database.pool, makeDraft(audienceId, change)),
  );
}

/** All of it has been accepted by the gateway. */
async function accepted(size: number, change: Partial<BlastDraft> = {}) {
  const blast = await running(size, change);
  const ids = (await submitRecipients(database.pool, blast, size)).map(({ id }) => id);
  await recordOutcomes(
    database.pool,
    ids.map((id) => makeOutcome(id)),
  );
  return { blast, ids };
}

/** The receipt of a recipient's message. */
const report = (id: string, status: string, code?: string) =>
  post(`/webhooks/twilio/messages/${id}`, {
    MessageSid: `S${id}`,
    MessageStatus: status,
    ...(code === undefined ? {} : { ErrorCode: code }),
  });

describe('a callback', () => {
  it('is taken when it is signed for the public URL', async () => {
    expect(await post('/webhooks/twilio/messages/1', delivered)).toBe(204);
  });
  it.each([
    { label: 'without a signature', change: { signature: null } },
    { label: 'with an invented signature', change: { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } },
    {
      label: 'signed for another recipient',
      change: { signedPath: '/webhooks/twilio/messages/2' },
    },
    { label: 'signed for another host', change: { host: 'http://evil.example' } },
    {
      label: 'whose status was changed after signing',
      change: { body: 'MessageSid=SM1&MessageStatus=failed&To=%2B915000000001' },
    },
    {
      label: 'with a field added after signing',
      change: { body: `${new URLSearchParams(delivered)}&MessageStatus=failed` },
    },
  ])('is refused $label', async ({ change }) => {
    const stored = spool.counts().stored;
    expect(await post('/webhooks/twilio/messages/1', delivered, change)).toBe(403);
    expect(spool.counts().stored).toBe(stored);
  });
  it.each([
    { path: '/webhooks/twilio/messages/abc', status: 400 },
    { path: '/webhooks/twilio/messages/1', fields: { MessageSid: 'SM1' }, status: 400 },
  ])('is refused when it names no recipient or status', async ({ path, fields, status }) => {
    expect(await post(path, (fields ?? delivered) as Record<string, string>)).toBe(status);
  });
  it('gives null for any form that is no status, and never throws', () => {
    const field = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('SM1', 'delivered'));
    const form = fc.record(
      { MessageSid: field, MessageStatus: field, ErrorCode: field, To: field },
      { requiredKeys: [] },
    );
    const reference = fc.oneof(fc.string(), fc.constantFrom('1', 't1', '0'.repeat(19)));
    const plain = /^[\x21-\x7e]{1,64}$/;
    const told = { yes: 0, no: 0 };
    fc.assert(
      fc.property(reference, form, (to, fields) => {
        const { MessageSid: sid, MessageStatus: status } = fields;
        const isPlain = [sid, status].every((one) => typeof one === 'string' && plain.test(one));
        const callback = readCallback('sms', to, fields);
        const isStatus = isPlain && /^t?\d{1,18}$/.test(to);
        told[isStatus ? 'yes' : 'no'] += 1;
        if (isStatus) expect(callback).toMatchObject({ kind: 'sms', reference: to, sid, status });
        else expect(callback).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(Math.min(told.yes, told.no)).toBeGreaterThan(0);
  });
});

describe('callbacks', () => {
  it('settle every recipient when the emulator sends them tripled and shuffled', async () => {
    const blast = await running(200);
    const emulator = await openEmulator({
      callbacks: true,
      callbackCopies: 3,
      callbackSpreadMs: 300,
    });
    // The time limit is not under test: two hundred at once may be slow on a busy machine.
    const gateway = gatewayAt(emulator.url, { publicUrl: service.url, requestTimeoutMs: 30_000 });
    const begun = await submitRecipients(database.pool, blast, 200);
    // The answers are thrown away: callbacks alone must tell what became of each.
    await Promise.all(
      begun.map(({ id, to }) =>
        gateway.sendSms({
          reference: id,
          to,
          body: 'x',
          validitySeconds: 60,
          templateId: null,
          principalEntityId: null,
          header: 'UPPOLC',
          category: 'government',
        }),
      ),
    );
    await emulator.settled();
    await expect.poll(async () => (await counted(blast)).delivered).toBe(200);
    await gateway.close();
    await emulator.close();
  });

  it('are kept while the database is away', async () => {
    const { blast, ids } = await accepted(50);
    lines.postgres.cut();
    for (const id of ids) expect(await report(id, 'delivered')).toBe(204);
    lines.postgres.mend();
    await until('all delivered', async () => (await counted(blast)).delivered === 50);
  });

  it('opt out whom the carrier calls opted out, and halt the blast on a spike of filtering', async () => {
    const { blast, ids } = await accepted(40);
    for (const [index, id] of ids.entries()) {
      const code = index === 0 ? '21610' : '30007';
      await report(id, 'undelivered', code);
      if (index === 10) {
        await until('some settled', async () => (await counted(blast)).undelivered === 11);
        expect(await haltingCode(blast)).toBeNull();
      }
    }
    await until('the halt', async () => (await haltingCode(blast)) === '30007');
    const { rows } = await database.pool.query('SELECT source FROM opt_out');
    expect(rows).toEqual([{ source: 'provider' }]);
    await database.pool.query('DELETE FROM opt_out');
  });

  it('mean by a code what the gateway that sent the message means by it', async () => {
    const { blast, ids } = await accepted(2, { gateway: 'other' });
    for (const [index, id] of ids.entries()) {
      await report(id, 'undelivered', index === 0 ? '7' : '21610');
    }
    await until('the halt', async () => (await haltingCode(blast)) === '21610');
    const { rows } = await database.pool.query(
      'SELECT r.error_code AS code FROM opt_out JOIN blast_recipient AS r USING (msisdn) WHERE r.blast_id = $1',
      [blast.id],
    );
    expect(rows).toEqual([{ code: '7' }]);
    await database.pool.query('DELETE FROM opt_out');
  });

  it('with a NUL in it is refused, and holds up no other', async () => {
    const { blast, ids } = await accepted(2);
    const [first = '', second = ''] = ids;
    const damaged = { MessageSid: 'SM\0', MessageStatus: 'delivered' };
    expect(await post(`/webhooks/twilio/messages/${first}`, damaged)).toBe(400);
    // One that was spooled before it was refused.
    await spool.append(Buffer.from(JSON.stringify(['sms', first, 'SM\0', 'delivered', null])));
    await report(second, 'delivered');
    await until('the other receipt', async () => (await counted(blast)).delivered === 1);
  });

  it('tells once that somebody opted out: repeated, it does not bring back who came again', async () => {
    const { ids } = await accepted(1);
    const [id = ''] = ids;
    const stop = () => report(id, 'undelivered', '21610');
    const stops = async () =>
      (await database.pool.query<{ msisdn: string }>('SELECT msisdn FROM opt_out')).rows;
    await stop();
    await until('the opt-out', async () => (await stops()).length === 1);
    await database.pool.query('DELETE FROM opt_out');
    await stop();
    const later = await accepted(1, { name: 'Mark' });
    await report(later.ids[0] ?? '', 'delivered');
    await until('what came after it', async () => (await counted(later.blast)).delivered === 1);
    expect(await stops()).toEqual([]);
  });

  it('plan a busy call again, and late news of it change nothing', async () => {
    const { blast, ids } = await accepted(1, { channel: 'ivr' });
    const [id = ''] = ids;
    const busy = { CallSid: `S${id}`, CallStatus: 'busy' };
    const ringing = { CallSid: `S${id}`, CallStatus: 'ringing' };
    for (const fields of [busy, busy, ringing, busy])
      await post(`/webhooks/twilio/calls/${id}`, fields);
    await until('another try', async () => (await counted(blast)).planned === 1);
    await post(`/webhooks/twilio/calls/${id}`, ringing);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await counted(blast)).toEqual({ planned: 1 });
    const { rows } = await database.pool.query(
      `SELECT past_ids, not_before > now() + interval '25 minutes' AS later FROM blast_recipient WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ past_ids: [`S${id}`], later: true }]);
  });
});

describe('a reply by SMS', () => {
  it.each([
    'STOP',
    ' stop. ',
    'बंद',
    'बन्द करें',
    'Unsubscribe!',
    'STOP 5678',
    'stop please',
    'Please stop this',
    'बन्द करो',
    'बंद कर दो',
    'कृपया बंद कर दीजिए',
    'band karo',
    'Band kar do sir',
    'rok do',
    'msg mat bhejo',
    'मैसेज मत भेजो',
    'Stop promotions',
    'नहीं चाहिए',
    'मुझे ये मैसेज नहीं चाहिये',
    'nahi chahiye',
    'Mujhe msg nahi chahiye',
    "Don't send",
    'براہ کرم بند کریں',
    'نہیں چاہیے',
  ])('%j is a stop word', (body) => {
    expect(isStopWord(body)).toBe(true);
  });
  it.each([
    '',
    '5678',
    'please',
    'stop sending me the app, I have it',
    'बंदूक',
    'nonstop',
    "don't stop",
    'dont stop',
    'band mat karo',
    'बंद मत करो',
    'bus stop',
    'rasta band hai',
    'मुझे ऐप नहीं चाहिए तो क्या करूँ',
    'koi paisa nahi chahiye kya',
    'यह लिंक नहीं चलता',
    'no more space on my phone',
  ])('%j is no stop word', (body) => {
    expect(isStopWord(body)).toBe(false);
  });
  it('opts its sender out', async () => {
    expect(await post('/webhooks/twilio/replies', { From: '+915000000009', Body: 'बंद' })).toBe(200);
    const stops = async () =>
      (await database.pool.query('SELECT msisdn, source FROM opt_out')).rows;
    await expect.poll(stops).toEqual([{ msisdn: '915000000009', source: 'sms' }]);
  });
  it('is heard once: repeated, it does not opt out who has come back', async () => {
    const reply = { From: '+915000000019', Body: 'STOP', MessageSid: 'SMheard' };
    const optedOut = async (number: string) => (await readStops(database.pool, number)).optedOut;
    await post('/webhooks/twilio/replies', reply);
    await expect.poll(() => optedOut(reply.From)).toBe(true);
    const onPaper = { enteredBy: 'two officers', evidence: '12/2026' };
    await endStop(database.pool, digits(reply.From), onPaper);
    await post('/webhooks/twilio/replies', reply);
    const later = { ...reply, From: '+915000000029', MessageSid: 'SMlater' };
    await post('/webhooks/twilio/replies', later);
    await expect.poll(() => optedOut(later.From)).toBe(true);
    expect(await optedOut(reply.From)).toBe(false);
    await post('/webhooks/twilio/replies', { ...reply, MessageSid: 'SMagain' });
    await expect.poll(() => optedOut(reply.From)).toBe(true);
  });
  it('is kept while the database is away, and holds up none after it, whatever its id', async () => {
    const numbers = ['+915000000039', '+915000000049'];
    lines.postgres.cut();
    for (const From of numbers) {
      const reply = { From, Body: 'STOP', MessageSid: `SM\u0000${From}` };
      expect(await post('/webhooks/twilio/replies', reply)).toBe(200);
    }
    lines.postgres.mend();
    for (const number of numbers) {
      await until('the stop', async () => (await readStops(database.pool, number)).optedOut);
    }
  });
});
