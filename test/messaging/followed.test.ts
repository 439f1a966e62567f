import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadConfig } from '../../messaging/config.ts';
import { startEmulator } from '../../messaging/phone/gateways/emulator.ts';
import { openGateways } from '../../messaging/phone/gateways/open-gateways.ts';
import { openSending } from '../../messaging/phone/sending/module.ts';
import { readAudit, writeAudit } from '../../messaging/platform/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../messaging/platform/database/database.ts';
import { createLog } from '../../messaging/platform/process/log.ts';
import { emulatorToken } from '../../messaging/platform/process/secret-fs.ts';
import { openFolder } from '../folders.ts';
import { borrow } from '../servers/borrow.ts';
import { createTestConsole, type Officer, type TestConsole } from './fixtures/console.ts';
import { freePort } from './fixtures/postgres.ts';
import { phone, scanPaths } from './fixtures/scans.ts';
import { insertAudience } from './phone/blasts/blast-fixture.ts';
import { blastInput } from './phone/blasts/blast-input.ts';
import { stopTokens, until } from './phone/sending/worker-fixture.ts';

type Line = Readonly<Record<string, unknown>> & { msg: string };

/** Keeps what a process logs. */
function keepLog(level: string) {
  const stream = new PassThrough();
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  const lines = (): Line[] =>
    text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { log: createLog(level, stream), lines };
}

/** As `grep` finds them: by the letters of the line. */
const grep = (lines: readonly Line[], letters: string) =>
  lines.filter((line) => JSON.stringify(line).includes(letters));

const folder = openFolder('followed-');
const closers: (() => unknown)[] = [];
const service = keepLog('debug');
const worker = keepLog('debug');
let database: Database;
let console_: TestConsole;
let pro: Officer;
let hq: Officer;

beforeAll(async () => {
  database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  closers.push(database.close);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  console_ = await createTestConsole(database, { publicUrl, log: service.log });
  closers.push(console_.close);
  await console_.app.listen({ port, host: '127.0.0.1' });
  [pro, hq] = await Promise.all([console_.officer('pro-dgp'), console_.officer('hq')]);
  const token = emulatorToken(console_.dataDir, undefined);
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: token };
  const emulator = await startEmulator({ ...account, port: 0, behaviour: { latencyMs: 1 } });
  closers.push(emulator.close);
  const { gateways: settings } = loadConfig({ EMULATOR_URL: emulator.url });
  const { gateways, close } = openGateways({
    settings,
    emulatorToken: token,
    exotelToken: () => '',
    publicUrl,
  });
  closers.push(close);
  const sending = openSending({
    pool: database.pool,
    redisUrl: await borrow('redis'),
    spoolDir: join(folder, 'spool'),
    gateways,
    settings,
    principalEntityId: null,
    call: loadCampaign('up-cop').messages.call,
    stopTokens,
    // Noon: whatever the hour is, a message may be sent.
    now: () => new Date('2019-04-12T06:30:00Z'),
    log: worker.log,
    audit: writeAudit,
  });
  closers.push(sending.close);
});
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

