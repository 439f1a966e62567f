import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { codeSupply } from '../../../../campaigns/links/code-shares.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { listBlocks } from '../../../../campaigns/links/serials.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { addDays, toDay } from '../../../../campaigns/tracker/clock.ts';
import { blastProblemWords } from '../../../../campaigns/words/blast-problem-words.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { closings } from '../../../../messaging/modules.ts';
import { openAudiences } from '../../../../messaging/phone/audiences/module.ts';
import {
  applyCommand,
  findBlast,
  recordHaltingCode,
} from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { openBlasts } from '../../../../messaging/phone/blasts/module.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { openCallbacks } from '../../../../messaging/phone/callbacks/module.ts';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { openGatewayModule } from '../../../../messaging/phone/gateways/module.ts';
import {
  beginSubmissions,
  claimRecipients,
  recordDeliveryUpdates,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { openNumbers } from '../../../../messaging/phone/numbers/module.ts';
import { maskNumber } from '../../../../messaging/phone/numbers/number.ts';
import { openTelecomOperators } from '../../../../messaging/phone/telecom-operators/module.ts';
import { openTestNumbers } from '../../../../messaging/phone/test-numbers/module.ts';
import { openVoice } from '../../../../messaging/phone/voice/module.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import type { Module } from '../../../../messaging/platform/http/module.ts';
import { openUploadRoom } from '../../../../messaging/platform/http/upload-room-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { borrow } from '../../../servers/borrow.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { stopTokens } from '../sending/worker-fixture.ts';

const officers = {
  pro: { id: 'pro', name: 'PRO to DGP', role: 'pro-dgp' },
  nodal: { id: 'nodal', name: 'Nodal officer', role: 'hq' },
  nodal2: { id: 'nodal2', name: 'Second officer', role: 'hq' },
  agra: { id: 'agra-pro', name: 'PRO Agra', role: 'district', district: 'agra' },
  zone: { id: 'zone', name: 'ADG', role: 'zone', zone: 'agra' },
  admin: { id: 'admin', name: 'Accounts', role: 'admin' },
} as const;
type Officer = keyof typeof officers;

const dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
const loaded = loadCampaign('up-cop');
const campaign = { ...loaded, messages: { ...loaded.messages } };
const directory = loadDirectory();
let database: Database;
let emulator: Emulator;
let modules: Module[];
let app: FastifyInstance;

beforeAll(async () => {
  database = await openDatabase({ url: await borrow('database'), dataDir });
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
  emulator = await startEmulator({ ...account, port: 0, behaviour: { callbacks: false } });
  const config = loadConfig({
    DATA_DIR: dataDir,
    WORKER: 'off',
    EMULATOR_URL: emulator.url,
    EMULATOR_TOKEN: 'training-token',
    CDAC_URL: 'http://127.0.0.1:1',
    CDAC_USERNAME: 'u',
    CDAC_PASSWORD: 'p',
    CDAC_DEPARTMENT_KEY: 'k',
    CDAC_PER_SECOND: '1',
    NIC_URL: 'http://127.0.0.1:1',
    NIC_USERNAME: 'u',
    NIC_PIN: 'p',
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 't',
    TWILIO_MESSAGING_SERVICE_SID: `MG${'1'.repeat(32)}`,
  });
  const { districts } = directory;
  const uploads = openUploadRoom({ dataDir: dataDir });
  const shared = {
    config,
    database,
    campaign,
    districts,
    codes: codeSupply(listBlocks(1), districts.length),
    stopTokens,
    clock: createClock(() => '2019-04-12'),
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    uploads,
    decoders,
  };
  const gateways = await openGatewayModule(shared);
  modules = [
    { name: 'uploads', close: uploads.close },
    gateways,
    openNumbers({ ...shared, gateways: gateways.gateways }),
    openAudiences(shared),
    openTestNumbers({ ...shared, gateways: gateways.gateways }),
    openBlasts({ ...shared, gateways: gateways.gateways }),
    openTelecomOperators({ ...shared, gateways: gateways.gateways }),
    await openCallbacks({ ...shared, ...gateways }),
    openVoice({
      ...shared,
      gateway: gateways.voice,
      callbackTokens: gateways.callbackTokens,
      exotel: gateways.exotel,
      registry: loadRegistry({ campaignFolder: campaignFolder('up-cop') }),
      prompts: { prompt: () => undefined, call: () => undefined },
    }),
  ];
  app = await createModuleServer({ modules, officers, districts });
});
afterAll(async () => {
  await app.close();
  for (const [, close] of closings(modules)) await close();
  await emulator.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(
  officer: Officer | null,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is asserted, not typed
): Promise<{ status: number; json: any; raw: Buffer }> {
  const response = await app.inject({
    method,
    url,
    headers: officer === null ? {} : { 'x-who': officer },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    json: isJson ? response.json() : null,
    raw: response.rawPayload,
  };
}

async function upload(officer: Officer, text: string, change: Record<string, string> = {}) {
  const query = new URLSearchParams({
    name: 'नमूना सूची',
    consentBasis: 'service-user',
    source: 'invented',
    // 366 days from the day of these tests.
    retainUntil: '2020-04-12',
    ...change,
  });
  const boundary = 'xxxx';
  const response = await app.inject({
    method: 'POST',
    url: `/api/audiences?${query}`,
    headers: { 'x-who': officer, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  });
  return { status: response.statusCode, json: response.json() };
}

let nextNumber = 9_870_000_000;
async function audience(officer: Officer = 'pro', size = 3): Promise<number> {
  const numbers = Array.from({ length: size }, (_, index) => nextNumber + index);
  nextNumber += size;
  const { status, json } = await upload(
    officer,
    `mobile,district\n${numbers.map((n) => `${n},agra`).join('\n')}\n`,
  );
  expect(status).toBe(201);
  return json.id;
}
const input = (audienceId: number, change: object = {}) => ({
  name: 'अप्रैल प्रचार',
  channel: 'sms',
  templates: { hi: 'services-hi' },
  gateway: 'emulator',
  audienceId,
  ...change,
});
async function draft(officer: Officer = 'pro', change: object = {}) {
  const { status, json } = await ask(
    officer,
    'POST',
    '/api/blasts',
    input(await audience(officer), change),
  );
  expect(status).toBe(201);
  return json;
}

describe('a blast at the desk', () => {
  it('says on which day it would end, before anybody has approved it', async () => {
    // One a second in one minute of the day: the 150th leaves on the third.
    const hours = { gateway: 'cdac', fromMinute: 600, toMinute: 601 };
    const slow = { ...hours, audienceId: await audience('pro', 150) };
    const { blast, cautions } = await draft('pro', slow);
    const { json: run } = await ask('pro', 'GET', `/api/blasts/${blast.id}/dry-run`);
    const [first, last] = [run.startsAt, run.endsAt].map((at: string) => toDay(new Date(at)));
    expect(run).toMatchObject({ recipients: 150, perSecond: 1 });
    // One more where the test runs in that very minute.
    expect([2, 3].map((days) => addDays(first ?? '', days))).toContain(last);
    const said = cautions.map(({ en }: { en: string }) => en);
    expect(said).toContainEqual(expect.stringContaining('60 a minute: approved now, the blast'));
    expect(said.join()).toContain(formatDay(last ?? '', 'en'));
    // All on one day.
    const quick = await draft('pro', { ...slow, toMinute: 1260 });
    expect(quick.cautions.map(({ en }: { en: string }) => en).join()).not.toContain('would end');
  });
  it('plans several gateways: pace, end and cost of each, with prices as they are now', async () => {
    const list = await audience('pro', 150);
    const change = { gateway: 'cdac', further: [{ gateway: 'nic', share: 30 }], toMinute: 1260 };
    const { status, json } = await ask('pro', 'POST', '/api/blasts', input(list, change));
    expect(status).toBe(201);
    const [own, other] = json.byGateway;
    expect(own).toMatchObject({ gateway: 'cdac', perMinute: 60, figures: null, stoppedBy: null });
    expect(own.endsAt).not.toBeNull();
    expect(other).toMatchObject({ gateway: 'nic', perMinute: null, endsAt: null });
    expect(own.recipients + other.recipients).toBe(150);
    expect(other.recipients).toBeGreaterThan(25);
    expect(json.blast.further).toEqual([
      { gateway: 'nic', share: 30, operators: [], paisePerSegment: 15 },
    ]);
    const { json: one } = await ask('pro', 'PUT', `/api/blasts/${json.blast.id}`, input(list));
    expect(one.byGateway).toMatchObject([{ gateway: 'emulator', recipients: 150 }]);
  });

  it.each([
    ['training with a real one', { further: [{ gateway: 'cdac' }] }, 'gateway-alone'],
    ['one twice', { gateway: 'cdac', further: [{ gateway: 'cdac', share: 10 }] }, 'gateway-shares'],
    [
      'nothing for the first',
      {
        gateway: 'cdac',
        further: [
          { gateway: 'nic', share: 99 },
          { gateway: 'twilio', share: 1 },
        ],
      },
      'gateway-shares',
    ],
    [
      'an operator twice',
      {
        gateway: 'cdac',
        further: [
          { gateway: 'nic', operators: ['Jio'] },
          { gateway: 'twilio', operators: ['Jio'] },
        ],
      },
      'gateway-shares',
    ],
  ])('refuses gateways together that make no sense: %s', async (_, change, code) => {
    const body = input(await audience(), change);
    const { status, json } = await ask('pro', 'POST', '/api/blasts', body);
    expect([status, json.error]).toEqual([409, code]);
  });

  it('keeps a target group by a name that holds nobody’s number, counts it anew, and forgets it', async () => {
    const audienceId = await audience('pro', 5);
    const choice = { audienceId, districts: ['agra'], onlyLanguage: 'hi', onlyReached: false };
    const save = (name: string, officer: Officer = 'pro') =>
      ask(officer, 'POST', '/api/target-groups', { name, ...choice });
    expect((await save('98765 43210')).json.error).toBe('number-in-text');
    expect((await save('ram@example.org')).json.error).toBe('personal-name');
    expect((await save('आगरा', 'agra')).status).toBe(403);
    const { status, json: group } = await save('आगरा, हिंदी, मई 2019');
    expect(status).toBe(201);
    const count = () => ask('pro', 'GET', `/api/target-groups/${group.id}/count`);
    expect((await count()).json).toEqual({ members: 5 });
    await database.pool.query(
      `INSERT INTO opt_out (msisdn, source)
       SELECT min(msisdn), 'officer' FROM audience_member WHERE audience_id = $1`,
      [audienceId],
    );
    expect((await count()).json).toEqual({ members: 4 });
    const { blast, estimate } = await draft('pro', choice);
    expect(blast.selection).toMatchObject({ onlyLanguage: 'hi', onlyReached: false });
    expect(estimate.recipients).toBe(4);
    await database.pool.query(
      'DELETE FROM opt_out USING audience_member AS m WHERE m.audience_id = $1 AND m.msisdn = opt_out.msisdn',
      [audienceId],
    );
    const names = async (officer: Officer) =>
      (await ask(officer, 'GET', '/api/target-groups')).json.map(({ id }: { id: number }) => id);
    expect(await names('pro')).toContain(group.id);
    expect(await names('agra')).not.toContain(group.id);
    const gone = await ask('pro', 'POST', `/api/target-groups/${group.id}/remove`, {});
    expect(gone.json).toEqual({ removed: true });
    expect((await count()).json.error).toBe('no-such-group');
    const log = await readAudit(database.pool, { subject: `target-group/${group.id}` }, 9);
    expect(log.map(({ action }) => action)).toEqual(['target-group.remove', 'target-group.save']);
  });

  it('shows exactly what is sent, but for the code of its link, to how many, for how much', async () => {
    const { blast, estimate, problems } = await draft();
    expect(blast.texts.hi.body).toContain('uppolice.gov.in/q/000000');
    expect(blast.shortCode).toBeNull();
    expect(blast.texts.hi.segments).toBe(2);
    expect(estimate).toEqual({ recipients: 3, segments: 6, paise: 90, skipped: {} });
    expect(problems).toEqual([]);
  });

  it('takes WhatsApp with consent and an approved template alone, and shows it as it will arrive', async () => {
    const list = await audience();
    const consent = { source: 'form at the counter', givenOn: '2019-04-01' };
    const url = `/api/audiences/${list}/whatsapp-opt-in`;
    expect((await ask('pro', 'POST', url, consent)).json.error).toBe('no-explicit-consent');
    await database.pool.query(
      "UPDATE audience SET consent_basis = 'explicit-consent' WHERE id = $1",
      [list],
    );
    const made = await ask('pro', 'POST', '/api/blasts', {
      ...input(list),
      channel: 'whatsapp',
      templates: { hi: 'wa-services-hi' },
      fallback: { gateway: 'emulator', templates: { hi: 'services-hi' } },
    });
    expect(made.json).toMatchObject({
      blast: {
        category: 'promotional',
        paisePerSegment: 87,
        texts: {
          hi: {
            card: {
              name: 'upcop_services_hi',
              picture: expect.stringMatching(/\/files\/social\/cards\/.*\.png$/),
              buttons: [{ link: 'https://uppolice.gov.in/q/000000' }, { kind: 'stop' }],
            },
          },
        },
        fallback: { paisePerSegment: 15, texts: { hi: { templateId: null, segments: 2 } } },
      },
      estimate: { recipients: 0, skipped: { 'no-opt-in': 3 } },
    });
    const tomorrow = { ...consent, givenOn: '2019-04-13' };
    expect((await ask('pro', 'POST', url, tomorrow)).json.error).toBe('opt-in-day');
    expect((await ask('pro', 'POST', url, consent)).json).toEqual({ recorded: 3 });
    expect((await ask('pro', 'POST', url, consent)).json).toEqual({ recorded: 0 });
    const { blast } = made.json;
    const submit = () => ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    emulator.behave({ whatsappTemplates: 'pending' });
    const refused = await submit();
    expect(refused.json.problems).toEqual([
      expect.objectContaining({ en: 'WhatsApp has not approved the template' }),
    ]);
    emulator.behave({ whatsappTemplates: 'approved' });
    expect((await submit()).status).toBe(200);
    const approval = { revision: blast.revision };
    const own = await ask('pro', 'POST', `/api/blasts/${blast.id}/approve`, approval);
    expect(own.status).toBe(403);
    const approved = await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, approval);
    expect(approved.json.estimate).toMatchObject({ recipients: 3, paise: 261 });
    expect(approved.json.blast.texts.hi.card.buttons[0].link).toContain(
      approved.json.blast.shortCode,
    );
    const [noted] = await readAudit(database.pool, { subject: `audience/${list}` }, 1);
    expect(noted).toMatchObject({ action: 'audience.opt-in' });
  });

  it('leaves out by rule, which drafter and approver see and the audit log keeps', async () => {
    const list = await audience('pro', 4);
    const first = nextNumber - 4;
    const excluded = await upload('pro', `mobile\n${first}\n`, { excluding: 'true' });
    expect(excluded.json).toMatchObject({ excluding: true, fileName: 'list.csv', members: 1 });
    const made = await ask('pro', 'POST', '/api/blasts', input(list));
    expect(made.json).toMatchObject({
      blast: {
        selection: {
          capMessages: 1,
          capDays: 7,
          skipReceived: 'nobody',
          dndClasses: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        },
      },
      estimate: { recipients: 3, skipped: { 'excluded-list': 1 } },
    });
    const rules = {
      capMessages: null,
      capDays: 30,
      skipReceived: 'blasts',
      skipBlastIds: [made.json.blast.id],
      dndClasses: [6],
    };
    const url = `/api/blasts/${made.json.blast.id}`;
    expect((await ask('pro', 'PUT', url, input(list, rules))).status).toBe(200);
    const selection = { ...rules, dndClasses: [0, 6], onlyLanguage: null, onlyReached: null };
    expect((await ask('nodal', 'GET', url)).json.blast.selection).toEqual(selection);
    const [edit] = await readAudit(database.pool, { subject: `blast/${made.json.blast.id}` }, 1);
    expect(JSON.parse(edit?.before ?? '')).toMatchObject({ selection: { capMessages: 1 } });
    expect(JSON.parse(edit?.after ?? '')).toMatchObject({ selection });
    const [taken] = await readAudit(database.pool, { subject: `audience/${excluded.json.id}` }, 1);
    expect(JSON.parse(taken?.after ?? '')).toMatchObject({ excluding: true });
    const onIt = await ask('pro', 'POST', '/api/blasts', input(excluded.json.id));
    expect([onIt.status, onIt.json.error]).toEqual([409, 'excluding-list']);
    await database.pool.query('UPDATE audience SET excluding = false WHERE id = $1', [
      excluded.json.id,
    ]);
  });

  it.each([
    { capMessages: 0 },
    { capDays: 0 },
    { capDays: 1000 },
    { skipReceived: 'some' },
    { dndClasses: [9] },
    { skipBlastIds: [-1] },
  ])('takes no rule such as %j', async (change) => {
    const { status } = await ask('pro', 'POST', '/api/blasts', input(await audience(), change));
    expect(status).toBe(400);
  });

  it('sends a text by explicit consent to a list with explicit consent only', async () => {
    const { templates } = campaign.messages;
    const text = { ...templates[0], id: 'explicit-hi', category: 'service-explicit' as const };
    templates.push(text as (typeof templates)[number]);
    try {
      const texts = { templates: { hi: 'explicit-hi' } };
      const list = await audience();
      const refused = await ask('pro', 'POST', '/api/blasts', input(list, texts));
      expect([refused.status, refused.json.error]).toEqual([409, 'no-explicit-consent']);
      await database.pool.query(
        "UPDATE audience SET consent_basis = 'explicit-consent' WHERE id = $1",
        [list],
      );
      const { status, json } = await ask('pro', 'POST', '/api/blasts', input(list, texts));
      expect([status, json.problems]).toEqual([201, []]);
      const url = `/api/blasts/${json.blast.id}`;
      expect((await ask('pro', 'PUT', url, input(await audience(), texts))).json.error).toBe(
        'no-explicit-consent',
      );
      // What was drafted before is held back when it is handed in.
      await database.pool.query("UPDATE audience SET consent_basis = 'public-duty' WHERE id = $1", [
        list,
      ]);
      const submitted = await ask('pro', 'POST', `${url}/submit`, {});
      expect([submitted.status, submitted.json.error]).toEqual([409, 'problems']);
      expect(submitted.json.problems[0].en).toContain('explicit consent');
    } finally {
      templates.pop();
    }
  });

  it('takes no value with a link, a number to call, or what nobody sees', async () => {
    const { templates } = campaign.messages;
    const text = 'थाना {#alphanumeric#} की सूचना {#email#} पर मिलेगी। उत्तर प्रदेश पुलिस';
    templates.push({ ...templates[0], id: 'open-hi', text } as (typeof templates)[number]);
    try {
      for (const [value, error] of [
        ['9876543210', 'wrong-value'],
        ['हजरत\u200Bगंज', 'ill-formed-text'],
        ['हजरत\nगंज', 'ill-formed-text'],
        ['हजरत\u3164गंज', 'ill-formed-text'],
      ]) {
        const values = { hi: [value, 'upcop@uppolice.gov.in'] };
        const change = { templates: { hi: 'open-hi' }, values };
        const { status, json } = await ask(
          'pro',
          'POST',
          '/api/blasts',
          input(await audience(), change),
        );
        expect([status, json.error]).toEqual([400, error]);
        if (error === 'wrong-value')
          expect([json.variable, json.hi]).toEqual([1, expect.stringMatching(/^मान 1/)]);
      }
    } finally {
      templates.pop();
    }
  });

  it('is measured with the longest name of its districts and the link of a class', async () => {
    const { templates } = campaign.messages;
    // With the name of Agra and a plain link it has 70 units, which are one part.
    const fixed = 'जनपद {#alphanumeric#} ऐप {#url#} ';
    const open = (id: string, text: string) =>
      ({ ...templates[0], id, text }) as (typeof templates)[0];
    const text = fixed + 'क'.repeat(70 - (fixed.length - 23) - 'आगरा'.length - 24);
    campaign.messages.templates = [...templates, open('place-hi', text)];
    try {
      const audienceId = await audience();
      const draft = async (change: object) => {
        const body = input(audienceId, { templates: { hi: 'place-hi' }, ...change });
        return ask('pro', 'POST', '/api/blasts', body);
      };
      const [value, agra] = [{ values: { hi: ['{district}'] } }, { districts: ['agra'] }];
      const plain = (await draft({ ...value, ...agra })).json.blast;
      expect([plain.texts.hi.segments, plain.classLinks]).toEqual([1, false]);
      expect(plain.texts.hi.body).toContain('जनपद {district} ऐप');
      expect((await draft(value)).json.blast.texts.hi.segments).toBe(2);
      const links = (await draft({ ...value, ...agra, classLinks: true })).json.blast;
      expect([links.texts.hi.segments, links.classLinks]).toEqual([2, true]);
      const pack = await draft({ ...value, gateway: 'operator' });
      expect([pack.status, pack.json.error]).toEqual([409, 'district-pack']);
      const mixed = await draft({ values: { hi: ['{district} {station}'] } });
      expect([mixed.status, mixed.json.error]).toEqual([400, 'wrong-value']);
    } finally {
      campaign.messages.templates = templates;
    }
  });
  it('takes a second text that can be told apart from the first, and gives each its own link', async () => {
    const audienceId = await audience('pro', 30);
    const trial = { templates: { hi: 'verification-hi' }, share: 10, waitHours: 2 };
    const draft = (change: object) =>
      ask('pro', 'POST', '/api/blasts', input(audienceId, { trial, ...change }));
    for (const [change, error] of [
      [{ channel: 'ivr', templates: {} }, 'no-trial'],
      [{ gateway: 'operator' }, 'no-trial'],
      [{ repeat: { rhythm: 'weekly', times: 3 } }, 'no-trial'],
      [{ trial: { ...trial, templates: { hi: 'services-hi' } } }, 'trial-texts'],
      [{ trial: { ...trial, templates: { en: 'services-en' } } }, 'trial-texts'],
      [{ templates: { hi: 'services-hi', en: 'services-en' } }, 'trial-texts'],
    ] as const) {
      const { status, json } = await draft(change);
      expect([status, json.error]).toEqual([409, error]);
    }
    // Three of thirty.
    expect((await draft({})).json.problems).toEqual([blastProblemWords['trial-too-few']]);
    const { blast } = (await draft({ trial: { ...trial, share: 40 } })).json;
    expect(blast.trial).toMatchObject({ share: 40, waitMs: 7_200_000 });
    expect(blast.trial.texts.hi.body).toContain('uppolice.gov.in/q/000000');
    const submitted = await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    expect(submitted.status, JSON.stringify(submitted.json)).toBe(200);
    const approval = { revision: blast.revision };
    const approved = await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, approval);
    expect(approved.status, JSON.stringify(approved.json)).toBe(200);
    const read = () =>
      database.pool.query<{ codes: string[] | null }>(
        'SELECT short_code || trial_codes AS codes FROM blast WHERE id = $1',
        [blast.id],
      );
    const given = (await read()).rows[0]?.codes ?? [];
    expect(new Set(given).size).toBe(3);
    const early = await ask('nodal', 'POST', `/api/blasts/${blast.id}/decide-trial`, { text: 'a' });
    expect([early.status, early.json.error]).toEqual([409, 'wrong-status']);
    await ask('nodal', 'POST', `/api/blasts/${blast.id}/stop`, {});
    expect((await read()).rows[0]?.codes).toEqual([null]);
  });
  it('sends the text to the rest that an officer who did not draft it has chosen, on record', async () => {
    const trial = { templates: { hi: 'verification-hi' }, share: 10, waitHours: 2 };
    const { blast } = (await ask('pro', 'POST', '/api/blasts', input(await audience(), { trial })))
      .json;
    await database.pool.query(
      `UPDATE blast SET status = 'paused', pause_reason = 'trial', started_at = now(), trial_sent_at = now() WHERE id = $1`,
      [blast.id],
    );
    const decide = (officer: Officer) =>
      ask(officer, 'POST', `/api/blasts/${blast.id}/decide-trial`, { text: 'b' });
    expect((await decide('pro')).status).toBe(403);
    const waits = (await ask('nodal', 'GET', `/api/blasts/${blast.id}`)).json;
    expect(waits.trial).toMatchObject({
      texts: [
        { text: 'a', sent: 0 },
        { text: 'b', clicks: null },
      ],
    });
    const { status, json } = await decide('nodal');
    expect([status, json.blast.status, json.blast.trialChoice]).toEqual([200, 'running', 'b']);
    const [entry] = await readAudit(database.pool, { subject: `blast/${blast.id}` }, 1);
    expect(entry?.action).toBe('blast.decide-trial');
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ command: { text: 'b' } });
    await ask('nodal', 'POST', `/api/blasts/${blast.id}/stop`, {});
  });
  it('goes from its drafter to HQ, and every step stands in the audit log', async () => {
    const { blast } = await draft();
    expect((await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {})).status).toBe(200);
    const approved = await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, {
      revision: blast.revision,
    });
    expect(approved.json.blast).toMatchObject({ status: 'approved', approverId: 'nodal' });
    const log = await readAudit(database.pool, { subject: `blast/${blast.id}` }, 10);
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['blast.approve', 'nodal'],
      ['blast.submit', 'pro'],
      ['blast.draft', 'pro'],
    ]);
  });

  it('is refused to an approver who drafted it', async () => {
    const { blast } = await draft('nodal');
    await ask('nodal', 'POST', `/api/blasts/${blast.id}/submit`, {});
    const own = await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, {
      revision: blast.revision,
    });
    expect(own).toMatchObject({
      status: 409,
      json: { error: 'own-draft', hi: expect.stringContaining('स्वीकृत नहीं') },
    });
    const other = await ask('nodal2', 'POST', `/api/blasts/${blast.id}/approve`, {
      revision: blast.revision,
    });
    expect(other.status).toBe(200);
  });

  it.each(['invited_by', 'password_link_by', 'factor_reset_by'])(
    'is refused to whoever could be its drafter by %s',
    async (column) => {
      const { blast } = await draft();
      await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
      await database.pool.query(
        `INSERT INTO person (id, name, email, role, ${column})
         VALUES ('pro', 'PRO to DGP', 'pro@police.example', 'pro-dgp', 'nodal')`,
      );
      const approve = (officer: Officer) =>
        ask(officer, 'POST', `/api/blasts/${blast.id}/approve`, { revision: blast.revision });
      expect(await approve('nodal')).toMatchObject({ status: 409, json: { error: 'own-guest' } });
      expect((await approve('nodal2')).status).toBe(200);
      await database.pool.query("DELETE FROM person WHERE id = 'pro'");
    },
  );

  it('keeps why it was sent back until it is submitted again', async () => {
    const { blast } = await draft();
    const submit = () => ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    await submit();
    const remark = 'पाठ सुधारें';
    const back = await ask('nodal', 'POST', `/api/blasts/${blast.id}/reject`, { remark });
    expect(back.json.blast).toMatchObject({ status: 'draft', remark });
    expect((await submit()).json.blast).toMatchObject({ status: 'submitted', remark: null });
  });
  it('is not overwritten by who saw an older one', async () => {
    const { blast } = await draft();
    const edit = (name: string) =>
      ask('pro', 'PUT', `/api/blasts/${blast.id}`, {
        ...input(blast.audienceId, { name }),
        revision: 1,
      });
    expect((await edit('पहला')).json.blast).toMatchObject({ revision: 2, name: 'पहला' });
    expect(await edit('दूसरा')).toMatchObject({ status: 409, json: { error: 'edited-since' } });
    const { json } = await ask('pro', 'GET', `/api/blasts/${blast.id}`);
    expect(json.blast).toMatchObject({ revision: 2, name: 'पहला' });
  });

  it('cannot be edited after it was submitted, nor approved as it no longer is', async () => {
    const { blast } = await draft();
    const edit = input(blast.audienceId, { name: 'बदला हुआ' });
    await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    expect(await ask('pro', 'PUT', `/api/blasts/${blast.id}`, edit)).toMatchObject({
      status: 409,
      json: { error: 'wrong-status' },
    });
    await ask('pro', 'POST', `/api/blasts/${blast.id}/withdraw`, {});
    expect((await ask('pro', 'PUT', `/api/blasts/${blast.id}`, edit)).json.blast).toMatchObject({
      name: 'बदला हुआ',
      revision: 2,
    });
    await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    expect(
      await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, { revision: 1 }),
    ).toMatchObject({ status: 409, json: { error: 'edited-since' } });
    expect(
      (await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, { revision: 2 })).status,
    ).toBe(200);
    expect((await ask('pro', 'PUT', `/api/blasts/${blast.id}`, edit)).json.error).toBe(
      'wrong-status',
    );
  });

  it.each([
    {
      label: 'an unregistered template on a real gateway',
      change: { gateway: 'cdac' },
      en: /registered/,
    },
    { label: 'nobody to send to', change: { districts: ['lucknow'] }, en: /no number/ },
    {
      label: 'calls at night',
      change: { channel: 'ivr', fromMinute: 1300, toMinute: 1400 },
      en: /hours/,
    },
  ])('cannot be submitted with $label', async ({ change, en }) => {
    const { blast, problems } = await draft('pro', change);
    expect(problems[0].en).toMatch(en);
    const { status, json } = await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    expect([status, json.error]).toEqual([409, 'problems']);
  });

  it.each([
    { label: 'an unknown gateway', change: { gateway: 'telegram' } },
    { label: 'an unknown template', change: { templates: { hi: 'nothing' } } },
    { label: 'a template in the wrong language', change: { templates: { en: 'services-hi' } } },
    { label: 'no template', change: { templates: {} } },
    { label: 'an empty name', change: { name: ' ' } },
    { label: 'hours beyond the day', change: { toMinute: 2000 } },
  ])('cannot be drafted with $label', async ({ change }) => {
    expect((await ask('pro', 'POST', '/api/blasts', input(await audience(), change))).status).toBe(
      400,
    );
  });

  it('shows live figures and cost, and is retried as a new, linked draft with a link of its own', async () => {
    const { blast } = await draft();
    await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {});
    await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, { revision: 1 });
    await planRecipients(database.pool, blast, {});
    await applyCommand(database.pool, blast.id, { kind: 'start' }, { actor: 'service' });
    const ids = await claimRecipients(database.pool, blast.id, 10);
    await beginSubmissions(database.pool, ids);
    await recordDeliveryUpdates(
      database.pool,
      ids.map((id, index) => ({
        id,
        providerId: `S${id}`,
        status: index === 0 ? 'undelivered' : 'delivered',
        code: index === 0 ? '30003' : null,
      })),
    );
    const running = (await ask('pro', 'GET', `/api/blasts/${blast.id}`)).json;
    expect(running).toMatchObject({
      costSoFarPaise: 90,
      figures: { all: { delivered: 2, undelivered: 1 } },
      link: { scans: 0 },
    });
    await applyCommand(database.pool, blast.id, { kind: 'finish' }, { actor: 'service' });
    const retry = await ask('pro', 'POST', `/api/blasts/${blast.id}/retry`, {});
    expect(retry.json).toMatchObject({
      blast: { parentId: blast.id, status: 'draft' },
      estimate: { recipients: 1 },
    });
    expect(retry.json.blast.texts.hi.body).toContain('uppolice.gov.in/q/000000');
  });
});

