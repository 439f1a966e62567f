import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { codeSupply } from '../../../../campaigns/links/code-shares.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { listBlocks } from '../../../../campaigns/links/serials.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { closings } from '../../../../messaging/modules.ts';
import { createHeldActs } from '../../../../messaging/people/held-acts/held-acts.ts';
import { heldActRoutes } from '../../../../messaging/people/held-acts/routes.ts';
import { audienceRoutes } from '../../../../messaging/phone/audiences/routes.ts';
import { applyCommand } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { openBlasts } from '../../../../messaging/phone/blasts/module.ts';
import type { BlastCommand } from '../../../../messaging/phone/blasts/state.ts';
import { openCallbacks } from '../../../../messaging/phone/callbacks/module.ts';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { openGatewayModule } from '../../../../messaging/phone/gateways/module.ts';
import { numberListRoutes } from '../../../../messaging/phone/numbers/list-routes.ts';
import { numberRoutes } from '../../../../messaging/phone/numbers/routes.ts';
import { operatorRoutes } from '../../../../messaging/phone/telecom-operators/routes.ts';
import { openTestNumbers } from '../../../../messaging/phone/test-numbers/routes.ts';
import { openVoice } from '../../../../messaging/phone/voice/module.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import type { Module } from '../../../../messaging/platform/http/module.ts';
import { openUploadRoom } from '../../../../messaging/platform/http/upload-room-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { borrow } from '../../../servers/borrow.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { toMultipart } from '../multipart.ts';
import { stopTokens } from '../sending/worker-fixture.ts';
import { blastInput } from './blast-input.ts';

const officers = {
  pro: { id: 'pro', name: 'PRO to DGP', role: 'pro-dgp' },
  nodal: { id: 'nodal', name: 'Nodal officer', role: 'hq' },
  nodal2: { id: 'nodal2', name: 'Second officer', role: 'hq' },
  agra: { id: 'agra-pro', name: 'PRO Agra', role: 'district', district: 'agra' },
  zone: { id: 'zone', name: 'ADG', role: 'zone', zone: 'agra' },
  admin: { id: 'admin', name: 'Accounts', role: 'admin' },
} as const;
export type Officer = keyof typeof officers;

const dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
/** Where files of the kit would lie. */
export const printDir = join(dataDir, 'print');
export const loaded = loadCampaign('up-cop');
/** Its messages may be changed by a test that puts them back. */
export const campaign = { ...loaded, messages: { ...loaded.messages } };
export const directory = loadDirectory();
export let database: Database;
export let emulator: Emulator;
let modules: Module[];
let app: FastifyInstance;

/** The service at which officers draft, approve and run blasts; nothing is sent by itself. */
export function openDesk(): void {
  beforeAll(openService);
  afterAll(closeService);
}

async function openService(): Promise<void> {
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
  const clock = createClock(() => '2019-04-12');
  const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
  const house = makeHouse({
    config,
    database,
    campaign,
    districts,
    directory,
    codes: codeSupply(listBlocks(1), districts.length),
    clock,
    registry: () => registry,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    uploads,
    decoders,
  });
  const opened = await openGatewayModule(house);
  const { gateways, voice, callbackTokens, exotel } = opened;
  const heldActs = createHeldActs(house);
  const shared = { ...house, heldActs, gateways, stopTokens, today: clock.today };
  modules = [
    { name: 'held acts', api: heldActRoutes(heldActs) },
    { name: 'uploads', close: uploads.close },
    opened,
    { name: 'numbers', api: numberRoutes(shared), forms: numberListRoutes(shared) },
    { name: 'audiences', forms: audienceRoutes({ ...shared, state: campaign.areas.state }) },
    openTestNumbers(shared),
    openBlasts(shared),
    { name: 'telecom operators', api: operatorRoutes(shared) },
    await openCallbacks({ ...house, ...opened }),
    openVoice({
      ...house,
      gateway: voice,
      callbackTokens,
      exotel,
      prompts: { prompt: () => undefined, call: () => undefined },
    }),
  ];
  app = await createModuleServer({ modules, officers, districts });
}

