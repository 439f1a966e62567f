import { beforeEach, describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import type { BlastDraft, BlastTexts } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { findDueFallbacks } from '../../../../messaging/phone/blasts/fallbacks-sql.ts';
import { countSelected } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import { registerMetaCallbacks } from '../../../../messaging/phone/callbacks/meta-routes.ts';
import { registerCallbacks } from '../../../../messaging/phone/callbacks/routes.ts';
import { isStopWord } from '../../../../messaging/phone/callbacks/stop-word.ts';
import { createAnswers } from '../../../../messaging/phone/flows/text-conversation.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { createMetaGateway } from '../../../../messaging/phone/gateways/meta.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { recordListOptIns } from '../../../../messaging/phone/numbers/whatsapp-sql.ts';
import type { SpoolRecord } from '../../../../messaging/platform/spool/record.ts';
import { approvedBlast, insertList, insertMembers, makeDraft } from '../blasts/blast-fixture.ts';
import { openApp } from '../callbacks/webhook-app.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { type MetaServer, metaAccount, startMetaServer } from '../gateways/meta-server.ts';
import { openSending } from './sending-fixture.ts';
import { stopTokens, until } from './worker-fixture.ts';

const campaign = loadCampaign('up-cop');
const sending = openSending();
const { stores, reached, read, count } = sending;
beforeEach(() =>
  stores.pool.query(
    'TRUNCATE whatsapp_opt_in, whatsapp_window, opt_out, stop_heard, consent_event, flow_place, station_number',
  ),
);

const texts: BlastTexts = {
  hi: {
    templateId: 'upcop_services_hi',
    header: 'उत्तर प्रदेश पुलिस',
    body: 'नमस्ते।',
    segments: 1,
    card: {
      name: 'services_hi',
      contentSid: null,
      values: [],
      picture: 'https://example.org/files/card.png',
      footer: null,
      buttons: [
        { kind: 'app', label: 'ऐप पाएँ', link: 'https://uppolice.gov.in/q/000000' },
        { kind: 'stop', label: 'बंद करें', link: null },
      ],
    },
  },
};
const smsText = {
  templateId: null,
  header: 'UPPOLC',
  body: 'UP COP uppolice.gov.in/q/000000',
  segments: 1,
};
const sms = {
  category: 'government' as const,
  texts: { hi: smsText },
  gateway: 'emulator',
  paisePerSegment: 10,
};

/** Everybody of the list has agreed, except as many as are said. */
async function whatsappBlast(
  numbers: readonly string[],
  change: Partial<BlastDraft> = {},
  withoutOptIn = 0,
): Promise<Blast> {
  const { pool } = stores;
  const audienceId = await insertList(pool);
  await insertMembers(pool, audienceId, numbers);
  await recordListOptIns(pool, {
    audienceId,
    source: 'form at the counter',
    givenOn: '2026-11-01',
    enteredBy: 'HQ',
  });
  await pool.query('DELETE FROM whatsapp_opt_in WHERE msisdn = ANY ($1::bigint[])', [
    numbers.slice(0, withoutOptIn),
  ]);
  return approvedBlast(
    pool,
    makeDraft(audienceId, { channel: 'whatsapp', category: 'service-implicit', texts, ...change }),
  );
}

function openStore(gateways: Record<string, Gateway>) {
  const store = createCallbackStore({
    pool: stores.pool,
    gateways,
    answerText: createAnswers({
      pool: stores.pool,
      campaign,
      directory: loadDirectory(),
      shortCode: 'BCDFGH',
      tokens: stopTokens,
    }),
    onMalformedRecord: (error) => {
      throw error;
    },
  });
  return {
    async append(payload: Uint8Array) {
      await store([{ payload } as SpoolRecord]);
      return true;
    },
  };
}

/** A worker, the emulator and the service that takes its callbacks. */
async function open(
  behaviour: Partial<EmulatorBehaviour> = {},
): Promise<{ emulator: Emulator; url: string }> {
  const gateways: Record<string, Gateway> = {};
  const spool = { append: (payload: Uint8Array) => openStore(gateways).append(payload) };
  const { app, url } = await openApp((server, address) =>
    registerCallbacks(server, {
      callbackTokens: ['training-token'],
      get publicUrl() {
        return address();
      },
      spool,
    }),
  );
  closeAfterTest(app);
  const { emulator, gateway } = await sending.open(
    { callbacks: true, ...behaviour },
    { publicUrl: url },
  );
  gateways['emulator'] = gateway;
  return { emulator, url };
}

const sentTo = (emulator: Emulator, to: string) => emulator.store.listTo('sms', to).length;

describe('a WhatsApp blast', () => {
  it('bears the card of each recipient’s station, and the template’s picture where none is known', async () => {
    const { pool } = stores;
    const stationCards = {
      files: 'https://example.org/files',
      campaign: 'up-cop',
      stations: ['agra/tajganj'],
      unmade: 1,
    };
    const { hi } = texts;
    const card = { ...hi?.card, stationCards };
    const numbers = ['919811000021', '919811000022', '919811000023'];
    const blast = await whatsappBlast(numbers, {
      texts: { hi: { ...hi, card } as typeof hi & object },
    });
    await pool.query(
      `WITH n AS (INSERT INTO station_number (district, station) VALUES ('agra', 'tajganj'), ('agra', 'unmade')
         RETURNING number, station)
       UPDATE audience_member AS m SET station = n.number FROM n
       WHERE m.msisdn = CASE n.station WHEN 'tajganj' THEN 919811000021 ELSE 919811000022 END`,
    );
    const { emulator } = await open();
    await reached(blast, 'finished');
    const own = 'https://example.org/files/social/agra/tajganj/up-cop-agra-tajganj.png';
    const pictures = numbers.map((number) => {
      const [sent] = emulator.store.listTo('sms', `whatsapp:+${number}`);
      return JSON.parse(sent?.body ?? '{}')[1];
    });
    const ofTemplate = 'https://example.org/files/card.png';
    expect(pictures).toEqual([own, ofTemplate, ofTemplate]);
  });
  it('leaves out who has not agreed, counts them by that reason, and sends to the others once', async () => {
    const numbers = ['919811000001', '919811000002', '919811000003', '916666600001'];
    const blast = await whatsappBlast(numbers, {}, 2);
    const { skipped } = await countSelected(stores.pool, blast, {});
    expect(skipped).toEqual({ 'no-opt-in': 2 });
    const { emulator } = await open();
    await reached(blast, 'finished');
    await expect.poll(() => count(blast)).toEqual({ delivered: 2, skipped: 2 });
    expect(sentTo(emulator, 'whatsapp:+919811000003')).toBe(1);
    expect(sentTo(emulator, 'whatsapp:+919811000001')).toBe(0);
    const [sent] = emulator.store.listTo('sms', 'whatsapp:+919811000003');
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      1: 'https://example.org/files/card.png',
      2: 'BCDFGH',
    });
    // One of them has read it.
    await expect
      .poll(async () => (await readFigures(stores.pool, blast.id)).byCode)
      .toContainEqual({ status: 'delivered', code: 'read', recipients: 1 });
  });

  it('sends the SMS beside it once, to those alone who have no WhatsApp, never both', async () => {
    const absent = '919999963024';
    const blocked = '919999963014';
    const there = '919811000004';
    const blast = await whatsappBlast([absent, blocked, there], {
      fallback: sms,
      budgetPaise: 1000,
    });
    const { emulator } = await open({ callbackCopies: 2, callbackSpreadMs: 50 });
    await reached(blast, 'finished');
    await expect.poll(() => count(blast)).toEqual({ delivered: 1, undelivered: 2 });
    expect(emulator.store.size('sms')).toBe(3);
    // Not at once: a receipt may still be on its way.
    await stores.pool.query(
      "UPDATE blast SET ended_at = now() - interval '16 minutes' WHERE id = $1",
      [blast.id],
    );
    const findChildren = async () => {
      const children = 'SELECT id FROM blast WHERE parent_id = $1';
      return (await stores.pool.query<{ id: number }>(children, [blast.id])).rows;
    };
    await expect.poll(findChildren, { timeout: 10_000 }).toHaveLength(1);
    const [{ id } = { id: 0 }] = await findChildren();
    const fallback = await reached({ id }, 'finished');
    expect(sentTo(emulator, `+${absent}`)).toBe(1);
    expect(emulator.store.listTo('sms', `+${absent}`)[0]?.body).toBe(
      'UP COP uppolice.gov.in/q/BCDFGH',
    );
    expect(emulator.store.size('sms')).toBe(4);
    expect(fallback).toMatchObject({
      channel: 'sms',
      approverId: blast.approverId,
      shortCode: 'BCDFGH',
    });
    expect(fallback.budgetPaise).toBeLessThan(1000);
    // Blocking us is no opt-out: nobody has told us to stop.
    expect((await stores.pool.query('SELECT FROM opt_out')).rowCount).toBe(0);
    await expect.poll(findChildren).toHaveLength(1);
  });

  it('sends it after the approved hours to whom WhatsApp did not reach too, not to who blocked us', async () => {
    const [absent, blocked, silent, there] = [
      '919999963024',
      '919999963014',
      '919811000023',
      '919811000024',
    ] as const;
    const blast = await whatsappBlast([absent, blocked, silent, there], {
      fallback: { ...sms, afterHours: 2 },
    });
    const { emulator } = await open();
    await reached(blast, 'finished');
    await expect.poll(() => count(blast)).toEqual({ delivered: 2, undelivered: 2 });
    // Of one no receipt has come.
    await stores.pool.query(
      "UPDATE blast_recipient SET status = 'accepted', error_code = NULL WHERE blast_id = $1 AND msisdn = $2",
      [blast.id, silent],
    );
    const endAgo = (minutes: number) =>
      stores.pool.query(
        "UPDATE blast SET ended_at = now() - $2 * interval '1 minute' WHERE id = $1",
        [blast.id, minutes],
      );
    const children = async () => {
      const text = 'SELECT id FROM blast WHERE parent_id = $1';
      return (await stores.pool.query<{ id: number }>(text, [blast.id])).rows;
    };
    await endAgo(119);
    expect(await findDueFallbacks(stores.pool, {})).toEqual([]);
    await endAgo(121);
    await expect.poll(children, { timeout: 10_000 }).toHaveLength(1);
    await reached({ id: (await children())[0]?.id ?? 0 }, 'finished');
    const got = [absent, blocked, silent, there].map((number) => sentTo(emulator, `+${number}`));
    expect(got).toEqual([1, 0, 1, 0]);
  });

  it.each<{ label: string; behaviour: Partial<EmulatorBehaviour>; code: string }>([
    { label: 'a red quality', behaviour: { whatsappQuality: 'LOW' }, code: 'quality-red' },
    {
      label: 'the limit of a day',
      behaviour: { whatsappLimit: '0K Customers/24hr' },
      code: 'daily-limit',
    },
    {
      label: 'a paused template',
      behaviour: { whatsappTemplates: 'paused' },
      code: 'template-not-approved',
    },
  ])('stops by itself at $label', async ({ behaviour, code }) => {
    const blast = await whatsappBlast(['919811000005']);
    await open(behaviour);
    expect(await reached(blast, 'paused')).toMatchObject({
      pauseReason: 'halting-code',
      haltingCode: code,
    });
  });

  it.each([
    { label: 'marketing', template: { category: 'MARKETING' }, code: 'template-category-differs' },
    {
      label: 'another text',
      template: { category: 'UTILITY', components: [{ type: 'BODY', text: 'इनाम पाएँ' }] },
      code: 'template-body-differs',
    },
  ])('sends nothing by a template that Meta has as $label', async ({ template, code }) => {
    const blast = await whatsappBlast(['919811000017'], { gateway: 'meta' });
    const server = closeAfterTest(await startMetaServer());
    server.templates = [{ name: 'services_hi', language: 'hi', status: 'APPROVED', ...template }];
    const timing = { requestTimeoutMs: 2000, sockets: 8 };
    sending.startWorker(
      closeAfterTest(createMetaGateway({ ...metaAccount, ...timing, baseUrl: server.url })),
    );
    expect(await reached(blast, 'paused')).toMatchObject({
      pauseReason: 'halting-code',
      haltingCode: code,
      startedAt: null,
    });
    expect(server.taken).toEqual([]);
  });

  it('never sends again what may have gone, and settles it by the receipt that comes late', async () => {
    const blast = await whatsappBlast(['919811000006']);
    const { emulator } = await open({ shareLostAnswers: 1, callbackSpreadMs: 800 });
    await until('the lost answer', async () => {
      const { unknown = 0, delivered = 0 } = await count(blast);
      return unknown + delivered === 1;
    });
    await expect.poll(() => count(blast), { timeout: 10_000 }).toEqual({ delivered: 1 });
    expect(emulator.store.size('sms')).toBe(1);
  });
});