describe('the ceiling of the cost', () => {
  it('may lie below the estimate, which drafter and approver are told', async () => {
    const { blast, problems, cautions } = await draft('pro', { budgetPaise: 50 });
    expect([problems, cautions.length]).toEqual([[], 1]);
    expect(cautions[0].en).toMatch(/ceiling/);
    expect((await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {})).status).toBe(200);
  });

  it('is raised by the approver only, and sending goes on after it', async () => {
    const { blast } = await draft('pro', { budgetPaise: 50, canarySize: 0 });
    const at = (verb: string) => `/api/blasts/${blast.id}/${verb}`;
    await ask('pro', 'POST', at('submit'), {});
    await ask('nodal', 'POST', at('approve'), { revision: 1 });
    await planRecipients(database.pool, blast, {});
    const service = { actor: 'service' } as const;
    await applyCommand(database.pool, blast.id, { kind: 'start' }, service);
    // Two segments at 15 paise: 50 paise pay for one of three.
    expect(await claimRecipients(database.pool, blast.id, 10)).toHaveLength(1);
    await applyCommand(database.pool, blast.id, { kind: 'pause', reason: 'budget' }, service);
    const more = { budgetPaise: 90 };
    expect((await ask('pro', 'POST', at('budget'), more)).status).toBe(403);
    expect((await ask('nodal', 'POST', at('budget'), { budgetPaise: 0 })).status).toBe(400);
    const raised = await ask('nodal', 'POST', at('budget'), more);
    expect(raised.json.blast).toMatchObject({ status: 'paused', budgetPaise: 90 });
    expect((await ask('pro', 'POST', at('resume'), {})).json.error).toBe('stopped-by-itself');
    await ask('nodal', 'POST', at('resume'), {});
    expect(await claimRecipients(database.pool, blast.id, 10)).toHaveLength(2);
    const [, entry] = await readAudit(database.pool, { subject: `blast/${blast.id}` }, 2);
    expect([entry?.action, entry?.actorId]).toEqual(['blast.budget', 'nodal']);
    expect(entry?.after).toContain('"budgetPaise":90');
    expect(entry?.before).toContain('"budgetPaise":50');
  });
});

