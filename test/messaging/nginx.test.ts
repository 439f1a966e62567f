import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerCallbacks } from '../../messaging/callbacks/routes.ts';
import { answerHeaders, strictTransport } from '../../messaging/http/headers.ts';
import { shareOnlyPrint } from '../../messaging/process/data-dir-fs.ts';
import { openSpool, type Spool } from '../../messaging/spool/spool.ts';
import { deployFolder as deploy, startNginx, type TestNginx } from './fixtures/nginx.ts';
import { freePort } from './fixtures/postgres.ts';
import { phone, scanPaths } from './fixtures/service.ts';
import { createTestServer, type TestServer } from './fixtures/test-server.ts';

const callbackToken = 'training-token';
const callbackFolder = mkdtempSync(join(tmpdir(), 'nginx-callbacks-'));
let server: TestServer;
let callbacks: Spool;
const running: TestNginx[] = [];
let url: string;
/** The same with room for few requests. */
let narrowUrl: string;

beforeAll(async () => {
  callbacks = await openSpool({ folder: callbackFolder });
  const spool = callbacks;
  server = await createTestServer({
    more: [
      {
        name: 'callbacks',
        register: ({ direct }) =>
          registerCallbacks(direct, {
            callbackTokens: [callbackToken],
            publicUrl: 'http://localhost:8080',
            spool,
            // Receipts go to the spool alone; only replies ask the database.
            pool: undefined as unknown as Pool,
          }),
        close: spool.close,
      },
    ],
    prepare({ siteDir, printDir, folder }) {
      mkdirSync(join(siteDir, '_astro'));
      writeFileSync(
        join(siteDir, 'index.html'),
        `<!doctype html>${'घर बैठे पुलिस सेवाएँ '.repeat(200)}`,
      );
      writeFileSync(join(siteDir, '_astro', 'page.abc.css'), 'p{margin:0}');
      mkdirSync(join(printDir, 'agra'));
      writeFileSync(join(printDir, 'agra', 'board.pdf'), '%PDF-1.6 0123456789');
      writeFileSync(join(printDir, 'agra', '.board.pdf.part'), 'half');
      mkdirSync(join(printDir, 'vehicle'));
      writeFileSync(join(printDir, 'vehicle', 'shelf.json'), '{}');
      mkdirSync(join(folder, 'photos'), { mode: 0o755 });
      writeFileSync(join(folder, 'photos', 'board.jpg'), 'a photo', { mode: 0o644 });
    },
  });
  // The state folder as the unit has it made, and what the service does about the rest.
  const unit = readFileSync(join(deploy, 'up-cop-outreach.service'), 'utf8');
  chmodSync(server.folder, Number.parseInt(/^StateDirectoryMode=(\d+)$/m.exec(unit)?.[1] ?? '', 8));
  shareOnlyPrint(server.folder, (error) => {
    throw error;
  });
  // Not part of the state folder in an installation.
  chmodSync(server.siteDir, 0o755);
  const servicePort = await freePort();
  await server.app.listen({ port: servicePort, host: '127.0.0.1' });
  const start = async (name: string, change?: (text: string) => string) => {
    const { siteDir, printDir } = server;
    const folder = join(server.folder, name);
    const nginx = await startNginx({ folder, siteDir, printDir, ports: [servicePort], change });
    running.push(nginx);
    return nginx.url;
  };
  url = await start('wide');
  narrowUrl = await start('narrow', (text) =>
    text
      .replaceAll('burst=1000 nodelay', 'burst=2 nodelay')
      .replace('rate=200r/s', 'rate=1r/m')
      .replace(
        'limit_req_zone',
        'set_real_ip_from 127.0.0.1; real_ip_header x-test-address; limit_req_zone',
      ),
  );
});
afterAll(async () => {
  for (const nginx of running) await nginx.stop();
  await server.close();
  await callbacks.close();
  rmSync(callbackFolder, { recursive: true });
});

test('a scan goes through, with the address that nginx saw, and leaves no line in the log', async () => {
  const [path] = scanPaths(1);
  const answer = await fetch(`${url}${path}`, {
    redirect: 'manual',
    headers: { 'user-agent': phone.android, 'x-forwarded-for': '203.0.113.9' },
  });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toContain('https://play.google.com/');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await server.scans()).toHaveLength(1);
  expect(readFileSync(join(server.folder, 'wide', 'up-cop-outreach.log'), 'utf8')).not.toMatch(
    /\/q\//i,
  );
});

test('the plain port answers printed links itself and sends the rest to https', async () => {
  const socketPath = join(server.folder, 'wide', 'plain.sock');
  const get = (path = '') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request({
        socketPath,
        path,
        headers: { host: 'outreach', connection: 'close' },
      });
      asking
        .once('error', reject)
        .once('response', (answer) => resolve(answer.resume()))
        .end();
    });
  expect((await get(scanPaths(1)[0])).statusCode).toBe(302);
  const other = await get('/board/');
  expect([other.statusCode, other.headers.location]).toEqual([308, 'https://outreach/board/']);
});

test('print files come from the disk: ranges, revalidation, no listing, no unfinished file', async () => {
  const part = await fetch(`${url}/files/agra/board.pdf`, { headers: { range: 'bytes=5-7' } });
  expect([part.status, await part.text()]).toEqual([206, '1.6']);
  expect(part.headers.get('content-type')).toBe('application/pdf');
  const again = await fetch(`${url}/files/agra/board.pdf`, {
    headers: { 'if-none-match': part.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect((await fetch(`${url}/files/agra/`)).status).toBe(403);
  expect((await fetch(`${url}/files/agra/.board.pdf.part`)).status).toBe(404);
  // Names vehicles by their registration.
  expect((await fetch(`${url}/files/vehicle/shelf.json`)).status).toBe(404);
});

test('a print file that is not there yet, and a ZIP, are asked of the service', async () => {
  const answer = await fetch(`${url}/files/agra/agra.zip`);
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'not-found' }]);
});

