import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import type { Flow } from '../../../../campaigns/flows/flow.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import {
  type Callback,
  decodeCallback,
  toDeliveryUpdate,
} from '../../../../messaging/phone/callbacks/callback.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import { registerExotelCallbacks } from '../../../../messaging/phone/callbacks/exotel-routes.ts';
import { decodeLinkRecord } from '../../../../messaging/phone/callbacks/link-record.ts';
import { createIsStop } from '../../../../messaging/phone/callbacks/stop-word.ts';
import { registerExotelCalls } from '../../../../messaging/phone/voice/exotel-routes.ts';
import type { LinkSender } from '../../../../messaging/phone/voice/link-sender.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { approvedBlast, insertList, insertMembers, makeDraft } from '../blasts/blast-fixture.ts';
import { openApp } from './webhook-app.ts';

const token = 'installation-token-1';
const prompts = { hi: 'https://service.example/hi.wav', en: 'https://service.example/en.wav' };
const { pool } = await openPostgres();
let service: Awaited<ReturnType<typeof openApp>>;
let bare: Awaited<ReturnType<typeof openApp>>;
let spooled: Callback[] = [];
let stores = true;
/** Joined recordings of greeting and menu, by language. */
let takes: { hi?: string; en?: string } = {};
const campaign = loadCampaign('up-cop');
const { menu, ...otherNodes } = campaign.flows.call.nodes;
const label = { hi: 'व्यक्ति', en: 'A person' };
/** The campaign's, with a second menu behind key 8. */
const flow: Flow = {
  ...campaign.flows.call,
  nodes: {
    ...otherNodes,
    menu: {
      say: [],
      ask: [],
      ...menu,
      keys: { ...menu?.keys, 8: { label, say: [], refused: [], go: 'person' } },
    },
    person: {
      say: [],
      ask: ['menu'],
      keys: { 1: { label, say: ['goodbye'], refused: [], transfer: '112' } },
    },
  },
};
const messages = {
  ...campaign.messages,
  optOut: { sms: { number: '56161', word: 'UPCOP STOP' }, missedCall: '05224000000' },
};
let asked: Parameters<LinkSender['send']>[] = [];

beforeAll(async () => {
  const links: LinkSender = {
    async send(...request) {
      asked.push(request);
      return null;
    },
    idle: async () => {},
  };
  const keep = createCallbackStore({
    pool,
    gateways: {},
    onMalformedRecord(error) {
      throw error;
    },
  });
  const spool = {
    async append(payload: Uint8Array) {
      if (!stores) return false;
      if (decodeLinkRecord(payload) === null) spooled.push(decodeCallback(payload));
      else await keep([{ id: 1n, payload: Buffer.from(payload) }]);
      return true;
    },
  };
  const open = (exotel: { token: string; prompts: typeof prompts } | undefined) =>
    openApp(async (app) => {
      const isStop = createIsStop({ messages });
      await registerExotelCallbacks(app, {
        token: exotel?.token,
        spool,
        isStop,
      });
      await registerExotelCalls(app, {
        exotel,
        pool,
        messages,
        flow,
        inboundCode: '17SN0N',
        links,
        prompts: { call: (language, names) => (names.length === 2 ? takes[language] : undefined) },
      });
    });
  service = await open({ token, prompts });
  bare = await open(undefined);
});
beforeEach(() => {
  spooled = [];
  asked = [];
  takes = {};
  stores = true;
});
afterAll(async () => {
  await service.app.close();
  await bare.app.close();
});

async function post(path: string, fields: Record<string, string>, multipart = false) {
  let body: FormData | URLSearchParams = new URLSearchParams(fields);
  if (multipart) {
    body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
  }
  return (await fetch(service.url + path, { method: 'POST', body })).status;
}

