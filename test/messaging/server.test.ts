import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestServer, type TestServerOptions } from './fixtures/test-server.ts';

async function serverWith(options: TestServerOptions = {}) {
  const server = await createTestServer(options);
  onTestFinished(() => server.close());
  return server;
}

const html = { accept: 'text/html' };

function writePrintFiles({ printDir, folder }: { printDir: string; folder: string }): void {
  mkdirSync(join(printDir, 'lucknow', 'hazratganj'), { recursive: true });
  writeFileSync(
    join(printDir, 'lucknow', 'hazratganj', 'lucknow-hazratganj-board.pdf'),
    '%PDF-1.6 0123456789',
  );
  writeFileSync(join(printDir, 'lucknow', '.unfinished.pdf'), 'half');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const file = {
    district: 'lucknow',
    station: 'hazratganj',
    nameHi: 'थाना हजरतगंज',
    artwork: 'board',
    format: 'pdf',
    path: 'lucknow/hazratganj/lucknow-hazratganj-board.pdf',
    bytes: 19,
    sha256: '0'.repeat(64),
    widthMm: 2438.4,
    heightMm: 1524,
    code: '17SN0N',
    url: 'https://UPPOLICE.GOV.IN/Q17SN0N',
  };
  writeFileSync(
    join(printDir, 'manifest.json'),
    JSON.stringify({ campaign: 'up-cop', files: [file] }),
  );
}

test('before anything is generated, the home page says what to do', async () => {
  const { app } = await serverWith();
  const answer = await app.inject({ url: '/', headers: html });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run generate');
});

test('before the site is built, districts and their boards are listed from the manifest', async () => {
  const { app } = await serverWith({ prepare: writePrintFiles });
  const home = await app.inject({ url: '/', headers: html });
  expect(home.body).toContain('href="/?district=lucknow"');
  const district = await app.inject({ url: '/?district=lucknow', headers: html });
  expect(district.body).toContain('थाना हजरतगंज');
  expect(district.body).toContain('href="/files/lucknow/hazratganj/lucknow-hazratganj-board.pdf"');
  expect((await app.inject({ url: '/?district=nowhere', headers: html })).statusCode).toBe(404);
});

test('print files have type, length and ETag, and parts of them can be asked for', async () => {
  const { app } = await serverWith({ prepare: writePrintFiles });
  const url = '/files/lucknow/hazratganj/lucknow-hazratganj-board.pdf';
  const whole = await app.inject({ url });
  expect(whole.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '19',
    'content-disposition': 'inline; filename="lucknow-hazratganj-board-press.pdf"',
  });
  const part = await app.inject({ url, headers: { range: 'bytes=5-7' } });
  expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
    206,
    '1.6',
    'bytes 5-7/19',
  ]);
  const again = await app.inject({ url, headers: { 'if-none-match': String(whole.headers.etag) } });
  expect(again.statusCode).toBe(304);
  expect((await app.inject({ url, headers: { range: 'bytes=99-' } })).statusCode).toBe(416);
});

test.each([
  '/files/../secret.txt',
  '/files/..%2fsecret.txt',
  '/files/%2e%2e/secret.txt',
  '/files/lucknow/..%2f..%2f..%2fsecret.txt',
  '/files/lucknow/%2e%2e/%2e%2e/secret.txt',
  '/files/..%5csecret.txt',
  '/files/%00secret.txt',
  '/files//etc/passwd',
  '/files/%2fetc%2fpasswd',
  '/files/lucknow',
  '/files/lucknow/',
  '/files/',
  '/files/lucknow/.unfinished.pdf',
])('%s gives nothing away', async (url) => {
  const { app } = await serverWith({ prepare: writePrintFiles });
  const answer = await app.inject({ url, headers: html });
  expect([301, 400, 403, 404]).toContain(answer.statusCode);
  expect(answer.body).not.toMatch(/secret|root:|half|hazratganj/);
});

test('the built site is served with its own policy, and hashed files for a year', async () => {
  const { app } = await serverWith({
    prepare({ siteDir }) {
      mkdirSync(join(siteDir, 'board', 'agra'), { recursive: true });
      mkdirSync(join(siteDir, '_astro'));
      mkdirSync(join(siteDir, '.well-known'));
      writeFileSync(join(siteDir, '.well-known', 'security.txt'), 'Contact: x');
      writeFileSync(join(siteDir, '.well-known', 'apple-app-site-association'), '{}');
      writeFileSync(join(siteDir, '.built-from'), 'hash');
      writeFileSync(join(siteDir, 'index.html'), 'home');
      writeFileSync(join(siteDir, '404.html'), 'own 404');
      writeFileSync(join(siteDir, 'board', 'agra', 'index.html'), 'agra');
      writeFileSync(join(siteDir, '_astro', 'a.1234.js'), '1');
      symlinkSync('index.html', join(siteDir, 'link.html'));
    },
  });
  const home = await app.inject({ url: '/', headers: html });
  expect(home.body).toBe('home');
  expect(home.headers['content-security-policy']).toBe("frame-ancestors 'none'");
  expect((await app.inject({ url: '/board/agra/' })).body).toBe('agra');
  expect((await app.inject({ url: '/board/agra' })).headers.location).toBe('/board/agra/');
  const hashed = await app.inject({ url: '/_astro/a.1234.js' });
  expect(hashed.headers['cache-control']).toContain('immutable');
  const security = await app.inject({ url: '/.well-known/security.txt' });
  expect(security.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(security.body).toBe('Contact: x');
  const apple = await app.inject({ url: '/.well-known/apple-app-site-association' });
  expect([apple.statusCode, apple.headers['content-type']]).toEqual([200, 'application/json']);
  expect((await app.inject({ url: '/.built-from' })).statusCode).toBe(404);
  const missing = await app.inject({ url: '/nothing', headers: html });
  expect([missing.statusCode, missing.body]).toEqual([404, 'own 404']);
  expect((await app.inject({ url: '/nothing' })).json()).toEqual({ error: 'not-found' });
});

test('every route of the service has a rule', async () => {
  const { app } = await serverWith();
  expect(app.routeRules.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/q/:code', '/files/*', '/healthz', '/api/docs']),
  );
});

test('health: alive without its parts, ready only with all of them', async () => {
  let up = false;
  const { app } = await serverWith({
    checks: {
      database: async () => {
        if (!up) throw new Error('gone');
      },
    },
  });
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  const without = await app.inject('/readyz');
  expect([without.statusCode, without.json()]).toEqual([
    503,
    { ready: false, parts: { database: 'missing' } },
  ]);
  up = true;
  expect((await app.inject('/readyz')).statusCode).toBe(200);
});

test('the figures show scans and requests', async () => {
  const { app } = await serverWith();
  await app.inject('/q/17SN0N');
  await app.inject('/healthz');
  const { body } = await app.inject('/metrics');
  expect(body).toContain('scans_total{outcome="stored"} 1');
  expect(body).toMatch(
    /http_request_seconds_count\{method="GET",route="\/healthz",status="2xx"\} 1/,
  );
});

test('the API is described as OpenAPI and as a page without anything from elsewhere', async () => {
  const { app } = await serverWith();
  const document = (await app.inject('/api/docs.json')).json<{ paths: object }>();
  expect(Object.keys(document.paths)).toContain('/q/{code}');
  const { body, headers } = await app.inject('/api/docs');
  expect(body).toContain('/healthz');
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});