describe('a blast that stopped by itself', () => {
  const service = { actor: 'service' } as const;

  async function running(officer: Officer): Promise<{ id: number; at: (verb: string) => string }> {
    const { blast } = await draft(officer, { audienceId: await audience(officer, 30) });
    const at = (verb: string) => `/api/blasts/${blast.id}/${verb}`;
    await ask(officer, 'POST', at('submit'), {});
    const other = officer === 'nodal' ? 'nodal2' : 'nodal';
    await ask(other, 'POST', at('approve'), { revision: 1 });
    await planRecipients(database.pool, blast, {});
    await applyCommand(database.pool, blast.id, { kind: 'start' }, service);
    return { id: blast.id, at };
  }

  it.each([
    { officer: 'pro', error: 'stopped-by-itself' },
    { officer: 'nodal', error: 'own-draft' },
  ] as const)('is not let go on by its drafter alone ($officer)', async ({ officer, error }) => {
    const { id, at } = await running(officer);
    const { rows } = await database.pool.query(
      'SELECT count(*)::integer AS canary FROM blast_recipient WHERE blast_id = $1 AND canary',
      [id],
    );
    expect(rows).toEqual([{ canary: 5 }]);
    await applyCommand(database.pool, id, { kind: 'pause', reason: 'canary' }, service);
    const refused = await ask(officer, 'POST', at('resume'), {});
    expect(refused).toMatchObject({ status: 409, json: { error } });
    // Nor by a pause of one's own in between.
    expect((await ask(officer, 'POST', at('pause'), {})).json.error).toBe('wrong-status');
    expect(await claimRecipients(database.pool, id, 100)).toEqual([]);
    const seen = (await ask('nodal2', 'GET', `/api/blasts/${id}`)).json.blast;
    expect(seen).toMatchObject({ status: 'paused', pauseReason: 'canary' });
    const other = officer === 'nodal' ? 'nodal2' : 'nodal';
    expect((await ask(other, 'POST', at('resume'), {})).status).toBe(200);
    expect(await claimRecipients(database.pool, id, 100)).toHaveLength(30);
    const [entry] = await readAudit(database.pool, { subject: `blast/${id}` }, 1);
    expect([entry?.action, entry?.actorId]).toEqual(['blast.resume', other]);
    expect(entry?.before).toContain('"pauseReason":"canary"');
  });

  it('keeps why it is to stop through an officer’s pause', async () => {
    const { id, at } = await running('pro');
    const before = await findBlast(database.pool, id);
    await recordHaltingCode(database.pool, id, '20003');
    await ask('pro', 'POST', at('pause'), {});
    expect((await ask('pro', 'POST', at('resume'), {})).status).toBe(200);
    expect(await findBlast(database.pool, id)).toMatchObject({
      haltingCode: '20003',
      resumedAt: before?.resumedAt,
    });
  });
});

