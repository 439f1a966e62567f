import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { deleteUnfinishedLists } from '../../../../messaging/phone/audiences/retention-sql.ts';
import { audienceRoutes } from '../../../../messaging/phone/audiences/routes.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import {
  openUploadRoom,
  type UploadRoom,
} from '../../../../messaging/platform/http/upload-room-fs.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { folderForTest, openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';

const edge = 'edge-of-a-part';
const type = `multipart/form-data; boundary=${edge}`;
const part = (disposition: string, content: string) =>
  `--${edge}\r\ncontent-disposition: form-data${disposition}\r\n\r\n${content}\r\n`;
const file = (content: string, name = 'file') =>
  part(`; name="${name}"; filename="a.csv"`, content);
const end = `--${edge}--\r\n`;
const good = 'mobile\n9876543210\n';

const officers: Record<string, Actor> = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [
    `pro${n}`,
    { id: `pro${n}`, name: 'PRO', role: 'pro-dgp' },
  ]),
);
const logged: string[] = [];
const folder = openFolder('uploads-');
const uploads = join(folder, 'uploads');
let database: Database;
let room: UploadRoom;
let app: FastifyInstance;
let port = 0;

beforeAll(async () => {
  const directory = loadBaseDirectory();
  const { districts } = directory;
  database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  room = openUploadRoom({ dataDir: folder, limits: { most: 11, mostPerClient: 3 } });
  const forms = audienceRoutes({
    database,
    directory,
    uploads: room,
    decoders,
    state: loadCampaign('up-cop').areas.state,
    today: () => '2019-04-12',
  });
  app = await createModuleServer({
    modules: [{ name: 'audiences', forms }],
    officers,
    districts,
    bodyTimes: { stillMs: 1500, wholeMs: 2000, afterMs: 750 },
    log: createLog('debug', { write: (line) => void logged.push(line) }),
  });
  await app.listen({ port: 0 });
  port = (app.server.address() as AddressInfo).port;
  return async () => {
    await app.close();
    await room.close();
    await database.close();
  };
});

const particulars = new URLSearchParams({
  name: 'List',
  consentBasis: 'service-user',
  source: 'invented',
  retainUntil: '2019-12-31',
});
const url = `/api/audiences?${particulars}`;
const send = (payload: string | Buffer, contentType = type) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': contentType, 'x-who': 'pro0' },
    payload,
  });

test('what others left among the rooms stops neither opening nor clearing', async () => {
  const dataDir = folderForTest('rooms-');
  writeFileSync(join(dataDir, 'uploads'), 'a file');
  mkdirSync(join(dataDir, 'uploads-3'));
  writeFileSync(join(dataDir, 'uploads-3', 'left'), 'of a process that died');
  writeFileSync(join(dataDir, 'uploads-2.lock'), 'not a lock');
  const troubles: Error[] = [];
  const own = openUploadRoom({ dataDir, onTrouble: (error) => troubles.push(error) });
  await expect.poll(() => readdirSync(join(dataDir, 'uploads-3'))).toEqual([]);
  await own.close();
  expect(troubles).toEqual([]);
});