test('one message is followed by its blast and its own id through service, queue, worker, gateway and callback', async () => {
  const audienceId = await insertAudience(database.pool, 3);
  const drafted = await pro.post(
    '/api/blasts',
    blastInput(audienceId, { canarySize: 0, capMessages: null }),
  );
  const { id } = drafted.json().blast as { id: number };
  await pro.post(`/api/blasts/${id}/submit`);
  const approved = await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
  expect(approved.statusCode, approved.body).toBe(200);
  await until('the receipts', async () => {
    const stored = grep(service.lines(), `"blast":${id},`).filter(
      ({ status }) => status === 'delivered',
    );
    return stored.length === 3;
  });
  await until('the end', async () => {
    const [end] = grep(worker.lines(), `"blast":${id},"command":"finish"`);
    return end !== undefined;
  });

  const ofBlast = (lines: readonly Line[]) =>
    grep(lines, `"blast":${id},`).map(({ msg, command }) =>
      [msg, command].filter(Boolean).join(' '),
    );
  expect(new Set(ofBlast(service.lines()))).toEqual(
    new Set(['blast submit', 'blast approve', 'receipt in the ledger']),
  );
  expect(new Set(ofBlast(worker.lines()))).toEqual(
    new Set([
      ...['blast plan', 'blast start', 'a chunk of the blast'],
      ...['handed to the gateway', 'answer of the gateway', 'blast finish'],
    ]),
  );

  // The line of the approval has the request's id, and so has the audit log.
  const [approval] = grep(service.lines(), `"blast":${id},"command":"approve"`);
  const entries = await readAudit(database.pool, { subject: `blast/${id}` }, 10);
  const entry = entries.find(({ action }) => action === 'blast.approve');
  expect(entry?.requestId).toBe(approval?.['reqId']);

  const handed = grep(worker.lines(), `"blast":${id},`).filter(
    ({ message, providerId }) => message !== undefined && providerId === undefined,
  );
  expect(handed).toHaveLength(3);
  expect(new Set(handed.map(({ job }) => typeof job))).toEqual(new Set(['string']));
  for (const { message, job } of handed) {
    const letters = `"message":"${message}"`;
    expect(grep(worker.lines(), letters)).toMatchObject([
      { msg: 'handed to the gateway', blast: id, job },
      { msg: 'answer of the gateway', blast: id, job, status: 'accepted' },
    ]);
    const received = grep(service.lines(), letters).filter(({ status }) => status === 'delivered');
    expect(received).toMatchObject([
      { msg: 'receipt', reqId: expect.stringMatching(/^[a-z]{10}-\w+$/), stored: true },
      { msg: 'receipt in the ledger', blast: id },
    ]);
  }
});

test('one scan is followed from its request through the spool into its row', async () => {
  const answer = await console_.app.inject({
    url: scanPaths(1)[0] ?? '',
    headers: { 'user-agent': phone.android },
    remoteAddress: '203.0.113.9',
  });
  expect(answer.statusCode).toBe(302);
  await until('the row', async () => grep(service.lines(), 'scan in the database').length === 1);
  const [answered] = grep(service.lines(), 'scan answered');
  const lines = grep(service.lines(), `"scan":"${answered?.['scan']}"`);
  expect(lines).toMatchObject([
    { msg: 'scan answered', stored: true, reqId: expect.any(String) },
    { msg: 'scan in the database', row: expect.stringMatching(/^\d+$/) },
  ]);
  const { rows } = await database.pool.query('SELECT id::text, code FROM scan');
  expect(rows).toEqual([{ id: lines[1]?.['row'], code: answered?.['code'] }]);
  // Who scanned is in neither.
  expect(JSON.stringify(lines)).not.toMatch(/203\.0\.113|Android/);
});

test('at `info` neither a message nor a scan writes a line', () => {
  const debug = 20;
  const single = [...service.lines(), ...worker.lines()].filter(
    (line) => 'message' in line || 'scan' in line,
  );
  expect(single.length).toBeGreaterThan(0);
  expect(new Set(single.map(({ level }) => level))).toEqual(new Set([debug]));
});

test('the fields that the handbook names are in the lines', () => {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'operate.md');
  const [, section = ''] = readFileSync(path, 'utf8').split(/^## Logs$/m);
  const [table = ''] = section.split('\n\nAt `info`');
  const named = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );
  const seen = new Set([...service.lines(), ...worker.lines()].flatMap(Object.keys));
  // Nothing failed, and no letter was written.
  expect(named.filter((name) => !seen.has(name))).toEqual(['err', 'letter']);
  expect(named).toEqual(
    expect.arrayContaining(['reqId', 'blast', 'message', 'scan', 'providerId']),
  );
});

test('two processes never give the same id to a request', async () => {
  const ids = new Set(service.lines().flatMap(({ reqId }) => reqId ?? []));
  const other = keepLog('debug');
  const second = await createTestConsole(database, { log: other.log });
  await second.app.inject('/healthz');
  await second.app.inject('/api/me');
  await second.close();
  const others = other.lines().flatMap(({ reqId }) => reqId ?? []);
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((id) => ids.has(id))).toEqual([]);
});