describe('what an officer may do with unknown ones', () => {
  it('is never to send again what the gateway lists', async () => {
    const { blast } = await draft();
    const again = await ask('nodal', 'POST', `/api/blasts/${blast.id}/unknown`, {
      decision: 'send-again',
    });
    expect(again).toMatchObject({ status: 409, json: { error: 'may-have-arrived' } });
    const sent = await ask('nodal', 'POST', `/api/blasts/${blast.id}/unknown`, {
      decision: 'count-as-sent',
    });
    expect(sent).toMatchObject({ status: 200, json: { settled: 0 } });
  });
});

describe('who may do what', () => {
  it.each<{ officer: Officer | null; method: 'GET' | 'POST'; url: string; status: number }>([
    { officer: null, method: 'GET', url: '/api/blasts', status: 401 },
    { officer: 'zone', method: 'GET', url: '/api/blasts', status: 403 },
    { officer: 'admin', method: 'POST', url: '/api/blasts/1/approve', status: 403 },
    { officer: 'pro', method: 'POST', url: '/api/blasts/1/approve', status: 403 },
    { officer: 'agra', method: 'POST', url: '/api/blasts/1/stop', status: 403 },
    { officer: 'agra', method: 'POST', url: '/api/numbers/look-up', status: 403 },
    { officer: 'agra', method: 'GET', url: '/api/opt-outs', status: 403 },
    { officer: 'admin', method: 'GET', url: '/api/audiences', status: 403 },
    { officer: 'zone', method: 'POST', url: '/api/operator-reports', status: 403 },
  ])('$officer gets $status for $method $url', async ({ officer, method, url, status }) => {
    expect((await ask(officer, method, url, method === 'POST' ? {} : undefined)).status).toBe(
      status,
    );
  });
  it('keeps a district to its own lists, blasts and people', async () => {
    const state = await draft();
    expect((await ask('agra', 'GET', `/api/blasts/${state.blast.id}`)).status).toBe(403);
    expect((await ask('agra', 'GET', `/api/audiences/${state.blast.audienceId}`)).status).toBe(403);
    expect((await ask('agra', 'POST', '/api/blasts', input(state.blast.audienceId))).status).toBe(
      403,
    );
    const own = await draft('agra', { districts: ['lucknow'] });
    expect(own.blast).toMatchObject({ district: 'agra', districts: ['agra'] });
    const seen = (await ask('agra', 'GET', '/api/blasts')).json;
    expect(seen.length).toBeGreaterThan(0);
    expect(
      seen.every(({ blast }: { blast: { district: string } }) => blast.district === 'agra'),
    ).toBe(true);
  });
});