describe('a form', () => {
  test.each([
    {
      label: 'with a part without headers',
      form: `--${edge}\r\n\r\nx\r\n${end}`,
      error: 'no-file',
    },
    { label: 'with a field without a name', form: part('', 'x') + file(good) + end },
    { label: 'with a file without a name', form: part('; filename="a.csv"', good) + end },
    { label: 'with an empty name', form: file(good, '') + end },
    { label: 'with the name of a prototype', form: file(good, '__proto__') + end },
    { label: 'with a field twice', form: part('; name="x"', '1').repeat(2) + file(good) + end },
    {
      label: 'with a field named as the file',
      form: part('; name="file"', '1') + file(good) + end,
    },
    {
      label: 'of another boundary',
      form: file(good).replaceAll(edge, 'other') + end,
      error: 'no-file',
    },
    { label: 'that ends inside its file', form: file(good).slice(0, -6) },
    { label: 'that ends inside a heading', form: file(good).slice(0, 40) },
    { label: 'without an end', form: file(good) },
    {
      label: 'with text where the file is wanted',
      form: part('; name="file"', good) + end,
      error: 'no-file',
    },
    { label: 'without a part', form: end, error: 'no-file' },
    { label: 'that is empty', form: '', error: 'no-file' },
    {
      label: 'with two files',
      form: file(good) + file(good, 'other') + end,
      error: 'too-many-parts',
      status: 413,
    },
    {
      label: 'with too many fields',
      form:
        Array.from({ length: 30 }, (_, n) => part(`; name="f${n}"`, '1')).join('') +
        file(good) +
        end,
      error: 'too-many-parts',
      status: 413,
    },
    {
      label: 'with a broken quote',
      form: file('mobile\n"9876543210\n') + end,
      error: 'unreadable-list',
    },
    {
      label: 'with text behind a quote',
      form: file('mobile\n"98765"43210\n') + end,
      error: 'unreadable-list',
    },
  ])('$label is refused in words', async ({ form, error = 'wrong-form', status = 400 }) => {
    const answer = await send(form);
    const json = answer.json();
    expect([answer.statusCode, json.error, typeof json.hi, typeof json.en]).toEqual([
      status,
      error,
      'string',
      'string',
    ]);
    expect(readdirSync(uploads)).toEqual([]);
    expect((await database.pool.query('SELECT FROM audience')).rowCount).toBe(0);
  });

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
  ])('of type %s is refused in words', async (contentType) => {
    const answer = await send(file(good) + end, contentType);
    expect([answer.statusCode, typeof answer.json().hi]).toEqual([400, 'string']);
  });

  test('with a broken quote is refused with file, row, column, what was expected and what stands there', async () => {
    const answer = await send(file('mobile,district\n9876543210,agra\n9876543211,"ag"ra\n') + end);
    expect(answer.json()).toMatchObject({
      error: 'unreadable-list',
      file: 'a.csv',
      row: 3,
      column: 2,
      expected: { en: expect.stringContaining('quote'), hi: expect.stringContaining('उद्धरण चिह्न') },
      found: '""ag"r"',
      hi: expect.stringContaining('पंक्ति 3, स्तंभ 2'),
      en: expect.stringContaining('row 3, column 2'),
    });
  });
});

/** An upload over a line of its own that sends its head and then waits. */
function slowUpload(who: string): { sent: ClientRequest; answer: Promise<[number, string]> } {
  const sent = open({
    port,
    path: url,
    method: 'POST',
    headers: { 'content-type': type, 'x-who': who },
  });
  const answer = new Promise<[number, string]>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response: IncomingMessage) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
  });
  sent.write(file(good).slice(0, -2));
  return { sent, answer };
}
const accounts = Object.keys(officers);

describe('the words of a form', () => {
  test('are kept without characters that nobody sees', async () => {
    const form = file(good).replace('a.csv', 'a\u202egpj\u200b.csv').replace('mobile', 'mobil');
    expect((await send(Buffer.from(form + end))).body).not.toMatch(/[\u202e\u200b]/);
    const words = part('; name="reason"', 'ab\u202ec') + file(good) + end;
    expect((await send(Buffer.from(words))).json()).toMatchObject({
      error: 'ill-formed-text',
      place: 'reason',
    });
  });

  test('in an address name the field that holds one', async () => {
    const query = new URLSearchParams({ ...Object.fromEntries(particulars), name: 'a\r\nb' });
    const answer = await app.inject({
      method: 'POST',
      url: `/api/audiences?${query}`,
      headers: { 'content-type': type, 'x-who': 'pro0' },
      payload: file(good) + end,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'ill-formed-text', place: 'querystring.name' });
  });
});