describe('receipts of Exotel', () => {
  const message = `/webhooks/exotel/${token}/messages/42`;
  const call = `/webhooks/exotel/${token}/calls/t42`;
  it.each([
    [{ Status: 'sent', DetailedStatus: 'DELIVERED_TO_HANDSET' }, 'delivered', null],
    [{ Status: 'delivered' }, 'delivered', null],
    [{ Status: 'sent', DetailedStatus: 'DELIVERED_TO_OPERATOR' }, 'accepted', null],
    [{ Status: 'submitted' }, 'accepted', null],
    [
      { Status: 'failed', DetailedStatus: 'FAILED_DLT_TEMPLATE', DetailedStatusCode: '23082' },
      'undelivered',
      'FAILED_DLT_TEMPLATE',
    ],
    [{ Status: 'failed_dnd' }, 'undelivered', 'FAILED_DND'],
    [{ Status: 'expired' }, 'undelivered', 'EXPIRED'],
  ])('a message: %o', async (fields, status, code) => {
    expect(await post(message, { SmsSid: 'a1', To: '09876543210', ...fields })).toBe(200);
    expect(spooled.map(toDeliveryUpdate)).toEqual([{ id: '42', status, providerId: 'a1', code }]);
  });
  it.each([
    { Status: 'completed', status: 'delivered', code: null },
    { Status: 'busy', status: 'undelivered', code: 'busy' },
    { Status: 'no-answer', status: 'undelivered', code: 'no-answer' },
    { Status: 'failed', status: 'failed', code: 'failed' },
  ])('a call that is $Status, posted as multipart', async ({ Status, status, code }) => {
    expect(await post(call, { CallSid: 'c1', Status }, true)).toBe(200);
    expect(spooled.map(toDeliveryUpdate)).toEqual([{ id: 't42', status, providerId: 'c1', code }]);
  });
  it('are taken with the token only, and by nobody where Exotel is not set up', async () => {
    const fields = { SmsSid: 'a1', Status: 'delivered' };
    expect(await post('/webhooks/exotel/installation-token-2/messages/42', fields)).toBe(403);
    expect(await post('/webhooks/exotel/x/messages/42', fields)).toBe(403);
    const other = await fetch(bare.url + message, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect(other.status).toBe(403);
    expect(spooled).toEqual([]);
  });
  it('are refused when they tell nothing, and asked again when they cannot be kept', async () => {
    expect(await post(message, { Status: 'delivered' })).toBe(400);
    expect(await post(call, { CallSid: 'c1' }, true)).toBe(400);
    const wild = await fetch(service.url + message, { method: 'POST', body: 'x' });
    expect(wild.status).toBe(400);
    stores = false;
    expect(await post(message, { SmsSid: 'a1', Status: 'delivered' })).toBe(503);
  });
});

describe('calls over Exotel', () => {
  const number = '+919876543210';
  let reference = '';
  let blastId = 0;
  beforeAll(async () => {
    const audienceId = await insertList(pool);
    await insertMembers(pool, audienceId, [919_876_543_210], { language: 'en' });
    const blast = await approvedBlast(pool, makeDraft(audienceId, { channel: 'ivr' }));
    blastId = blast.id;
    await planRecipients(pool, blast, {});
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM blast_recipient WHERE blast_id = $1',
      [blast.id],
    );
    reference = rows[0]?.id ?? '';
  });
  const setLanguage = (language: 'hi' | 'en') =>
    pool.query('UPDATE blast_recipient SET language = $2 WHERE id = $1', [reference, language]);
  const get = (path: string, query: Record<string, string>) =>
    fetch(`${service.url}/voice/exotel/${token}/${path}?${new URLSearchParams(query)}`, {
      redirect: 'manual',
    });

  it('play the recording of the recipient’s language and wait for one key', async () => {
    const { rows } = await pool.query('SELECT language FROM blast_recipient WHERE id = $1', [
      reference,
    ]);
    const { language } = rows[0] as { language: 'hi' | 'en' };
    const answer = await get('menu', { CustomField: reference, CallFrom: '0987' });
    expect(await answer.json()).toMatchObject({
      gather_prompt: { audio_url: prompts[language] },
      max_input_digits: 1,
      finish_on_key: '',
    });
    const unknown = await get('menu', {});
    expect(await unknown.json()).toMatchObject({ gather_prompt: { audio_url: prompts.hi } });
  });
  it('play the take of a language before the recording that the settings name', async () => {
    takes = { hi: 'https://service.example/voice/takes/call-hi-0123456789abcdef.wav' };
    const hindi = await (await get('menu', {})).json();
    expect(hindi).toMatchObject({
      gather_prompt: { audio_url: takes.hi },
      repeat_gather_prompt: { audio_url: takes.hi },
    });
    await setLanguage('en');
    const prompt = async () => (await get('menu', { CustomField: reference })).json();
    expect(await prompt()).toMatchObject({ gather_prompt: { audio_url: prompts.en } });
    // Not one that came after the approval.
    takes = { en: 'https://service.example/voice/takes/call-en-0123456789abcdef.wav' };
    expect(await prompt()).toMatchObject({ gather_prompt: { audio_url: takes.en } });
    await pool.query(`UPDATE blast SET recordings = '{"prompt-en-greeting": "aa"}' WHERE id = $1`, [
      blastId,
    ]);
    expect(await prompt()).toMatchObject({ gather_prompt: { audio_url: prompts.en } });
    await pool.query(`UPDATE blast SET recordings = '{}' WHERE id = $1`, [blastId]);
  });
  it('send the link to whom the ledger names, whatever number the query names', async () => {
    const answer = await get('key', {
      CustomField: reference,
      digits: '"1"',
      CallFrom: '+919999999999',
    });
    expect(answer.status).toBe(200);
    expect(asked).toMatchObject([[{ number, blastId, source: 'key' }, { shortCode: 'BCDFGH' }]]);
  });
  it('are never made again to whom presses 9', async () => {
    expect((await get('key', { CustomField: reference, digits: '"9"' })).status).toBe(200);
    const { rows } = await pool.query('SELECT msisdn, source FROM opt_out');
    expect(rows).toEqual([{ msisdn: '919876543210', source: 'call' }]);
  });
  it.each(['"2"', '"5"', ''])('play the menu again after %s', async (digits) => {
    expect((await get('key', { CustomField: reference, digits })).status).toBe(302);
    expect(asked).toEqual([]);
  });
  it('go down the tree and up to a person, each call at its own step', async () => {
    await pool.query('DELETE FROM flow_place');
    await setLanguage('hi');
    const ofCall = { CustomField: reference, CallSid: 'call-1' };
    const first = await get('key', { ...ofCall, digits: '"8"' });
    expect([first.status, await first.json()]).toEqual([302, { select: 'again' }]);
    expect(await (await get('menu', ofCall)).json()).toMatchObject({
      gather_prompt: { text: messages.call.hi.menu.text },
    });
    expect((await get('key', { ...ofCall, CallSid: 'call-2', digits: '"1"' })).status).toBe(200);
    expect(asked).toHaveLength(1);
    const last = await get('key', { ...ofCall, digits: '"1"' });
    expect([last.status, await last.json()]).toEqual([200, { select: 'transfer-112' }]);
    const said = await get('said', ofCall);
    expect(said.headers.get('content-type')).toContain('text/plain');
    expect(await said.text()).toBe(messages.call.hi.goodbye.text);
    expect(asked).toHaveLength(1);
  });
  it('end after the last round, and are forgotten after an hour', async () => {
    const ofCall = { CustomField: reference, CallSid: 'call-3' };
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1)
      statuses.push((await get('key', { ...ofCall, digits: '"5"' })).status);
    expect(statuses).toEqual([302, 302, 200, 200]);
    await pool.query(`UPDATE flow_place SET at = now() - interval '61 minutes'`);
    expect((await get('key', { ...ofCall, digits: '"5"' })).status).toBe(302);
    const { rows } = await pool.query('SELECT conversation FROM flow_place');
    expect(rows).toEqual([{ conversation: 'exotel:call-3' }]);
  });
  it('do nothing for a call that nobody placed, and nothing without the token', async () => {
    expect((await get('key', { CustomField: '999999', digits: '"1"' })).status).toBe(200);
    const stranger = await fetch(
      `${service.url}/voice/exotel/x/key?CustomField=${reference}&digits=1`,
    );
    expect(stranger.status).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('what phones send to a number of Exotel’s', () => {
  const replies = `/webhooks/exotel/${token}/replies`;
  const stops = async () => {
    const { rows } = await pool.query('SELECT msisdn, source FROM opt_out');
    return rows;
  };
  const call = async (sides: Record<string, string>) => {
    const query = new URLSearchParams(sides);
    return (await fetch(`${service.url}/voice/exotel/${token}/missed?${query}`)).status;
  };
  beforeEach(async () => {
    await pool.query('DELETE FROM opt_out');
  });

  it('a stop word ends messages, the words of a shared number among them, and nothing else does', async () => {
    for (const [SmsSid, From, Body] of [
      ['s1', '09876543210', 'upcop stop'],
      ['s2', '+919876543211', 'बंद करो'],
      ['s3', '09876543212', 'धन्यवाद'],
      ['s4', 'AD-BANK', 'STOP'],
    ] as const) {
      expect(await post(replies, { SmsSid, From, Body })).toBe(200);
    }
    const wrong = `/webhooks/exotel/installation-token-2/replies`;
    expect(await post(wrong, { From: '09876543212', Body: 'STOP' })).toBe(403);
    expect(await stops()).toEqual([
      { msisdn: '919876543210', source: 'sms' },
      { msisdn: '919876543211', source: 'sms' },
    ]);
  });
  it('a repeated reply does not stop somebody who has come back', async () => {
    const reply = { SmsSid: 's5', From: '09876543210', Body: 'STOP' };
    await post(replies, reply);
    await pool.query('DELETE FROM opt_out');
    await post(replies, reply);
    expect(await stops()).toEqual([]);
  });
  it('a missed call to the number for it says stop; to another one it asks for the link', async () => {
    const from = { CallFrom: '09876543210', CallSid: 'm1' };
    expect(await call({ ...from, CallTo: '05224000000' })).toBe(200);
    expect(await call({ ...from, CallFrom: 'anonymous', CallTo: '05224000000' })).toBe(200);
    expect(await stops()).toEqual([{ msisdn: '919876543210', source: 'missed-call' }]);
    expect(asked).toEqual([]);
    expect(await call({ From: '09876543211', To: '05224000001', CallSid: 'm2' })).toBe(200);
    expect(asked).toMatchObject([[{ number: '+919876543211', source: 'missed-call' }, {}]]);
  });
});