describe('lists and numbers', () => {
  it('takes a list and gives back the rows that it did not take, safe for a spreadsheet', async () => {
    const { status, json } = await upload(
      'pro',
      'mobile,district\n9870099999,आगरा\n=CMD(),agra\n9870099999,Agra\n',
    );
    expect([status, json.members, json.rejects]).toEqual([201, 1, { malformed: 1, duplicate: 1 }]);
    const [taken] = await readAudit(database.pool, { subject: `audience/${json.id}` }, 1);
    expect(JSON.parse(taken?.after ?? '')).toMatchObject({
      name: 'नमूना सूची',
      consentBasis: 'service-user',
      rowsRead: 3,
      members: 1,
    });
    const { raw } = await ask('pro', 'GET', `/api/audiences/${json.id}/rejects.csv`);
    expect(raw.toString()).toBe(
      [
        '\uFEFFfile,row,field,expected,found,reason',
        "list.csv,3,मोबाइल / mobile,10 अंकों का भारतीय मोबाइल नंबर / an Indian mobile number of 10 digits,'=CMD(),malformed",
        'list.csv,4,मोबाइल / mobile,हर नंबर एक बार / each number once,919870099999,duplicate',
        '',
      ].join('\r\n'),
    );
  });
  it.each([
    { label: 'a basis', change: { consentBasis: '' } },
    { label: 'a source', change: { source: ' ' } },
    { label: 'a day until which it is kept', change: { retainUntil: '' } },
    { label: 'a day within a year', change: { retainUntil: '2020-04-13' } },
    { label: 'a day that is not past', change: { retainUntil: '2019-04-11' } },
  ])('takes no list without $label', async ({ change }) => {
    expect((await upload('pro', 'mobile\n9870000001\n', change)).status).toBe(400);
  });
  it('looks one number up, masked and on record, and deletes it', async () => {
    await upload('pro', 'mobile\n9876500099\n');
    const found = await ask('nodal', 'POST', '/api/numbers/look-up', { number: '+91 98765 00099' });
    expect(found.json).toMatchObject({ number: '+91••••••••99', lists: [{ name: 'नमूना सूची' }] });
    expect(JSON.stringify(found.json)).not.toContain('9876500099');
    expect(
      (
        await ask('nodal', 'POST', '/api/numbers/delete', {
          number: '9876500099',
          keepOptOut: false,
        })
      ).json,
    ).toEqual({ held: 1 });
    const log = await readAudit(database.pool, { subject: 'number/+91••••••••99' }, 5);
    expect(log.map(({ action }) => action)).toEqual(['number.delete', 'number.look-up']);
  });
  it('keeps the list of those who said stop, masked', async () => {
    await ask('pro', 'POST', '/api/opt-outs/add', { number: '9876500011' });
    expect((await ask('pro', 'GET', '/api/opt-outs')).json).toMatchObject({
      total: 1,
      entries: [{ number: '+91••••••••11', source: 'officer' }],
    });
    expect(
      (await ask('pro', 'POST', '/api/opt-outs/remove', { number: '9876500011' })).json,
    ).toEqual({ changed: true });
    expect((await ask('pro', 'POST', '/api/opt-outs/add', { number: '12' })).status).toBe(400);
    expect(maskNumber('+919876500011')).toBe('+91••••••••11');
  });
});

