import { pino } from 'pino';
import { expect, test } from 'vitest';
import {
  dearerWords,
  morePeopleWords,
  moreRupeesWords,
  sealWords,
} from '../../../../campaigns/words/seal-words.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import type { SealedParts } from '../../../../messaging/phone/blasts/seal.ts';
import { judgeTemplates } from '../../../../messaging/phone/blasts/whatsapp.ts';
import type { TemplateReading } from '../../../../messaging/phone/gateways/gateway.ts';
import { beginFallbacks } from '../../../../messaging/phone/sending/fallbacks.ts';
import { scheduleBlasts } from '../../../../messaging/phone/sending/scheduler.ts';
import { createSealWatch } from '../../../../messaging/phone/sending/seal-watch.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import {
  approved,
  ask,
  campaign,
  database,
  draft,
  goOn,
  input,
  type Officer,
  openDesk,
  propose,
  readLog,
  see,
  setConsent,
  step,
  upload,
} from './blast-desk.ts';

openDesk();

/** A gateway as far as it is sealed. */
const gateways: SealedParts['gateways'] = {
  emulator: { callerNumber: '+12025550100' },
};

const noon = '2019-04-12T12:00+05:30';
/** A look of the worker. */
async function look(change: Partial<SealedParts> = {}, now = noon): Promise<number[]> {
  const { pool } = database;
  return scheduleBlasts({
    pool,
    gateways: {},
    log: pino({ level: 'silent' }),
    audit: async () => {},
    clock: createDatabaseClock(pool, { now: () => new Date(now) }),
    paise: {},
    senders: { findFault: async () => null },
    seals: createSealWatch(pool, {
      gateways,
      paise: { emulator: 15 },
      call: campaign.messages.call,
      ...change,
    }),
  });
}
const plan = async (id: number) =>
  planRecipients(database.pool, (await findBlast(database.pool, id)) as Blast, {});

const list = (from: number, size: number) =>
  `mobile\n${Array.from({ length: size }, (_, index) => 9_600_000_000 + from + index).join('\n')}\n`;
const optIn = (id: number, officer: Officer = 'pro') =>
  ask(officer, 'POST', `/api/audiences/${id}/whatsapp-opt-in`, {
    source: 'थाने पर आवेदन के समय',
    givenOn: '2019-04-01',
  });

let from = 0;
/** A WhatsApp blast to 500 people, of whom ten have agreed to it so far; `agree` notes it for all. */
async function tenOf500(beside: object = {}) {
  from += 1000;
  const consent = { consentBasis: 'explicit-consent' };
  const ten = await upload('pro', list(from, 10), consent);
  const all = await upload('pro', list(from, 500), consent);
  await optIn(ten.json.id);
  const chosen = { channel: 'whatsapp', templates: { hi: 'wa-verification-hi' } };
  const change = {
    ...chosen,
    values: { hi: ['आगरा'] },
    capMessages: null,
    canarySize: 0,
    ...beside,
  };
  const { json } = await propose('pro', input(all.json.id, change));
  await step('pro', 'submit', json.blast.id);
  return { id: json.blast.id as number, agree: (by?: Officer) => optIn(all.json.id, by) };
}

test('who saw ten people approves no five hundred: neither by the figures seen nor by those handed in', async () => {
  const { id, agree } = await tenOf500();
  const { estimate } = (await see('nodal', id)).json;
  expect(estimate).toMatchObject({ recipients: 10, paise: 870 });
  await agree();
  const problems = [morePeopleWords(10, 500), moreRupeesWords(870, 43_500)];
  const seen = { recipients: estimate.recipients, paise: estimate.paise };
  for (const body of [{ revision: 1 }, { revision: 1, seen }]) {
    const refused = await step('nodal', 'approve', id, body);
    expect(refused).toMatchObject({ status: 409, json: { error: 'plan-changed', problems } });
  }
  const now = { recipients: 500, paise: 43_500 };
  const taken = await step('nodal', 'approve', id, { revision: 1, seen: now });
  expect(taken).toMatchObject({ status: 200, json: { sealed: { people: 500, paise: 43_500 } } });
});

