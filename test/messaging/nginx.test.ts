import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from './fixtures/postgres.ts';
import { phone, scanPaths } from './fixtures/service.ts';
import { createTestServer, type TestServer } from './fixtures/test-server.ts';

const deploy = join(import.meta.dirname, '..', '..', 'assets', 'deploy');
let server: TestServer;
let nginx: ChildProcess;
let url: string;

beforeAll(async () => {
  server = await createTestServer({
    prepare({ siteDir, printDir }) {
      mkdirSync(join(siteDir, '_astro'));
      writeFileSync(
        join(siteDir, 'index.html'),
        `<!doctype html>${'घर बैठे पुलिस सेवाएँ '.repeat(200)}`,
      );
      writeFileSync(join(siteDir, '_astro', 'page.abc.css'), 'p{margin:0}');
      mkdirSync(join(printDir, 'agra'));
      writeFileSync(join(printDir, 'agra', 'board.pdf'), '%PDF-1.6 0123456789');
      writeFileSync(join(printDir, 'agra', '.board.pdf.part'), 'half');
    },
  });
  const servicePort = await freePort();
  await server.app.listen({ port: servicePort, host: '127.0.0.1' });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  nginx = startNginx(server, port, servicePort);
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}`);
    await wait(50);
  }
});
afterAll(async () => {
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  nginx.kill('SIGTERM');
  await ended;
  await server.close();
});

/** Runs the deployed files as they are, with only paths, ports and the encryption replaced. */
function startNginx({ folder, siteDir, printDir }: TestServer, port: number, servicePort: number) {
  const deployed = (name: string) =>
    readFileSync(join(deploy, name), 'utf8')
      .replaceAll('/etc/nginx/up-cop-outreach-', `${folder}/`)
      .replaceAll('/opt/up-cop-outreach/dist', siteDir)
      .replaceAll('/var/lib/up-cop-outreach/print', printDir)
      .replaceAll('/var/log/nginx', folder)
      .replace('127.0.0.1:8080', `127.0.0.1:${servicePort}`);
  writeFileSync(join(folder, 'locations.conf'), deployed('nginx-locations.conf'));
  writeFileSync(join(folder, 'proxy.conf'), deployed('nginx-proxy.conf'));
  const site = deployed('nginx-site.conf')
    .replace(/^ {2}listen (80|\[::\]:80|\[::\]:443 ssl);$/gm, '')
    .replace('server_name outreach.example.gov.in;\n  access_log off;', 'listen 127.0.0.1:1;')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ {2}(ssl_|http2 ).*$/gm, '');
  const main = `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn; daemon off;
events { worker_connections 4096; }
http { include /etc/nginx/mime.types;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join('\n')}
${site} }`;
  writeFileSync(
    join(folder, 'nginx.conf'),
    main.replace('listen 127.0.0.1:1;', `listen unix:${folder}/plain.sock;`),
  );
  return spawn(
    '/usr/sbin/nginx',
    ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    {
      stdio: 'inherit',
    },
  );
}

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
  expect(readFileSync(join(server.folder, 'up-cop-outreach.log'), 'utf8')).not.toMatch(/\/q\//i);
});

test('the plain port answers printed links itself and sends the rest to https', async () => {
  const socketPath = join(server.folder, 'plain.sock');
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
});

test('a print file that is not there yet, and a ZIP, are asked of the service', async () => {
  const answer = await fetch(`${url}/files/agra/agra.zip`);
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'not-found' }]);
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
  await wait(100);
  const log = readFileSync(join(server.folder, 'up-cop-outreach.log'), 'utf8');
  expect(log).toContain('GET /nothing 404');
  expect(log).not.toMatch(/127\.0\.0\.1|9876543210/);
});