describe('templates', () => {
  it('are shown as a phone shows them, measured and checked', async () => {
    const { json } = await ask('pro', 'GET', '/api/templates');
    expect(json.templates[0]).toMatchObject({ measure: { encoding: 'UCS-2', segments: 2 } });
    expect(json.templates[0].preview).toContain('uppolice.gov.in/q/BCDFGH');
    const checked = await ask('pro', 'POST', '/api/templates/check', {
      id: 'new',
      templateId: null,
      category: 'government',
      language: 'hi',
      header: 'UPPOLC',
      text: 'ऐप पाएँ https://bit.ly/abc उत्तर प्रदेश पुलिस',
    });
    expect(checked.json.findings.map(({ rule }: { rule: string }) => rule)).toContain(
      'link-shortener',
    );
  });
});

describe('a service provider', () => {
  // As it will be once the portal has given its ids.
  const templateId = '1107160000000000001';
  beforeAll(() =>
    Object.assign(campaign.messages, {
      registered: true,
      principalEntityId: '1101160000000000001',
      templates: loaded.messages.templates.map((template) => ({ ...template, templateId })),
    }),
  );
  afterAll(() => Object.assign(campaign.messages, loaded.messages));
  const takePack = (id: number) => ask('pro', 'POST', `/api/blasts/${id}/operator-pack.zip`, {});

  /** Approved, to be sent by a service provider. */
  async function handedOver(change: object = {}) {
    const { blast } = await draft('pro', { gateway: 'operator', ...change });
    expect((await ask('pro', 'POST', `/api/blasts/${blast.id}/submit`, {})).status).toBe(200);
    const approval = { revision: blast.revision };
    const { json } = await ask('nodal', 'POST', `/api/blasts/${blast.id}/approve`, approval);
    expect(json.blast.status).toBe('handed-over');
    return json.blast;
  }

  it('gets nothing before the approval, of what goes out from here, or once it is stopped', async () => {
    const { blast } = await draft('pro', { gateway: 'operator' });
    expect((await takePack(blast.id)).json.error).toBe('pack-before-approval');
    expect((await takePack((await draft('pro')).blast.id)).json.error).toBe('sent-here');
    const { id } = await handedOver();
    expect((await takePack(id)).status).toBe(200);
    // Nothing plans or starts it here.
    for (const kind of ['plan', 'start'] as const)
      expect(await applyCommand(database.pool, id, { kind }, { actor: 'service' })).toMatchObject({
        refusal: 'wrong-status',
      });
    expect((await ask('pro', 'POST', `/api/blasts/${id}/stop`, {})).json.blast.status).toBe(
      'stopped',
    );
    const { status, json } = await takePack(id);
    expect([status, json.error]).toEqual([409, 'not-possible']);
    const log = await readAudit(database.pool, { subject: `blast/${id}` }, 9);
    expect(log.map(({ action }) => action)).toEqual([
      'blast.stop',
      'operator-pack.take',
      ...['approve', 'submit', 'draft'].map((verb) => `blast.${verb}`),
    ]);
  });
  it('gets one pack with letter, texts in its forms, ids, the districts of the list, window, volume and cost', async () => {
    const blast = await handedOver({ fromMinute: 600, toMinute: 1260 });
    const { raw } = await takePack(blast.id);
    expect(blast.texts.hi.body).toContain(`uppolice.gov.in/q/${blast.shortCode}`);
    const files = unzipSync(raw);
    expect(Object.keys(files)).toEqual([
      '1-patra-letter.docx',
      '2-sms-hi-unicode.txt',
      '2-sms-hi-utf16be-hex.txt',
      '2-sms-hi-entities.txt',
      '3-dlt-hi.csv',
      '4-districts.csv',
      '5-volume-and-cost.csv',
      '6-delivery-report.csv',
    ]);
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(text('2-sms-hi-unicode.txt')).toContain(blast.texts.hi.body);
    const hex = Buffer.from(text('2-sms-hi-utf16be-hex.txt').trim(), 'hex')
      .swap16()
      .toString('utf16le');
    expect(hex).toBe(blast.texts.hi.body);
    expect(text('4-districts.csv').trim().split('\r\n')).toEqual([
      expect.stringContaining('जनपद'),
      'आगरा,Agra',
    ]);
    expect(text('3-dlt-hi.csv')).toContain(templateId);
    expect(text('5-volume-and-cost.csv')).toContain('from (IST),10:00');
    const letter = strFromU8(
      unzipSync(files['1-patra-letter.docx'] ?? new Uint8Array())['word/document.xml'] ??
        new Uint8Array(),
    );
    expect(letter).toContain('जनपद आगरा के लगभग 3 उपभोक्ताओं');
    expect(letter).toContain('12.04.2019');
  });
  it('gets the script of a call', async () => {
    const blast = await handedOver({ channel: 'ivr', templates: {} });
    const { raw } = await takePack(blast.id);
    expect(strFromU8(unzipSync(raw)['2-call-script-hi.txt'] ?? new Uint8Array())).toContain(
      campaign.messages.call.hi.greeting.text,
    );
  });
  it('reports totals that count once, however often the report is taken', async () => {
    const csv =
      'day,district,channel,sent,delivered\n2019-04-11,आगरा,sms,1000,900\n2019-04-11,lucknow,ivr,50,20\n';
    for (let again = 0; again < 2; again += 1) {
      expect(
        (await ask('pro', 'POST', '/api/operator-reports', { operator: 'BSNL', csv })).json,
      ).toEqual({ rows: 2 });
    }
    const sms = { sent: 1000, delivered: 900 };
    const ivr = { sent: 50, delivered: 20 };
    const none = { sent: 0, delivered: 0 };
    expect((await ask('pro', 'GET', '/api/operator-reports')).json).toEqual({
      sample: false,
      total: { sms, ivr },
      byOperator: [{ key: 'BSNL', sms, ivr, recordedAt: expect.any(String) }],
      byDay: [{ key: '2019-04-11', sms, ivr }],
      byDistrict: [
        { key: 'agra', sms, ivr: none },
        { key: 'lucknow', sms: none, ivr },
      ],
    });
    const log = await readAudit(database.pool, { subject: 'operator-report/BSNL' }, 5);
    expect(log.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
      { rows: 2, sent: 1050, delivered: 920 },
      { rows: 2, sent: 1050, delivered: 920 },
    ]);
  });
  const head = 'day,district,channel,sent,delivered\n';
  it.each([
    { label: 'other columns', csv: 'number,status\n9876543210,ok\n', row: 1, column: '' },
    {
      label: 'a phone number',
      csv: `${head}2019-04-11,agra,sms,9876543210,1\n`,
      row: 2,
      column: 'sent',
    },
    {
      label: 'more delivered than sent',
      csv: `${head}2019-04-11,agra,sms,1,2\n`,
      row: 2,
      column: 'delivered',
    },
    { label: 'no such day', csv: `${head}2019-02-30,agra,sms,1,1\n`, row: 2, column: 'day' },
    {
      label: 'no such district',
      csv: `${head}2019-04-11,=CMD(),sms,1,1\n`,
      row: 2,
      column: 'district',
    },
    {
      label: 'a row twice',
      csv: `${head}2019-04-11,agra,sms,1,1\n2019-04-11,Agra,sms,1,1\n`,
      row: 3,
      column: 'district',
    },
    { label: 'nothing', csv: head, row: 1, column: '' },
  ])('is refused a report with $label, with its place', async ({ csv, row, column }) => {
    const { status, json } = await ask('pro', 'POST', '/api/operator-reports', {
      operator: 'Other',
      csv,
    });
    expect([status, json.error, json.faultCount]).toEqual([400, 'wrong-report', 1]);
    expect(json.faults).toEqual([
      { row, column, value: expect.any(String), hi: expect.any(String), en: expect.any(String) },
    ]);
    const { byOperator } = (await ask('pro', 'GET', '/api/operator-reports')).json;
    expect(byOperator.map(({ key }: { key: string }) => key)).toEqual(['BSNL']);
  });
});