test('consents that are noted after the approval start nothing, until a second officer has approved again', async () => {
  const { id, agree } = await tenOf500();
  expect((await step('nodal', 'approve', id, { revision: 1 })).status).toBe(200);
  await agree();
  await plan(id);
  expect(await look()).not.toContain(id);
  const { json } = await see('nodal', id);
  expect(json.blast).toMatchObject({ status: 'paused', pauseReason: 'plan-changed' });
  expect(json.sealed).toEqual({ people: 10, paise: 870 });
  expect(json.changes).toEqual([morePeopleWords(10, 500), moreRupeesWords(870, 43_500)]);
  // Neither the drafter, who noted them, nor an officer who runs blasts.
  expect((await step('pro', 'resume', id)).json.error).toBe('stopped-by-itself');
  expect((await goOn('nodal', id)).status).toBe(200);
  expect(await look()).toContain(id);
  expect((await see('nodal', id)).json).toMatchObject({ changes: [], sealed: { people: 500 } });
});

test('who made the plan larger does not approve it again', async () => {
  const { id, agree } = await tenOf500();
  await step('nodal', 'approve', id, { revision: 1 });
  await agree('nodal2');
  await plan(id);
  await look();
  expect((await step('nodal2', 'resume', id)).json.error).toBe('own-draft');
  expect((await goOn('nodal', id)).status).toBe(200);
});

test('an old page approves no newer plan again', async () => {
  const { id, agree } = await tenOf500();
  await step('nodal', 'approve', id, { revision: 1 });
  await agree();
  await plan(id);
  await look();
  const { pause: seen } = (await see('nodal', id)).json;
  expect((await goOn('nodal2', id)).status).toBe(200);
  await look({ paise: { emulator: 15, 'whatsapp-emulator': 999 }, gateways: {} });
  expect((await see('nodal', id)).json.blast).toMatchObject({ pauseReason: 'plan-changed' });
  for (const body of [{ seen }, {}]) {
    const refused = await step('nodal', 'resume', id, body);
    expect(refused).toMatchObject({ status: 409, json: { error: 'pause-changed' } });
  }
  expect((await goOn('nodal', id)).status).toBe(200);
});

test('a number that is taken off the stop list after the approval is one too many', async () => {
  const { id } = await tenOf500();
  const { pool } = database;
  const stopped = 910_000_000_000 + 9_600_000_000 + from;
  await pool.query("INSERT INTO opt_out (msisdn, source) VALUES ($1, 'officer')", [stopped]);
  await step('pro', 'withdraw', id);
  await step('pro', 'submit', id);
  await step('nodal', 'approve', id, { revision: 1 });
  await pool.query('DELETE FROM opt_out WHERE msisdn = $1', [stopped]);
  await plan(id);
  await look();
  expect((await see('nodal', id)).json.changes[0]).toEqual(morePeopleWords(9, 10));
});

const calls = { channel: 'ivr', templates: {}, capMessages: null, canarySize: 0 };
const { hi } = campaign.messages.call;
const otherWords = {
  ...campaign.messages.call,
  hi: { ...hi, greeting: { ...hi.greeting, text: 'कुछ और।' } },
};
test.each([
  ['a price', {}, { paise: { emulator: 16 } }, dearerWords('emulator', 15, 16)],
  ['a gateway that is gone', {}, { gateways: {} }, sealWords.gateways],
  [
    'a gateway with another number',
    calls,
    { gateways: { emulator: { callerNumber: '+911600123456' } } },
    sealWords.gateways,
  ],
  ['the words of a call', calls, { call: otherWords }, sealWords.text],
] as const)(
  '%s that changed starts nothing and stops what runs',
  async (_, blast, change, words) => {
    for (const runs of [false, true]) {
      const { id } = await approved('pro', { canarySize: 0, ...blast });
      await plan(id);
      if (runs) expect(await look()).toContain(id);
      expect(await look(change)).not.toContain(id);
      const { json } = await see('nodal', id);
      expect(json.blast).toMatchObject({ status: 'paused', pauseReason: 'plan-changed' });
      expect(json.changes).toContainEqual(words);
      await step('nodal', 'stop', id);
    }
  },
);