describe('who writes by WhatsApp', () => {
  const say = (emulator: Emulator, url: string, body: string, sid: string) =>
    emulator.incoming(`${url}/webhooks/twilio/replies`, {
      From: 'whatsapp:+919811000007',
      Body: body,
      MessageSid: sid,
    });
  const optIns = async () =>
    (await stores.pool.query<{ source: string }>('SELECT source FROM whatsapp_opt_in')).rows;

  const answers = (emulator: Emulator) =>
    emulator.store
      .listTo('sms', 'whatsapp:+919811000007')
      .map(({ body }) => body)
      .toReversed();

  it('is answered by the flow, each message once, agrees by one word and ends all by another', async () => {
    const { emulator, url } = await open();
    await say(emulator, url, 'शुरू', 'SM1');
    await say(emulator, url, 'शुरू', 'SM1');
    expect(answers(emulator)).toEqual([
      expect.stringMatching(/112[\s\S]*1 ऐप का लिंक[\s\S]*2 नज़दीकी थाना/),
    ]);
    expect(await optIns()).toEqual([{ source: 'whatsapp' }]);
    for (const [body, sid] of [
      ['2', 'SM2'],
      ['हजरतगंज लखनऊ', 'SM3'],
      ['१', 'SM4'],
      ['hello', 'SM5'],
    ] as const) {
      await say(emulator, url, body, sid);
    }
    expect(answers(emulator).slice(1)).toEqual([
      expect.stringContaining('मोहल्ले या थाने का नाम'),
      expect.stringMatching(/आपका थाना: .*ज़?रतगंज/),
      'UP COP ऐप निःशुल्क है: https://uppolice.gov.in/q/BCDFGH',
      expect.stringContaining('1 ऐप का लिंक'),
    ]);
    await say(emulator, url, '9', 'SM6');
    expect(answers(emulator)).toHaveLength(6);
    expect(await optIns()).toEqual([]);
    await say(emulator, url, 'STOP', 'SM7');
    const stops = await stores.pool.query('SELECT source FROM opt_out');
    expect(stops.rows).toEqual([{ source: 'whatsapp' }]);
    expect(answers(emulator)).toHaveLength(6);
  });

  it('is not answered without end, as where another machine writes', async () => {
    const { emulator, url } = await open();
    for (let at = 0; at < 35; at += 1) await say(emulator, url, 'auto reply', `SMa${at}`);
    expect(answers(emulator)).toHaveLength(30);
  });

  it('leaves nothing behind when the number is deleted', async () => {
    const { emulator, url } = await open();
    await say(emulator, url, 'start', 'SM2');
    expect(await deleteNumber(stores.pool, '+919811000007', false)).toBe(3);
    expect(await optIns()).toEqual([]);
  });
});

