import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { campaignBlocks } from '../../../../campaigns/links/registry.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { openEarlySite } from '../../../../messaging/front/website/built-site.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { openFront, openRedirect } from '../../../../messaging/scanning/scans/front.ts';
import { pickScanned } from '../../../../messaging/scanning/scans/gather-codes-fs.ts';
import {
  createKeeper,
  type KeptCodes,
  readKeptCodes,
} from '../../../../messaging/scanning/scans/kept-codes-fs.ts';
import { decodeScan } from '../../../../messaging/scanning/scans/scan-payload.ts';
import { openFolder } from '../../../folders.ts';
import { freePort } from '../../fixtures/postgres.ts';
import { phone } from '../../fixtures/scans.ts';

const folder = openFolder('front-');
const campaign = loadCampaign('up-cop');
const { districts } = loadDirectory();
const registry = loadRegistry({ campaignFolder: join('campaigns', 'up-cop') });
const [first, second, third] = registry.assignments
  .filter(({ owner }) => owner.scope === 'station')
  .map(({ owner }) => registry.codeFor(owner, 'board')) as [string, string, string];
const kept: KeptCodes = {
  campaign: pickScanned(campaign),
  districts,
  assignments: registry.assignments,
  blocks: campaignBlocks(registry.assignments),
  closed: [{ code: first, reason: 'misused' as never }],
  detours: [
    { code: second, channel: null, target: 'portal', from: new Date('2020-01-01'), until: null },
  ],
  challengeKey: 'the key of the installation',
};

/** The port of a service of which nothing else is there. */
async function open(name: string, settings: Record<string, string> = {}) {
  const dataDir = join(folder, name);
  const port = await freePort();
  const config = loadConfig({ DATA_DIR: dataDir, PORT: String(port), ...settings });
  const front = await openFront(config, createLog('silent'));
  onTestFinished(async () => {
    await front.stop();
    await front.spool.close();
  });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      headers: { 'user-agent': phone.android },
      ...init,
    });
  return { front, ask, config };
}

test('what was kept is read again as it was, and not one byte of it is taken on trust', () => {
  const dataDir = openFolder('kept-');
  expect(readKeptCodes(dataDir)).toBeUndefined();
  const keep = createKeeper(dataDir);
  keep(kept);
  expect(readKeptCodes(dataDir)).toEqual(kept);
  keep({ ...kept, closed: [] });
  expect(readKeptCodes(dataDir)?.closed).toEqual([]);
  const path = join(dataDir, 'scan-codes.json');
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(readKeptCodes(dataDir)).toBeUndefined();
});

test('before anything else is there a closed code is closed, a detour leads elsewhere, and every other code to the app', async () => {
  const name = 'kept';
  mkdirSync(join(folder, name));
  createKeeper(join(folder, name))(kept);
  const { front, ask } = await open(name);
  expect((await ask(`/Q${first}`)).status).toBe(410);
  expect((await ask(`/Q${second}`)).headers.get('location')).toBe(campaign.app.portalUrl);
  const scan = await ask(`/Q${third}`);
  expect([scan.status, scan.headers.get('location')]).toEqual([
    302,
    expect.stringContaining('play.google.com'),
  ]);
  expect(scan.headers.get('cache-control')).toBe('private, no-store');
  expect(front.spool.counts().stored).toBe(2);
  expect((await ask('/q/zzzzzz')).status).toBe(404);
  const other = await ask('/api/me');
  expect([other.status, other.headers.get('retry-after')]).toEqual([503, '2']);
});

test('without kept codes those of the campaign are answered, and the rest of the service gets what is no scan', async () => {
  const { front, ask } = await open('new');
  expect((await ask(`/Q${first}`)).status).toBe(302);
  const whole = fastify();
  whole.get('/api/me', async () => 'me');
  whole.get('/quotes.txt', async () => 'a page that begins as a code');
  whole.post('/q/:code', async ({ body }) => body);
  await whole.ready();
  front.attach(whole);
  expect(await (await ask('/api/me')).text()).toBe('me');
  expect(await (await ask('/quotes.txt')).text()).toBe('a page that begins as a code');
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' };
  expect(await (await ask('/q/abc', post)).json()).toEqual({ a: 1 });
  expect((await ask(`/Q${first}`)).status).toBe(302);
});

test('the link by which somebody says stop is no code', async () => {
  const { front, ask } = await open('stop');
  const whole = fastify();
  whole.get('/q/:token', async ({ url }) => url);
  await whole.ready();
  front.attach(whole);
  for (const link of ['/q/BCDF0123XYZB', '/q/bcdf0123xyzb?x=1'])
    expect(await (await ask(link)).text()).toBe(link);
  expect(front.spool.counts().stored).toBe(0);
});

test('as it is printed a code is answered like in any other writing, header by header', async () => {
  const name = 'doors';
  mkdirSync(join(folder, name));
  createKeeper(join(folder, name))(kept);
  const { front, ask } = await open(name, { PUBLIC_URL: 'https://outreach.example' });
  const requests: [path: string, init?: RequestInit][] = [
    [`/Q${third}`],
    [`/q/${third.toLowerCase()}`],
    [`/Q/${third}`, { method: 'HEAD' }],
    [`/Q${third}`, { headers: { 'user-agent': 'curl/8', 'x-forwarded-for': '203.0.113.9' } }],
    [`/Q${second}`, { headers: { 'user-agent': phone.iphone, 'x-forwarded-for': 'nonsense' } }],
    [`/Q${first}`],
    ['/Qzzzzzz'],
  ];
  for (const [path, init] of requests) {
    const answers = [await ask(path, init), await ask(`${path}?x=1`, init)];
    const [plain, odd] = await Promise.all(
      answers.map(async (answer) => {
        const { date: _, ...headers } = Object.fromEntries(answer.headers);
        return { status: answer.status, headers, body: await answer.text() };
      }),
    );
    expect(plain, path).toEqual(odd);
  }
  const { records } = await front.spool.next(100);
  const scans = records.map(({ payload }) => decodeScan(payload));
  expect(scans).toHaveLength(10);
  for (let at = 0; at < scans.length; at += 2)
    expect({ ...scans[at], at: 0 }).toEqual({ ...scans[at + 1], at: 0 });
});