test('the ground of a list that changed starts nothing', async () => {
  const { id, audienceId } = await approved('pro', { canarySize: 0 });
  await plan(id);
  await setConsent(audienceId, 'public-duty');
  await look();
  expect((await see('nodal', id)).json.changes).toEqual([sealWords.list]);
});

test('a price that rose since the draft is not handed in unseen', async () => {
  const { blast } = await draft('pro', { canarySize: 0 });
  await database.pool.query(
    `UPDATE blast SET draft = draft || '{"paisePerSegment": 5}' WHERE id = $1`,
    [blast.id],
  );
  const refused = await step('pro', 'submit', blast.id);
  expect(refused.json).toMatchObject({
    error: 'plan-changed',
    problems: [dearerWords('emulator', 5, 15)],
  });
  expect((await readLog(blast.id, 1))[0]?.action).toBe('blast.draft');
});

test('a draft of promotion is not handed in while WhatsApp has its template in another category, or with another text', async () => {
  const { id } = await tenOf500();
  const blast = (await findBlast(database.pool, id)) as Blast;
  const body = blast.texts.hi?.body.replace('आगरा', '{{1}}') ?? null;
  const judge = async (there: Partial<TemplateReading>) => {
    const reading = {
      state: 'approved' as const,
      category: 'marketing',
      body,
      reason: null,
      ...there,
    };
    return judgeTemplates({ readTemplate: async () => reading }, blast);
  };
  expect(await judge({})).toBeNull();
  expect(await judge({ category: null, body: null })).toBeNull();
  expect(await judge({ category: 'utility' })).toBe('template-category-differs');
  expect(await judge({ body: 'और कुछ {{1}}' })).toBe('template-body-differs');
  expect(await judge({ state: 'paused' })).toBe('template-not-approved');
});

test('a government text over a real gateway wakes nobody, unless its approver gave a reason', async () => {
  const begins = async (now: string, night?: string) => {
    const { id } = await approved('pro', { canarySize: 0, fromMinute: 0, toMinute: 1440 });
    const change = { gateway: 'nic', ...(night === undefined ? {} : { night }) };
    await database.pool.query('UPDATE blast SET draft = draft || $2, seal = NULL WHERE id = $1', [
      id,
      change,
    ]);
    await plan(id);
    const ready = await look({}, now);
    await step('nodal', 'stop', id);
    return ready.includes(id);
  };
  expect(await begins('2019-04-12T04:17+05:30')).toBe(false);
  expect(await begins('2019-04-12T21:01+05:30')).toBe(false);
  expect(await begins('2019-04-12T08:01+05:30')).toBe(true);
  expect(await begins('2019-04-12T04:17+05:30', 'बाढ़ की चेतावनी')).toBe(true);
});

test('the SMS beside WhatsApp keeps the hours of its blast, and is sealed with it', async () => {
  const fallback = { templates: { hi: 'services-hi' }, gateway: 'emulator' };
  const { id } = await tenOf500({ fallback, fromMinute: 0, toMinute: 1440 });
  await step('nodal', 'approve', id, { revision: 1 });
  await plan(id);
  const { pool } = database;
  await pool.query(
    `UPDATE blast SET status = 'finished', ended_at = now() - interval '16 minutes' WHERE id = $1`,
    [id],
  );
  await pool.query(
    `UPDATE blast_recipient SET status = 'failed', error_code = '63024' WHERE blast_id = $1 AND status = 'planned'`,
    [id],
  );
  const emulator = { ...gateways['emulator'], whatsapp: { noWhatsappCodes: ['63024'] } };
  await beginFallbacks({
    pool,
    gateways: { emulator } as unknown as Parameters<typeof beginFallbacks>[0]['gateways'],
    paise: { emulator: 15 },
    call: campaign.messages.call,
    audit: async () => {},
    log: pino({ level: 'silent' }),
  });
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM blast WHERE parent_id = $1', [
    id,
  ]);
  const { json } = await see('nodal', rows[0]?.id ?? 0);
  expect(json.blast).toMatchObject({
    category: 'government',
    window: { fromMinute: 600, toMinute: 1260 },
  });
  expect(json.sealed).toMatchObject({ people: 10 });
});
