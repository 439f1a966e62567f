import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import type { Channel } from '../../../../campaigns/channel.ts';
import { storeHosts } from '../../../../campaigns/links/links.ts';
import { growRegistry, loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { readPage } from '../../../html-shape.ts';

import { phone } from '../../fixtures/scans.ts';
import { createTestServer, openTestServer } from '../../fixtures/test-server.ts';

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const findCode = (station: string, channel: Channel = 'board') =>
  registry.codeFor({ scope: 'station', district: 'lucknow', station }, channel);
const code = findCode('hazratganj');

let now = new Date('2019-04-12T06:00:00Z');
const clock = { now: () => now, today: () => toDay(now) };
const server = await openTestServer({ clock });
beforeEach(async () => {
  now = new Date('2019-04-12T06:00:00Z');
  await server.scans();
});

function scan(path = `/Q/${code}`, headers: Record<string, string> = {}) {
  return server.app.inject({ url: path, headers: { 'user-agent': phone.android, ...headers } });
}

test.each([
  [
    'Android',
    phone.android,
    /^https:\/\/play\.google\.com\/store\/apps\/details\?id=uttarpradesh\.citizen\.app&referrer=utm_source%3Dboard/,
  ],
  ['iPhone', phone.iphone, /^https:\/\/apps\.apple\.com\/in\/app\/id6455495788\?ct=lucknow/],
  ['a computer', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/125.0', /^\/get\/\?c=/],
])('%s is sent to its store, and nobody keeps the answer', async (_label, agent, destination) => {
  const answer = await scan(undefined, { 'user-agent': agent });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toMatch(destination);
  expect(answer.headers['cache-control']).toBe('private, no-store');
});

test.each(['Q', 'q'])('a code works in either case below /%s/', async (q) => {
  expect((await scan(`/${q}/${code.toLowerCase()}`)).statusCode).toBe(302);
  expect((await server.scans()).map((one) => one.code)).toEqual([code]);
});

test.each([
  ['a person', phone.android, {}, 'GET', 'person'],
  [
    'a phone of the make CUBOT',
    'Mozilla/5.0 (Linux; Android 9; CUBOT X19) Chrome/124 Mobile',
    {},
    'GET',
    'person',
  ],
  ['the browser inside of Twitter', `${phone.iphone} Twitter for iPhone/10.3`, {}, 'GET', 'person'],
  [
    'the browser inside of Facebook',
    `${phone.android} [FB_IAB/FB4A;FBAV/450.0]`,
    {},
    'GET',
    'person',
  ],
  ['Googlebot', 'Mozilla/5.0 (compatible; Googlebot/2.1)', {}, 'GET', 'bot'],
  ['curl', 'curl/8.5.0', {}, 'GET', 'bot'],
  ['nothing', '', {}, 'GET', 'bot'],
  ["WhatsApp's preview", 'WhatsApp/2.24.7.79 A', {}, 'GET', 'preview'],
  ["Telegram's preview", 'TelegramBot (like TwitterBot)', {}, 'GET', 'preview'],
  ["Facebook's preview", 'facebookexternalhit/1.1', {}, 'GET', 'preview'],
  ['a prefetch', phone.android, { 'sec-purpose': 'prefetch;prerender' }, 'GET', 'prefetch'],
  ['an old prefetch', phone.android, { purpose: 'prefetch' }, 'GET', 'prefetch'],
  ['HEAD', phone.android, {}, 'HEAD', 'head'],
] as const)('%s is told apart', async (_label, agent, headers, method, visitorKind) => {
  const answer = await server.app.inject({
    method,
    url: `/q/${code}`,
    headers: { 'user-agent': agent, ...headers },
  });
  expect(answer.statusCode).toBe(302);
  expect((await server.scans()).map((one) => one.visitorKind)).toEqual([visitorKind]);
  expect(answer.headers['set-cookie'] !== undefined).toBe(visitorKind === 'person');
});

function readCookie(answer: Awaited<ReturnType<typeof scan>>): string {
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

test('the cookie makes one visitor of many scans, whatever the address', async () => {
  const cookie = readCookie(await scan());
  now = new Date('2019-04-12T09:00:00Z');
  const later = await scan(undefined, {
    cookie: `a=b; ${cookie}`,
    'x-forwarded-for': '198.51.100.7',
  });
  expect(later.headers['set-cookie']).toBeUndefined();
  const visitors = (await server.scans()).map(({ visitor }) => visitor);
  expect(visitors).toHaveLength(2);
  expect(new Set(visitors).size).toBe(1);
});

test('behind https the cookie is this host’s alone, and a scan over plain http works without it', async () => {
  const safe = await createTestServer({ clock, publicUrl: 'https://outreach.example' });
  const ask = async (headers: Record<string, string>) => {
    const { statusCode, headers: answered } = await safe.app.inject({
      url: `/Q/${code}`,
      headers: { 'user-agent': phone.android, ...headers },
    });
    expect(statusCode).toBe(302);
    return String(answered['set-cookie'] ?? '');
  };
  const set = await ask({});
  expect(set).toMatch(
    /^__Host-scan=[\w-]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
  );
  const [cookie = ''] = set.split(';');
  expect(await ask({ cookie })).toBe('');
  // A browser drops it where the scan came over http; another host could have set it by its bare name.
  expect(await ask({ cookie: cookie.replace('__Host-', '') })).toMatch(/^__Host-scan=/);
  await safe.close();
});

describe('a visitor without the cookie is a network of a day', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  test.each<[string, number, { path?: string; headers: Record<string, string> }[]]>([
    [
      'agents that rotate and codes that change are one',
      1,
      [
        { headers: from('198.51.100.7') },
        { headers: { ...from('198.51.100.7'), 'user-agent': `${phone.android} other` } },
        { headers: from('198.51.100.7'), path: `/q/${findCode('hazratganj', 'pamphlet')}` },
      ],
    ],
    [
      'addresses of a /24 are one',
      1,
      ['7', '255'].map((at) => ({ headers: from(`198.51.100.${at}`) })),
    ],
    [
      'of another /24 is another',
      2,
      ['100', '101'].map((at) => ({ headers: from(`198.51.${at}.7`) })),
    ],
    [
      'addresses of a /48 are one',
      1,
      ['1::7', 'ffff::1'].map((at) => ({ headers: from(`2001:db8:1:${at}`) })),
    ],
    [
      'of another /48 is another',
      2,
      ['1', '2'].map((at) => ({ headers: from(`2001:db8:${at}::7`) })),
    ],
    [
      'zeros that are left out are the same',
      1,
      ['2001:db8::7', '2001:db8::1:0:0:9'].map((address) => ({ headers: from(address) })),
    ],
    [
      'of another /24 behind a translation is another',
      2,
      ['64:ff9b::c633:6407', '64:ff9b::c633:6507'].map((address) => ({ headers: from(address) })),
    ],
    [
      'an address of IPv4 in IPv6 is that of IPv4',
      1,
      ['', '::ffff:'].map((at) => ({ headers: from(`${at}198.51.100.7`) })),
    ],
  ])('%s', async (_, visitors, scans) => {
    for (const { path, headers } of scans) {
      await scan(path, headers);
      now = new Date(now.getTime() + 3_600_000);
    }
    expect(new Set((await server.scans()).map(({ visitor }) => visitor)).size).toBe(visitors);
  });

  test('a network gives one visitor, however many cookies it asks for', async () => {
    const cookies: string[] = [];
    for (let at = 0; at < 4; at += 1)
      cookies.push(readCookie(await scan(undefined, from(`198.51.100.${at}`))));
    for (const cookie of cookies) await scan(undefined, { ...from('203.0.113.9'), cookie });
    expect(new Set((await server.scans()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});

test('an invented cookie counts as none', async () => {
  for (const name of ['a', 'b']) await scan(undefined, { cookie: `scan=${name.repeat(33)}` });
  expect(new Set((await server.scans()).map(({ visitor }) => visitor)).size).toBe(1);
});

test('after midnight there is another salt, and the cookie of yesterday says nothing any more', async () => {
  now = new Date('2019-04-12T18:29:59Z');
  const cookie = readCookie(await scan());
  expect(server.salts.days()).toEqual(['2019-04-12']);
  now = new Date('2019-04-12T18:30:00Z');
  const today = await scan(undefined, { cookie });
  expect(server.salts.days()).toContain('2019-04-13');
  expect(readCookie(today)).not.toBe(cookie);
  expect(new Set((await server.scans()).map(({ visitor }) => visitor)).size).toBe(2);
});

test('a clock that is set back loses nothing', async () => {
  const times = ['2019-04-12T06:00:00Z', '2019-04-10T06:00:00Z', '2019-04-12T06:00:01Z'];
  for (const time of times) {
    now = new Date(time);
    expect((await scan()).statusCode).toBe(302);
  }
  expect((await server.scans()).map(({ at }) => at.toISOString().slice(0, 19))).toEqual(
    times.map((time) => time.slice(0, 19)),
  );
});

test('no address, agent or cookie is written to the spool', async () => {
  await scan(undefined, { 'x-forwarded-for': '198.51.100.77', cookie: 'scan=secret' });
  const folder = join(server.folder, 'spool');
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(bytes.join('')).toContain(code);
  expect(bytes.join('')).not.toMatch(/198\.51|Mozilla|secret/);
});

test('a mistyped code is answered with the station that was meant, in both languages', async () => {
  const mistyped = code.slice(0, 5) + (code.endsWith('B') ? 'C' : 'B');
  const answer = await scan(`/q/${mistyped}`);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.body).toContain('थाना हजरतगंज, जनपद लखनऊ');
  expect(answer.body).toContain('Police Station Hazratganj');
  expect(answer.body).toContain(`href="/q/${code}"`);
  expect(await server.scans()).toEqual([]);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '%2F%2Fevil.example',
  `${code}?url=https://evil.example`,
  `${code}%0d%0aLocation:%20https://evil.example`,
])('nothing that is typed leads elsewhere: %s', async (typed) => {
  const { statusCode, headers, body } = await scan(`/q/${typed}`);
  if (statusCode === 302) expect(storeHosts).toContain(new URL(String(headers.location)).host);
  else {
    expect(statusCode).toBe(404);
    expect(headers.location).toBeUndefined();
    expect(body).not.toMatch(/(href|action)="[^"]*evil/);
  }
});

test.each([
  ['<script>alert(1)', '<SCR1PT>ALERT(1)'],
  ['"onfocus="alert()', '"0NF0CUS="ALERT('],
])('what is typed is shown as text: %s', async (typed, shown) => {
  const answer = await scan(`/q/${encodeURIComponent(typed)}`);
  const harmless = readPage((await scan('/q/ABCDEF')).body);
  const { shape, words } = readPage(answer.body);
  expect(answer.statusCode).toBe(404);
  expect(shape).toEqual(harmless.shape);
  // In the heading and in the field.
  expect(words.filter((text) => text.startsWith(shown))).toHaveLength(2);
});

test('the page for a wrong code has a field to type it again, which leads to the store and is counted', async () => {
  const page = await scan('/q/WRONG1');
  expect(page.body).toMatch(
    /<form action="\/q\/" method="get">.*<input[^>]* name="c"[^>]* value="WR0NG1"/s,
  );
  expect(page.headers['content-security-policy']).toContain("form-action 'self'");
  const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
  const answer = await scan(`/q/?c=${encodeURIComponent(typed)}`);
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toContain('play.google.com');
  expect((await server.scans()).map((one) => one.code)).toEqual([code]);
  expect((await scan('/q/?c=')).statusCode).toBe(404);
});

test.each(['/Q', '/q', '/Q/', '/q/'])(
  '%s and the code lead to the store, in any case, with a slash behind it or none',
  async (before) => {
    for (const typed of [code, code.toLowerCase()])
      for (const behind of ['', '/'])
        expect((await scan(`${before}${typed}${behind}`)).statusCode).toBe(302);
  },
);

test.each(['/q.css', '/quality/', '/q', '/q12'])('%s is no code', async (path) => {
  const answer = await scan(path);
  expect(answer.body).not.toContain('/get/?c=');
  expect(answer.statusCode).not.toBe(302);
});

test('a code that is added while the service runs is found', async () => {
  const owner = { scope: 'blast', id: 'april-sms' } as const;
  await growRegistry(join(server.folder, 'codes.csv'), [owner], { blocks: [0] });
  const grown = loadRegistry({
    campaignFolder: campaignFolder('up-cop'),
    grownFile: join(server.folder, 'codes.csv'),
  });
  const added = grown.codeFor(owner, 'sms');
  await expect
    .poll(async () => (await scan(`/q/${added}`)).statusCode, { interval: 200 })
    .toBe(302);
});

test('symbols behind a code lead nowhere', async () => {
  expect((await scan(`/q/${code}07`)).statusCode).toBe(404);
  expect(await server.scans()).toEqual([]);
});