describe('slow uploads', () => {
  test('hold no connection: the console goes on while ten of them wait', async () => {
    const slow = accounts.slice(0, 10).map(slowUpload);
    await expect.poll(() => readdirSync(uploads).length).toBe(10);
    expect(statSync(uploads).mode & 0o777).toBe(0o700);
    expect([database.pool.idleCount, database.uploads.totalCount]).toEqual([
      database.pool.totalCount,
      0,
    ]);
    const read = await app.inject({ url: '/api/audiences', headers: { 'x-who': 'pro0' } });
    expect(read.statusCode).toBe(200);
    expect(readdirSync(uploads)).toHaveLength(10);
    for (const { sent } of slow) sent.end(`\r\n${end}`);
    const answers = await Promise.all(slow.map(({ answer }) => answer));
    expect(answers.map(([status]) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(readdirSync(uploads)).toEqual([]);
  });

  test('of one account are three at a time, and of all accounts a bounded number', async () => {
    const slow = ['pro0', 'pro0', 'pro0', ...accounts.slice(1, 9)].map(slowUpload);
    await expect.poll(() => readdirSync(uploads)).toHaveLength(slow.length);
    for (const who of ['pro0', 'pro11']) {
      const [status, text] = await slowUpload(who).answer;
      expect([status, JSON.parse(text).error]).toEqual([429, 'too-many-uploads']);
    }
    for (const { sent, answer } of slow) {
      answer.catch(() => {});
      sent.destroy();
    }
    await expect.poll(() => readdirSync(uploads)).toEqual([]);
    expect((await send(file(good) + end)).statusCode).toBe(201);
  });

  test('may take as long as they like while something arrives', async () => {
    const { sent, answer } = slowUpload('pro0');
    for (let n = 0; n < 12; n += 1) {
      await wait(200);
      sent.write(`\n98765000${10 + n}`);
    }
    sent.end(`\r\n${end}`);
    const [status, text] = await answer;
    expect([status, JSON.parse(text).rowsRead]).toEqual([201, 13]);
  });

  test('end with 408 in words where nothing arrives', async () => {
    const [status, text] = await slowUpload('pro0').answer;
    const { error, hi } = JSON.parse(text);
    expect([status, error, typeof hi]).toEqual([408, 'too-slow', 'string']);
    await expect.poll(() => readdirSync(uploads)).toEqual([]);
  });

  test('end with the connection that they came on', async () => {
    const { sent, answer } = slowUpload('pro0');
    answer.catch(() => {});
    await expect.poll(() => readdirSync(uploads)).toHaveLength(1);
    logged.length = 0;
    sent.destroy();
    await expect.poll(() => readdirSync(uploads)).toEqual([]);
    // Its sender left it: the database has nothing to do with that.
    await expect.poll(() => logged.join('')).toContain('broken off by its sender');
    expect(logged.join('')).not.toMatch(/no database|"level":[45]0/);
  });

  test('whose sender leaves in the middle of a text are no trouble of the database either', async () => {
    logged.length = 0;
    const socket = connect(port);
    socket.on('error', () => {});
    socket.write(
      'POST /api/audiences HTTP/1.1\r\nhost: x\r\nx-who: pro0\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
      () => socket.resetAndDestroy(),
    );
    await expect.poll(() => logged.join('')).toContain('broken off by its sender');
    expect(logged.join('')).not.toMatch(/no database|"level":[45]0/);
  });

  test('leave the time for headers as it is', () => {
    const { headersTimeout, requestTimeout } = app.server;
    expect({ headersTimeout, requestTimeout }).toEqual({
      headersTimeout: 30_000,
      requestTimeout: 0,
    });
  });

  test('what is no file has a bounded time, however steadily it drips', async () => {
    const socket = connect(port);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.write(
      'POST /api/audiences HTTP/1.1\r\nhost: x\r\nx-who: pro0\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
    );
    const dripping = setInterval(() => socket.write(' '), 100);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dripping);
    expect(text).toMatch(/^HTTP\/1.1 408/);
  });
});

describe('what an earlier process left', () => {
  test('of files is deleted at the start', async () => {
    const dataDir = folderForTest('left-');
    const first = openUploadRoom({ dataDir });
    await first.close();
    const left = join(dataDir, 'uploads', randomBytes(4).toString('hex'));
    writeFileSync(left, 'x');
    const next = openUploadRoom({ dataDir });
    await expect.poll(() => existsSync(left)).toBe(false);
    await next.close();
  });

  test('of files is deleted where its process is no more; one that lives keeps its own', async () => {
    const dataDir = folderForTest('left-');
    const first = openUploadRoom({ dataDir });
    const second = openUploadRoom({ dataDir });
    const [own, others] = ['uploads', 'uploads-2'].map((name) => join(dataDir, name, 'x'));
    writeFileSync(others ?? '', 'under way');
    await first.clear();
    expect(existsSync(others ?? '')).toBe(true);
    await second.close();
    writeFileSync(own ?? '', 'left');
    await first.clear();
    expect([own, others].map((path) => existsSync(path ?? ''))).toEqual([false, false]);
    await first.close();
  });

  test('of rows is deleted, and lists that are ready or young stay', async () => {
    const { pool } = database;
    await pool.query('TRUNCATE audience CASCADE');
    await pool.query(
      `INSERT INTO audience (name, consent_basis, source, retain_until, created_by, upload_seen_at, ready_at)
       VALUES ('half', 'service-user', 's', '2099-01-01', 'p', now() - interval '16 minutes', NULL),
         ('young', 'service-user', 's', '2099-01-01', 'p', now(), NULL),
         ('ready', 'service-user', 's', '2099-01-01', 'p', now() - interval '2 days', now())`,
    );
    await pool.query(
      `INSERT INTO audience_upload (audience_id, row_number, msisdn)
       SELECT id, 1, 919876543210 FROM audience UNION SELECT 0, 1, 919876543210`,
    );
    await deleteUnfinishedLists(pool);
    const names = await pool.query('SELECT name FROM audience ORDER BY id');
    expect(names.rows.map(({ name }) => name)).toEqual(['young', 'ready']);
    const kept = await pool.query(
      'SELECT name FROM audience_upload JOIN audience ON id = audience_id',
    );
    expect(kept.rows.map(({ name }) => name)).toEqual(['young']);
  });
});