const html = { accept: 'text/html' };
test.each([
  ['a print file', '/files/agra/board.pdf', 'file', {}],
  ['a hashed file', '/_astro/page.abc.css', 'hashed', {}],
  ['a scan', scanPaths(1)[0] ?? '', 'scan', {}],
  ['an unknown code', '/q/ZZZZZZ', 'lost-page', {}],
  ['the site', '/', 'site', {}],
  ['an unknown address', '/nothing', 'lost-page', html],
  ['the same for a program', '/nothing', 'api', {}],
  ['a page of the service', '/api/docs', 'page', html],
  ['health', '/healthz', 'api', {}],
] as const)(
  '%s (%s) has the headers of the kind %s, each once',
  async (_label, path, kind, headers) => {
    const answer = await fetch(url + path, { redirect: 'manual', headers });
    const names = new Set(Object.values(answerHeaders).flatMap((table) => Object.keys(table)));
    const found = [...answer.headers].filter(
      ([name]) => names.has(name) || name === 'strict-transport-security',
    );
    expect(Object.fromEntries(found)).toEqual({ ...answerHeaders[kind], ...strictTransport });
  },
);

test.runIf(process.getuid?.() === 0)(
  'nginx’s user reads the print files and nothing else of the state folder',
  async () => {
    expect((await fetch(`${url}/files/agra/board.pdf`)).status).toBe(200);
    const asNginx = (...command: string[]) =>
      spawnSync('runuser', ['-u', 'www-data', '--', ...command]).status;
    expect(asNginx('cat', join(server.printDir, 'agra', 'board.pdf'))).toBe(0);
    expect(asNginx('cat', join(server.folder, 'photos', 'board.jpg'))).toBe(1);
    expect(asNginx('ls', join(server.folder, 'spool'))).toBe(2);
    expect(asNginx('ls', server.folder)).toBe(2);
  },
);

test('pages have a limit, the callbacks of a provider have none', async () => {
  const statuses = async (path: string, method: string) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => fetch(narrowUrl + path, { method })),
    );
    return new Set(answers.map(({ status }) => status));
  };
  expect(await statuses('/nothing', 'GET')).toContain(429);
  // Not signed, so that the service itself turns them away.
  expect(await statuses('/webhooks/twilio/calls/1', 'POST')).toEqual(new Set([403]));
  for (const path of [
    '/voice/twilio/in',
    '/webhooks/exotel/token/messages/1',
    '/voice/exotel/token/key',
  ]) {
    expect(await statuses(path, 'POST')).toEqual(new Set([404]));
  }
});

test('the limit counts a /64 of IPv6 as one client, since one connection has it as a whole', async () => {
  const ask = async (address: string) =>
    (await fetch(`${narrowUrl}/nothing`, { headers: { 'x-test-address': address } })).status;
  const askAll = (addresses: string[]) => Promise.all(addresses.map(ask));
  const neighbours = Array.from({ length: 12 }, (_, at) => `2001:db8:a0a:${at}0a::1`);
  const own = Array.from({ length: 12 }, (_, at) => `2001:db8:a0a:a0a::${at + 1}`);
  expect(await askAll(own)).toContain(429);
  expect(await askAll(neighbours)).not.toContain(429);
  expect(await askAll(own.map((_, at) => `203.0.113.${at}`))).not.toContain(429);
});

test('a thousand receipts that come at once are all taken, and each is kept', async () => {
  const body = (sid: number) => ({ MessageSid: `SM${sid}`, MessageStatus: 'delivered' });
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => {
      const path = `/webhooks/twilio/messages/${index + 1}`;
      const signature = twilio.getExpectedTwilioSignature(
        callbackToken,
        `http://localhost:8080${path}`,
        body(index),
      );
      return fetch(narrowUrl + path, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature },
        body: new URLSearchParams(body(index)),
      });
    }),
  );
  const statuses = Map.groupBy(answers, ({ status }) => status);
  expect([...statuses].map(([status, { length }]) => [status, length])).toEqual([[204, 1000]]);
  expect(callbacks.counts()).toMatchObject({ stored: 1000, dropped: 0 });
});

test('hashed files are kept for a year, pages are compressed', async () => {
  const css = await fetch(`${url}/_astro/page.abc.css`);
  expect(css.headers.get('cache-control')).toContain('immutable');
  expect(css.headers.get('x-content-type-options')).toBe('nosniff');
  const page = await fetch(`${url}/`, { headers: { 'accept-encoding': 'gzip' } });
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(await page.text()).toContain('घर बैठे पुलिस सेवाएँ');
});

test.each(['/metrics', '/readyz'])('%s is not seen from the outside', async (path) => {
  expect((await fetch(`${url}${path}`)).status).toBe(404);
});

test('a crowd behind one address is let through', async () => {
  const paths = scanPaths(50);
  const answers = await Promise.all(
    Array.from({ length: 400 }, (_, index) =>
      fetch(`${url}${paths[index % paths.length]}`, {
        redirect: 'manual',
        headers: { 'user-agent': phone.iphone },
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
});

test('the log has no address', async () => {
  await fetch(`${url}/nothing?x=9876543210`);
  const log = () => readFileSync(join(server.folder, 'wide', 'up-cop-outreach.log'), 'utf8');
  await expect.poll(log).toContain('GET /nothing 404');
  expect(log()).not.toMatch(/127\.0\.0\.1|9876543210/);
});
