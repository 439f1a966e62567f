import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { codeSupply } from '../../../../campaigns/links/code-shares.ts';
import { listBlocks } from '../../../../campaigns/links/serials.ts';
import { rolesFor, secondFactorRoles } from '../../../../campaigns/offices/permission.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { createHeldActs } from '../../../../messaging/people/held-acts/held-acts.ts';
import { insertBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { openBlasts } from '../../../../messaging/phone/blasts/module.ts';
import { testLimits } from '../../../../messaging/phone/blasts/test-delivery.ts';
import { encodeCallback } from '../../../../messaging/phone/callbacks/callback.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import type { Gateway, OutgoingSms } from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { numberRoutes } from '../../../../messaging/phone/numbers/routes.ts';
import { openTestNumbers } from '../../../../messaging/phone/test-numbers/routes.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openUploadRoom } from '../../../../messaging/platform/http/upload-room-fs.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { stopTokens } from '../sending/worker-fixture.ts';
import { insertAudience, makeDraft } from './blast-fixture.ts';

const officers = {
  pro: { id: 'pro', name: 'PRO to DGP', role: 'pro-dgp' },
  nodal: { id: 'nodal', name: 'Nodal officer', role: 'hq' },
  zone: { id: 'agra-zone', name: 'ADG Agra', role: 'zone', district: 'agra' },
  agra: { id: 'agra-pro', name: 'PRO Agra', role: 'district', district: 'agra' },
} as const;
type Officer = keyof typeof officers;
const own = '+919876543210';
const noon = new Date('2019-04-12T12:00:00+05:30');

const loaded = loadCampaign('up-cop');
/** As it will be once the portal has given its ids. */
const templateId = '1107160000000000001';
const registered = {
  ...loaded.messages,
  registered: true,
  principalEntityId: '1101160000000000001',
  templates: loaded.messages.templates.map((template) => ({ ...template, templateId })),
};
const messages = { ...registered };
const campaign = { ...loaded, messages };

const database = await openPostgres();
const { pool } = database;
const sent: { gateway: string; message: OutgoingSms }[] = [];
let answer: () => void = () => {};
let now = noon;
let app: FastifyInstance;

function double(name: string): Gateway {
  return {
    name,
    reconcile: 'none',
    requestTimeoutMs: 1000,
    retryableCodes: [],
    async sendSms(message) {
      sent.push({ gateway: name, message });
      answer();
      return { providerId: `SM${sent.length}` };
    },
    async placeCall(call) {
      sent.push({ gateway: name, message: { ...call, body: '' } as unknown as OutgoingSms });
      return { providerId: `CA${sent.length}` };
    },
    close: async () => {},
  };
}

beforeAll(async () => {
  const dataDir = openFolder('test-send-');
  const config = loadConfig({ DATA_DIR: dataDir, WORKER: 'off' });
  const directory = loadDirectory();
  const { districts } = directory;
  const meta = { ...double('meta'), texts: 'refused' as const };
  const gateways = { emulator: double('emulator'), meta, twilio: double('twilio') };
  const house = makeHouse({
    config: { ...config, gateways: { ...config.gateways, paise: { emulator: 15, twilio: 700 } } },
    database,
    campaign,
    directory,
    codes: codeSupply(listBlocks(1), districts.length),
    clock: { now: () => now, today: () => '2019-04-12' },
    uploads: openUploadRoom({ dataDir }),
    decoders,
    metrics: createMetrics(),
    log: createLog('silent'),
  });
  const shared = { ...house, heldActs: createHeldActs(house), stopTokens, gateways };
  app = await createModuleServer({
    modules: [
      { name: 'numbers', api: numberRoutes(shared) },
      openTestNumbers(shared),
      openBlasts(shared),
    ],
    officers,
    districts,
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  Object.assign(messages, registered);
  now = noon;
  answer = () => {};
  sent.length = 0;
  const said = ['consent_event', 'opt_out', 'do_not_disturb'];
  for (const table of ['test_number', 'test_number_code', 'attempt', 'test_message', ...said]) {
    await pool.query(`DELETE FROM ${table}`);
  }
});

async function ask(officer: Officer, method: 'GET' | 'POST', url: string, payload: object = {}) {
  const response = await app.inject({
    method,
    url,
    headers: { 'x-who': officer },
    ...(method === 'POST' ? { payload } : {}),
  });
  const json = response.body === '' ? null : response.json();
  return { status: response.statusCode, json };
}

async function verify(gateway = 'twilio', number = own, officer: Officer = 'pro') {
  expect((await ask(officer, 'POST', '/api/test-number', { number, gateway })).status).toBe(200);
  const code = /\d{6}/.exec(sent.at(-1)?.message.body ?? '')?.[0];
  const confirmed = await ask(officer, 'POST', '/api/test-number/confirm', { code, gateway });
  expect(confirmed).toMatchObject({ status: 200, json: { number: '+91••••••••10' } });
  sent.length = 0;
}

async function makeBlast(change: Partial<BlastDraft> = {}): Promise<number> {
  const audienceId = await insertAudience(pool, 1);
  const text = { templateId, header: 'UPPOLC', body: 'UP COP ऐप पाएँ', segments: 2 };
  const draft = makeDraft(audienceId, { gateway: 'twilio', texts: { hi: text }, ...change });
  const { id } = await insertBlast(pool, {
    draft,
    drafterId: 'pro',
    district: null,
    parentId: null,
  });
  return id;
}
const tryOut = (id: number, body: object = {}, officer: Officer = 'pro') =>
  ask(officer, 'POST', `/api/blasts/${id}/test`, body);
const refused = async (id: number, error: string, body: object = {}) => {
  const { json } = await tryOut(id, body);
  expect(json).toMatchObject({ error, hi: expect.any(String), en: expect.any(String) });
  expect(sent).toEqual([]);
};

describe('a test of a blast', () => {
  it('goes to the own verified number, whatever number the request names', async () => {
    const id = await makeBlast();
    await verify();
    const { status, json } = await tryOut(id, { number: '9999999999' });
    expect([status, json.test]).toMatchObject([
      200,
      { status: 'accepted', revision: 1, paise: 1400 },
    ]);
    expect(
      sent.map(({ message: { to, templateId: template, principalEntityId } }) => [
        to,
        template,
        principalEntityId,
      ]),
    ).toEqual([[own, templateId, '1101160000000000001']]);
    const [entry] = await readAudit(pool, { subject: `blast/${id}` }, 1);
    expect(entry).toMatchObject({ action: 'blast.test', actorId: 'pro' });
    expect(entry?.after).toContain('+91••••••••10');
  });

  it('is refused without a verified number, and with one that only the emulator knows', async () => {
    const id = await makeBlast();
    await refused(id, 'test-number-missing');
    await verify('emulator');
    await refused(id, 'test-number-missing');
    const training = await makeBlast({ gateway: 'emulator' });
    expect((await tryOut(training)).status).toBe(200);
  });

  it('belongs to offices that sign in with a second factor', async () => {
    expect(rolesFor('blast.test').every((role) => secondFactorRoles.includes(role))).toBe(true);
    const id = await makeBlast();
    expect((await tryOut(id, {}, 'zone')).status).toBe(403);
    expect(
      (await ask('zone', 'POST', '/api/test-number', { number: own, gateway: 'twilio' })).status,
    ).toBe(403);
    expect((await tryOut(id, {}, 'agra')).status).toBe(403);
  });

  const withTemplates = (change: object) => ({
    templates: registered.templates.map((one) => ({ ...one, ...change })),
  });
  it.each([
    ['the portal has none of it', { registered: false }, 'test-not-registered'],
    ['the entity has no id', { principalEntityId: null }, 'test-not-registered'],
    ['its template is another one', withTemplates({ templateId: null }), 'test-not-registered'],
    ['its text has faults', withTemplates({ text: 'https://bit.ly/a' }), 'test-faulty-text'],
  ])('is refused over a real gateway when %s, and not over the emulator', async (...each) => {
    const [, change, error] = each;
    await verify();
    Object.assign(messages, change);
    await refused(await makeBlast(), error);
    expect((await tryOut(await makeBlast({ gateway: 'emulator' }))).status).toBe(200);
  });

  it.each([
    { label: 'a promotional message', change: { category: 'promotional' } as const },
    { label: 'a call', change: { channel: 'ivr' } as const },
  ])('keeps the legal hours: $label at 21:10', async ({ change }) => {
    await verify();
    const id = await makeBlast(change);
    now = new Date('2019-04-12T21:10:00+05:30');
    await refused(id, 'test-hours');
    now = noon;
    expect((await tryOut(id)).status).toBe(200);
  });

  it('keeps the hours by the database’s clock, however wrong the machine’s is', async () => {
    await verify();
    const id = await makeBlast({ category: 'promotional' });
    // 21:10 in Lucknow, while this machine's clock says 20:40.
    const lateMs = 30 * 60_000;
    const rightMs = Date.now;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => rightMs() - lateMs);
    try {
      now = new Date('2019-04-12T20:40:00+05:30');
      await refused(id, 'test-hours');
    } finally {
      clock.mockRestore();
    }
  });

  it('does not reach who has said stop, nor with promotion who is not to be disturbed', async () => {
    await verify();
    const promotion = await makeBlast({ category: 'promotional' });
    await pool.query('INSERT INTO do_not_disturb VALUES ($1)', [own.slice(1)]);
    await refused(promotion, 'test-dnd');
    expect((await tryOut(await makeBlast())).status).toBe(200);
    sent.length = 0;
    await recordOptOuts(pool, [own], 'sms');
    await refused(await makeBlast(), 'test-opted-out');
  });

  it('costs what the text costs now, within the budget', async () => {
    await verify();
    const id = await makeBlast({ budgetPaise: 3000 });
    expect((await tryOut(id)).status).toBe(200);
    expect((await tryOut(id)).status).toBe(200);
    sent.length = 0;
    await refused(id, 'test-budget');
    expect((await ask('pro', 'GET', `/api/blasts/${id}`)).json.costSoFarPaise).toBe(2800);
  });

  it('is made a few times only', async () => {
    await verify();
    const id = await makeBlast();
    const made = await Promise.all(
      Array.from({ length: testLimits.ofBlast + 2 }, () => tryOut(id, { again: true })),
    );
    expect(made.filter(({ status }) => status === 200)).toHaveLength(testLimits.ofBlast);
    sent.length = 0;
    await refused(id, 'test-limit-blast');
    await pool.query(
      `INSERT INTO test_message (blast_id, revision, person_id, language, segments, paise)
       SELECT $1, 1, 'pro', 'hi', 1, 0 FROM generate_series(1, $2::integer)`,
      [id, testLimits.ofDay - testLimits.ofBlast],
    );
    await refused(await makeBlast(), 'test-limit-day');
  });

  it('whose answer was lost is not sent again without saying so', async () => {
    await verify();
    const id = await makeBlast();
    answer = () => {
      throw new SendError('lost', { code: 'timeout', class: 'ambiguous' });
    };
    expect((await tryOut(id)).json.test).toMatchObject({ status: 'unknown', errorCode: 'timeout' });
    answer = () => {};
    sent.length = 0;
    await refused(id, 'test-unknown');
    expect((await tryOut(id, { again: true })).json.test.status).toBe('accepted');
    expect((await tryOut(id)).status).toBe(200);
  });

  it('that the gateway refuses says why, and costs nothing', async () => {
    await verify();
    const id = await makeBlast();
    answer = () => {
      throw new SendError('no', { code: '21211', class: 'permanent' });
    };
    expect(await tryOut(id)).toMatchObject({
      status: 502,
      json: { error: 'not-sent', code: '21211' },
    });
    const { json } = await ask('nodal', 'GET', `/api/blasts/${id}`);
    expect(json).toMatchObject({
      costSoFarPaise: 0,
      tests: [{ status: 'failed', errorCode: '21211' }],
    });
  });

  it('is not sent when that cannot be put on record', async () => {
    await verify();
    const id = await makeBlast();
    await pool.query('ALTER TABLE audit_head RENAME TO audit_head_away');
    const { status } = await tryOut(id);
    await pool.query('ALTER TABLE audit_head_away RENAME TO audit_head');
    expect(status).toBe(500);
    expect(sent).toEqual([]);
  });

  it('shows on the blast and in the number’s history what came of it, until the number is deleted', async () => {
    await verify();
    const id = await makeBlast();
    await tryOut(id);
    const reference = sent[0]?.message.reference ?? '';
    const keep = createCallbackStore({
      pool,
      gateways: {},
      onMalformedRecord: (error) => {
        throw error;
      },
    });
    const receipt = { kind: 'sms', reference, sid: 'SM1', errorCode: null } as const;
    for (const status of ['delivered', 'sent']) {
      await keep([{ payload: encodeCallback({ ...receipt, status }) } as never]);
    }
    const { json } = await ask('nodal', 'GET', `/api/blasts/${id}`);
    expect(json.tests).toMatchObject([
      { personName: 'pro', revision: 1, language: 'hi', status: 'delivered', providerId: 'SM1' },
    ]);
    const look = () => ask('nodal', 'POST', '/api/numbers/look-up', { number: own });
    expect((await look()).json).toMatchObject({
      ownNumber: true,
      tests: [{ blastId: id, status: 'delivered' }],
    });
    const gone = await ask('nodal', 'POST', '/api/numbers/delete', {
      number: own,
      keepOptOut: false,
    });
    expect(gone.json).toEqual({ held: 3 });
    expect((await look()).json).toMatchObject({ ownNumber: false, tests: [] });
    expect((await ask('pro', 'GET', '/api/test-number?gateway=twilio')).json.number).toBeNull();
  });
});

describe('the own number', () => {
  const send = (number = own, officer: Officer = 'pro', gateway = 'twilio') =>
    ask(officer, 'POST', '/api/test-number', { number, gateway });
  const confirm = (code: string, officer: Officer = 'pro') =>
    ask(officer, 'POST', '/api/test-number/confirm', { code, gateway: 'twilio' });
  const codeSent = () => /\d{6}/.exec(sent.at(-1)?.message.body ?? '')?.[0] ?? '';
  const other = (code: string) => code.replace(/.$/, (last) => String((Number(last) + 1) % 10));

  it('gets its code by SMS through another gateway, where that of the blast carries WhatsApp alone', async () => {
    expect((await send(own, 'pro', 'meta')).json.sent).toBe('accepted');
    expect(sent.map(({ gateway }) => gateway)).toEqual(['twilio']);
  });

  it('is proven by the registered text over a real gateway, kept as a hash and on record', async () => {
    const { json } = await send();
    expect(json).toEqual({ validMinutes: 10, sent: 'accepted', trainingCode: null });
    expect(sent[0]?.message).toMatchObject({ to: own, templateId, header: 'UPPOLC' });
    const { rows } = await pool.query('SELECT * FROM test_number_code');
    expect(JSON.stringify(rows)).not.toContain(codeSent());
    expect((await confirm(codeSent())).status).toBe(200);
    expect((await confirm(codeSent())).json.error).toBe('test-code-void');
    const log = await readAudit(pool, { subject: 'person/pro' }, 2);
    expect(log.map(({ action }) => action)).toEqual(['test-number.verify', 'test-number.send']);
    expect((await ask('pro', 'POST', '/api/test-number/delete')).status).toBe(204);
    expect((await ask('pro', 'GET', '/api/test-number?gateway=twilio')).json.number).toBeNull();
  });

  it('gets no code by a text that is not registered, nor after a stop', async () => {
    messages.registered = false;
    expect((await send()).json.error).toBe('test-not-registered');
    const training = await send(own, 'pro', 'emulator');
    expect(training.json.trainingCode).toMatch(/^\d{6}$/);
    messages.registered = true;
    await recordOptOuts(pool, [own], 'sms');
    expect((await send()).json.error).toBe('test-opted-out');
    expect((await send('+12024561111')).json.error).toBe('no-mobile-number');
  });

  it('is not found by guessing: five tries, ten minutes, one’s own code', async () => {
    await send();
    const code = codeSent();
    expect((await confirm(code, 'nodal')).json.error).toBe('test-code-void');
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await confirm(other(code))).json.error).toBe('test-code-wrong');
    }
    expect((await confirm(code)).json.error).toBe('locked');
    await pool.query('DELETE FROM attempt');
    await send();
    await pool.query("UPDATE test_number_code SET expires_at = now() - interval '1 second'");
    expect((await confirm(codeSent())).json.error).toBe('test-code-void');
  });

  it('gets three codes a day, regardless of who asks', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => send()));
    expect(made.filter(({ status }) => status === 200)).toHaveLength(3);
    expect((await send(own, 'nodal')).json.error).toBe('test-code-limit');
    expect((await send('+919876543219')).json.error).toBe('test-code-limit');
    expect(sent).toHaveLength(3);
  });
});