describe('webhooks of Meta', () => {
  async function openMeta(): Promise<{ server: MetaServer; webhook: string }> {
    const server = closeAfterTest(await startMetaServer());
    const timing = { requestTimeoutMs: 2000, sockets: 8 };
    const gateway = closeAfterTest(
      createMetaGateway({ ...metaAccount, ...timing, baseUrl: server.url }),
    );
    const spool = openStore({ meta: gateway });
    const meta = { ...metaAccount, verifyToken: 'a-token-to-verify' };
    const { app, url } = await openApp((hooks) =>
      registerMetaCallbacks(hooks, { meta, spool, isStop: isStopWord }),
    );
    closeAfterTest(app);
    return { server, webhook: `${url}/webhooks/meta` };
  }

  /** @returns the reference of a message that has left */
  async function submitted({ id }: Blast, number: string, status: string) {
    const { rows } = await stores.pool.query<{ id: string }>(
      `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, submitted_at, gateway)
       VALUES ($1, $2, $1::bigint % 100, $3, 1, false, 'hi', now(), (SELECT gateway FROM blast WHERE id = $2)) RETURNING id`,
      [number, id, status],
    );
    return rows[0]?.id;
  }

  it('settle the ledger once, however often and in whatever order they come', async () => {
    const blast = await whatsappBlast(['919811000008', '919811000009'], { gateway: 'meta' });
    const first = await submitted(blast, '919811000008', 'unknown');
    const second = await submitted(blast, '919811000009', 'accepted');
    const { server, webhook } = await openMeta();
    const status = (reference: string | undefined, word: string, code?: number) => ({
      id: `wamid.HBgM${reference}AA==`,
      status: word,
      recipient_id: '919811000008',
      biz_opaque_callback_data: reference,
      ...(code === undefined ? {} : { errors: [{ code, title: '' }] }),
    });
    const value = {
      statuses: [
        status(first, 'read'),
        status(first, 'delivered'),
        status(second, 'failed', 131026),
      ],
    };
    expect(await server.tell(webhook, value, { copies: 2 })).toEqual([200, 200]);
    await server.tell(webhook, { statuses: [status(first, 'sent')] }, { lateMs: 20 });
    expect(await count(blast)).toEqual({ delivered: 1, undelivered: 1 });
    const { byCode } = await readFigures(stores.pool, blast.id);
    expect(byCode.map(({ code }) => code).toSorted()).toEqual(['131026', 'read']);
  });

  it('carry a stop that somebody chose in WhatsApp itself, beside changes of other kinds', async () => {
    const { server, webhook } = await openMeta();
    const chosen = (wa_id: string, value: string) => ({
      ...{ wa_id, value, category: 'marketing_messages', detail: 'User requested to stop' },
      timestamp: Math.floor(Date.now() / 1000),
    });
    const preferences = [chosen('919811000021', 'stop'), chosen('919811000022', 'resume'), {}];
    const value = { user_preferences: preferences };
    const filler = 'x'.repeat(2_900_000);
    const beside = [{ field: 'account_update', filler }, { field: 'x', value: null }, 'nothing'];
    expect(await server.tell(webhook, value, { beside, copies: 2 })).toEqual([200, 200]);
    const { rows } = await stores.pool.query(
      'SELECT msisdn FROM opt_out WHERE msisdn BETWEEN 919811000021 AND 919811000022',
    );
    expect(rows).toEqual([{ msisdn: '919811000021' }]);
    const heard = await stores.pool.query(`SELECT FROM stop_heard WHERE sid LIKE '%919811000021%'`);
    expect(heard.rowCount).toBe(0);
  });

  it('halt a blast whose picture Meta could not fetch', async () => {
    const blast = await whatsappBlast(['919811000012'], { gateway: 'meta' });
    const reference = await submitted(blast, '919811000012', 'accepted');
    const { server, webhook } = await openMeta();
    await stores.pool.query("UPDATE blast SET status = 'running' WHERE id = $1", [blast.id]);
    const failed = {
      id: 'wamid.HBgM1AA==',
      status: 'failed',
      recipient_id: '919811000012',
      biz_opaque_callback_data: reference,
      errors: [{ code: 131053, title: 'Media upload error' }],
    };
    await server.tell(webhook, { statuses: [failed] });
    expect(await count(blast)).toEqual({ undelivered: 1 });
    expect((await read(blast)).haltingCode).toBe('131053');
  });

  it('are refused unsigned, and leave out what is of another number', async () => {
    const { server, webhook } = await openMeta();
    const message = {
      from: '919811000010',
      id: 'wamid.1',
      timestamp: String(Math.floor(Date.now() / 1000)),
      type: 'text',
      text: { body: 'hello' },
    };
    expect(await server.tell(webhook, { messages: [message] }, { secret: 'another' })).toEqual([
      403,
    ]);
    const other = { metadata: { phone_number_id: '1' }, messages: [message] };
    expect(await server.tell(webhook, other)).toEqual([200]);
    expect(server.taken).toEqual([]);
    const late = { ...message, timestamp: '1700000000' };
    expect(await server.tell(webhook, { messages: [late] })).toEqual([200]);
    expect(server.taken).toEqual([]);
    expect(await server.tell(webhook, { messages: [message] }, { copies: 3 })).toEqual([
      200, 200, 200,
    ]);
    expect(server.taken).toMatchObject([
      { to: '+919811000010', text: expect.stringContaining('1 ऐप का लिंक') },
    ]);
  });

  it('take a tap on the button that ends the messages as a stop', async () => {
    const { server, webhook } = await openMeta();
    const tap = {
      from: '919811000011',
      id: 'wamid.2',
      type: 'button',
      button: { payload: 'STOP', text: 'संदेश न भेजें' },
    };
    await server.tell(webhook, { messages: [tap] });
    expect((await stores.pool.query('SELECT source FROM opt_out')).rows).toEqual([
      { source: 'whatsapp' },
    ]);
  });

  it('take consent from the day on which it was said, and none from before a stop', async () => {
    const { server, webhook } = await openMeta();
    const from = '919811000013';
    const day = 24 * 3600;
    const say = (id: string, body: string, daysAgo: number) => {
      const timestamp = String(Math.floor(Date.now() / 1000) - daysAgo * day);
      const message = { from, id, timestamp, type: 'text', text: { body } };
      return server.tell(webhook, { messages: [message] });
    };
    const consents = async () =>
      (
        await stores.pool.query(
          `SELECT (now() AT TIME ZONE 'Asia/Kolkata')::date - given_on AS days FROM whatsapp_opt_in WHERE msisdn = $1`,
          [from],
        )
      ).rows;
    await say('wamid.a', 'START', 40);
    expect(await consents()).toEqual([{ days: 40 }]);
    await say('wamid.b', 'START', 10);
    expect(await consents()).toEqual([{ days: 10 }]);
    // An earlier one that arrives later makes it no older.
    await say('wamid.c', 'START', 40);
    expect(await consents()).toEqual([{ days: 10 }]);
    await say('wamid.d', 'STOP', 0);
    expect(await consents()).toEqual([]);
    await say('wamid.e', 'START', 40);
    await say('wamid.a', 'START', 40);
    expect(await consents()).toEqual([]);
    await stores.pool.query(`UPDATE opt_out SET at = at - interval '2 days' WHERE msisdn = $1`, [
      from,
    ]);
    // Of a phone whose clock is ahead.
    await say('wamid.f', 'START', -3);
    expect(await consents()).toEqual([{ days: 0 }]);
  });

  it('tell Meta that the address is ours, by the token alone', async () => {
    const { webhook } = await openMeta();
    const ask = async (token: string) => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': token,
        'hub.challenge': '1158',
      });
      const answer = await fetch(`${webhook}?${query}`);
      return [answer.status, await answer.text()];
    };
    expect(await ask('a-token-to-verify')).toEqual([200, '1158']);
    expect((await ask('another'))[0]).toBe(403);
  });
});