async function closeService(): Promise<void> {
  await app.close();
  for (const [, close] of closings(modules)) await close();
  await emulator.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

export async function ask(
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

type Template = (typeof campaign.messages.templates)[number];

/** Until the test ends the campaign has one more template, like its first but for what is given. */
export function addTemplate(change: Partial<Template>): void {
  const { templates } = campaign.messages;
  campaign.messages.templates = [...templates, { ...templates[0], ...change } as Template];
  onTestFinished(() => {
    campaign.messages.templates = templates;
  });
}

export const setConsent = (audienceId: number, basis: 'explicit-consent' | 'public-duty') =>
  database.pool.query('UPDATE audience SET consent_basis = $2 WHERE id = $1', [audienceId, basis]);

/** What officers do with blasts: propose one, edit and see it, and take it a step on (submit, approve, pause …). */
export const propose = (officer: Officer, body: object) =>
  ask(officer, 'POST', '/api/blasts', body);
export const edit = (officer: Officer, id: number, body: object) =>
  ask(officer, 'PUT', `/api/blasts/${id}`, body);
export const see = (officer: Officer, id: number) => ask(officer, 'GET', `/api/blasts/${id}`);
export const step = (officer: Officer, verb: string, id: number, body: object = {}) =>
  ask(officer, 'POST', `/api/blasts/${id}/${verb}`, body);
/** Lets a paused blast go on as its page does. */
export const goOn = async (officer: Officer, id: number) =>
  step(officer, 'resume', id, { seen: (await see(officer, id)).json.pause });

/** The latest entries of the audit log about a blast. */
export const readLog = (id: number, count: number) =>
  readAudit(database.pool, { subject: `blast/${id}` }, count);

/** What the service does with a blast by itself. */
export const serve = (id: number, command: BlastCommand) =>
  applyCommand(database.pool, id, command, { actor: 'service' });

export async function upload(officer: Officer, text: string, change: Record<string, string> = {}) {
  const query = new URLSearchParams({
    name: 'नमूना सूची',
    consentBasis: 'service-user',
    source: 'invented',
    // 366 days from the day of these tests.
    retainUntil: '2020-04-12',
    ...change,
  });
  const { headers, payload } = toMultipart(text);
  const response = await app.inject({
    method: 'POST',
    url: `/api/audiences?${query}`,
    headers: { 'x-who': officer, ...headers },
    payload,
  });
  return { status: response.statusCode, json: response.json() };
}

export let nextNumber = 9_870_000_000;
export async function audience(officer: Officer = 'pro', size = 3): Promise<number> {
  const numbers = Array.from({ length: size }, (_, index) => nextNumber + index);
  nextNumber += size;
  const { status, json } = await upload(
    officer,
    `mobile,district\n${numbers.map((n) => `${n},agra`).join('\n')}\n`,
  );
  expect(status).toBe(201);
  return json.id;
}
export const input = (audienceId: number, change: object = {}) =>
  blastInput(audienceId, { name: 'अप्रैल प्रचार', ...change });
export async function draft(officer: Officer = 'pro', change: object = {}) {
  const { status, json } = await propose(officer, input(await audience(officer), change));
  expect(status).toBe(201);
  return json;
}
/** Submitted, and approved by another officer than its drafter. */
export async function approved(officer: Officer = 'pro', change: object = {}) {
  const { blast } = await draft(officer, change);
  expect((await step(officer, 'submit', blast.id)).status).toBe(200);
  const other = officer === 'nodal' ? 'nodal2' : 'nodal';
  const { status, json } = await step(other, 'approve', blast.id, { revision: blast.revision });
  expect(status).toBe(200);
  return json.blast;
}
