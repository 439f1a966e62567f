import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { threadMs } from '../../../thread-ms.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { scanPaths } from '../../fixtures/scans.ts';

const { service } = await openConsole(
  {},
  {
    prepare({ siteDir, printDir }) {
      writeFileSync(join(siteDir, 'index.html'), 'home');
      writeFileSync(join(siteDir, '404.html'), 'lost');
      mkdirSync(join(siteDir, 'get'));
      writeFileSync(join(siteDir, 'get', 'index.html'), 'get');
      writeFileSync(join(printDir, 'board.pdf'), '%PDF-1.6');
    },
  },
);
await service.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = service.app.server.address() as AddressInfo;

/** Asks from another thread, so that this one has the service's work alone; answers with the bytes of the last body. */
const client = `
  const { parentPort } = require('node:worker_threads');
  const http = require('node:http');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (options) => new Promise((resolve, reject) => {
    http.get({ ...options, agent }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => resolve({ bytes, status: answer.statusCode, headers: answer.headers }));
    }).on('error', reject);
  });
  parentPort.on('message', async ({ times, ...options }) => {
    let last;
    for (let each = 0; each < times; each += 1) last = await ask(options);
    parentPort.postMessage(last);
  });
`;
const worker = new Worker(client, { eval: true });
worker.unref();

interface Seen {
  bytes: number;
  status: number;
  headers: Record<string, string>;
}

async function ask(path: string, headers: Record<string, string>, times: number): Promise<Seen> {
  worker.postMessage({ host: '127.0.0.1', port, path, headers, times });
  const [seen] = (await once(worker, 'message')) as [Seen];
  return seen;
}

const [code = ''] = scanPaths(1);
const samples: Readonly<Record<string, string>> = {
  '/q/': `/q/?c=${code.slice(-6)}`,
  '/q/:code': code,
  '/Q/:code': code,
  '/q/:code/': `${code}/`,
  '/Q/:code/': `${code}/`,
  '/q/:token(^[0-9A-Za-z]{12}$)': '/q/BCDFGHJKLMNP',
  '/files/*': '/files/board.pdf',
  '/*': '/index.html',
  '/api/public/charts/:picture': '/api/public/charts/downloads-hi.png',
  '/api/progress/days/:day': '/api/progress/days/2019-04-12',
  '/embed/:chart/': '/embed/scans-map/',
  '/en/embed/:chart/': '/en/embed/downloads/',
  '/api/station-pack': '/api/station-pack?station=agra/kotwali',
};
/** Open as long as somebody listens: what it costs is measured in event-streams.test.ts. */
const streams = ['/api/progress/events'];

/** Of one answer, once it was asked for before; milliseconds of the loop. */
const usual = { ms: 5, kilobytes: 64 };
/** What is larger for everybody, and only then: a browser keeps the fonts for ever. */
const larger: Readonly<Record<string, number>> = {
  '/embed/:chart/': 260,
  '/en/embed/:chart/': 100,
  '/service/mukta-400.woff2': 110,
  '/service/mukta-600.woff2': 110,
  '/service/mukta-gujarati-400.woff2': 110,
  '/service/mukta-gujarati-600.woff2': 110,
};

const anonymous = service.app.routeRules
  .filter(({ method, access }) => method === 'GET' && access === 'public')
  .map(({ url }) => url)
  .filter((url) => !streams.includes(url));

const toPath = (url: string) =>
  samples[url] ?? (/^\/[qQ]:/.test(url) ? code : url.replace(/:\w+(\(.*?\))?|\*/g, '1'));

test.each(anonymous)('GET %s keeps to its milliseconds of the loop and its bytes', async (url) => {
  const costs: { ms: number; bytes: number; status: number }[] = [];
  for (const encoding of ['br, gzip', 'identity']) {
    const headers = { 'accept-encoding': encoding };
    await ask(toPath(url), headers, 3);
    const before = threadMs();
    const { bytes, status } = await ask(toPath(url), headers, 40);
    costs.push({ ms: (threadMs() - before) / 40, bytes, status });
  }
  const [packed, plain] = costs as [(typeof costs)[0], (typeof costs)[0]];
  const found = JSON.stringify(costs);
  expect(packed.status, found).toBeLessThan(500);
  expect(Math.max(packed.ms, plain.ms), found).toBeLessThan(usual.ms);
  expect(packed.bytes / 1000, found).toBeLessThan(larger[url] ?? usual.kilobytes);
});

test('the description of the API is asked for again by its tag, and comes in the coding that a client takes', async () => {
  for (const path of ['/api/docs.json', '/api/docs']) {
    const seen: Record<string, Seen> = {};
    for (const coding of ['br', 'gzip', 'identity', 'br;q=0, gzip;q=0.5'])
      seen[coding] = await ask(path, { 'accept-encoding': coding }, 1);
    expect(Object.values(seen).map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
      'gzip',
    ]);
    const { headers, bytes } = seen['br'] as Seen;
    expect(bytes * 8).toBeLessThan((seen['identity'] as Seen).bytes);
    expect([headers['cache-control'], headers['vary']]).toEqual([
      expect.stringContaining('no-cache'),
      'accept-encoding',
    ]);
    const again = await ask(path, { 'if-none-match': headers['etag'] ?? '' }, 1);
    expect([again.status, again.bytes]).toEqual([304, 0]);
  }
});

test('two hundred descriptions of the API cost no more than a few tables of figures', async () => {
  const costs: number[] = [];
  for (const path of ['/api/public/districts.csv', '/api/docs.json']) {
    await ask(path, { 'accept-encoding': 'gzip' }, 3);
    const before = threadMs();
    await ask(path, { 'accept-encoding': 'gzip' }, 200);
    costs.push(threadMs() - before);
  }
  const [figures = 0, description = 0] = costs;
  expect(description).toBeLessThan(figures * 4);
});