test('what fails in a scan is a 500, and no end of the process', async () => {
  const port = await freePort();
  const config = loadConfig({ DATA_DIR: join(folder, 'failing') });
  const redirect = await openRedirect(config, createLog('silent'), {
    port,
    spool: { append: () => Promise.reject(new Error('no disk')) },
    onAnswer() {},
    rest() {},
  });
  onTestFinished(redirect.stop);
  for (const path of [`/Q${third}`, `/Q${third}?x=1`]) {
    const { status, headers } = await fetch(`${redirect.address}${path}`, { redirect: 'manual' });
    expect([status, headers.get('cache-control')]).toEqual([500, 'no-store']);
  }
});

test('a host of links is told by it whether it leads here', async () => {
  const name = 'confirmed';
  mkdirSync(join(folder, name));
  createKeeper(join(folder, name))(kept);
  const { front, ask } = await open(name);
  const { headers } = await ask(`/Q${third}?confirm=${'n'.repeat(16)}`);
  const expected = createHmac('sha256', 'the key of the installation')
    .update(`${third} ${'n'.repeat(16)}`)
    .digest('base64url');
  expect(headers.get('x-outreach-confirmation')).toBe(expected);
  expect(front.spool.counts().stored).toBe(0);
});

test('what is no scan is told to ask again: a browser by a page that does it by itself', async () => {
  const { ask } = await open('starting');
  const page = await ask('/', { headers: { accept: 'text/html,*/*' } });
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await page.text()).toMatch(/http-equiv="refresh".*सेवा शुरू हो रही है/s);
  const answer = await ask('/api/progress');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    error: 'unavailable',
    en: expect.stringContaining('is starting'),
  });
});

test('citizens read the built site before the rest is loaded; officers and programs are told to ask again', async () => {
  const { front, ask, config } = await open('early');
  front.attach(await openEarlySite(config, createLog('silent'), front.answerLater));
  const statusOf = async (path: string) => (await ask(path)).status;
  expect(await statusOf('/')).toBe(503);
  for (const page of ['', 'get', 'console']) {
    mkdirSync(join(config.siteDir, page), { recursive: true });
    writeFileSync(join(config.siteDir, page, 'index.html'), `<h1>${page || 'home'}</h1>`);
  }
  const home = await ask('/');
  expect(await home.text()).toBe('<h1>home</h1>');
  expect(home.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  expect(await statusOf('/get/')).toBe(200);
  expect((await ask('/get')).headers.get('location')).toBe('/get/');
  for (const path of ['/console/', '/console', '/en/console/', '/api/progress', '/files/a.pdf'])
    expect([path, await statusOf(path)]).toEqual([path, 503]);
  const headers = { 'content-type': 'application/json' };
  for (const body of ['{', 'x'.repeat(2 ** 21)])
    expect((await ask('/webhooks/twilio', { method: 'POST', headers, body })).status).toBe(503);
});

test('a stop waits for no connection whose request ended after it, however long one may be kept open', async () => {
  const { front } = await open('stopping');
  const socket = connect({ port: Number(new URL(front.address).port), host: '127.0.0.1' });
  socket.write('POST /webhooks/twilio HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n');
  await once(socket, 'data');
  const stopped = front.stop();
  socket.write('x'.repeat(2000));
  await Promise.all([stopped, once(socket, 'close')]);
  expect(socket.destroyed).toBe(true);
}, 20_000);

test('a scan is answered between hundreds of other requests that came before it', async () => {
  const name = 'crowd';
  mkdirSync(join(folder, name));
  createKeeper(join(folder, name))(kept);
  let handled = 0;
  const { address, stop } = await openRedirect(
    loadConfig({ DATA_DIR: join(folder, name) }),
    createLog('silent'),
    {
      port: await freePort(),
      spool: { append: async () => true },
      onAnswer: () => {},
      rest({ url }, response) {
        if (url === '/slow') handled += 1;
        const until = performance.now() + 2;
        while (performance.now() < until);
        response.end('done');
      },
    },
  );
  onTestFinished(stop);
  const { port } = new URL(address);
  const sockets = await Promise.all(
    Array.from({ length: 301 }, async () => {
      const socket = connect({ port: Number(port), host: '127.0.0.1' });
      // A connection is taken on one a turn: each is, once it had an answer.
      socket.write('GET /first HTTP/1.1\r\nHost: a\r\n\r\n');
      await once(socket, 'data');
      return socket;
    }),
  );
  const asked = sockets.map((socket, index) => {
    const path = index === 300 ? `/Q${third}` : '/slow';
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nUser-Agent: ${phone.android}\r\n\r\n`);
    return once(socket, 'data').then(([data]) => {
      socket.destroy();
      return { status: String(data).slice(9, 12), before: handled };
    });
  });
  const scan = await asked.at(-1);
  expect(scan?.status).toBe('302');
  expect(scan?.before).toBeLessThan(150);
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(
    new Set(['200', '302']),
  );
  expect(handled).toBe(300);
});
