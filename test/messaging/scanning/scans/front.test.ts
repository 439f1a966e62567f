import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { campaignBlocks } from '../../../../campaigns/links/registry.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { openFront, pickScanned } from '../../../../messaging/scanning/scans/front.ts';
import {
  createKeeper,
  type KeptCodes,
  readKeptCodes,
} from '../../../../messaging/scanning/scans/kept-codes-fs.ts';
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
};

/** The port of a service of which nothing else is there. */
async function open(name: string) {
  const dataDir = join(folder, name);
  const port = await freePort();
  const config = loadConfig({ DATA_DIR: dataDir, PORT: String(port) });
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
  return { front, ask };
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

test('what is no scan is told to ask again: a browser by a page that does it by itself', async () => {
  const { ask } = await open('starting');
  const page = await ask('/', { headers: { accept: 'text/html,*/*' } });
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await page.text()).toMatch(/http-equiv="refresh".*सेवा शुरू हो रही है/s);
  const answer = await ask('/api/progress');
  expect([answer.status, (await answer.json()).error]).toEqual([503, 'unavailable']);
});
