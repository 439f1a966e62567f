import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { expect, test } from 'vitest';
import {
  type AnswerKind,
  answerHeaders,
  strictTransport,
} from '../../../../messaging/platform/http/headers.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { scanPaths } from '../../fixtures/scans.ts';

const { service, officer } = await openConsole(
  { officer: 'hq' },
  {
    publicUrl: 'https://outreach.example',
    prepare({ siteDir, printDir }) {
      writeFileSync(join(siteDir, 'index.html'), 'home');
      writeFileSync(join(siteDir, '404.html'), 'lost');
      mkdirSync(join(siteDir, '_astro'));
      mkdirSync(join(siteDir, 'get'));
      writeFileSync(join(siteDir, 'get', 'index.html'), 'get');
      writeFileSync(join(siteDir, '_astro', 'a.1234.js'), '1');
      writeFileSync(join(printDir, 'board.pdf'), '%PDF-1.6');
    },
  },
);

const names = new Set([
  ...Object.values(answerHeaders).flatMap((table) => Object.keys(table)),
  ...Object.keys(strictTransport),
]);

function protecting({ headers }: LightMyRequestResponse): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name)));
}

const expected = (kind: AnswerKind) => ({ ...answerHeaders[kind], ...strictTransport });

/** The kind that is meant, for every route that is no `api`: written down apart from the routes. */
const kinds: Readonly<Record<string, AnswerKind>> = {
  '/q/': 'scan',
  '/q/:code': 'scan',
  '/Q/:code': 'scan',
  '/q/:code/': 'scan',
  '/Q/:code/': 'scan',
  '/files/*': 'file',
  '/*': 'site',
  '/': 'site',
  '/service/mukta-400.woff2': 'hashed',
  '/service/mukta-gujarati-400.woff2': 'hashed',
  '/service/mukta-gujarati-600.woff2': 'hashed',
  '/service/mukta-600.woff2': 'hashed',
  '/service/mukta-latin-400.woff2': 'hashed',
  '/service/mukta-latin-600.woff2': 'hashed',
  '/voice/audio/:file': 'file',
  '/api/progress': 'figures',
  '/api/progress/days': 'figures',
  '/api/progress/days/:day': 'figures',
  '/api/public/progress.json': 'open-data',
  '/api/public/progress.schema.json': 'open-data',
  '/api/public/progress.csv': 'open-data',
  '/api/public/audit-heads.csv': 'open-data',
  '/api/public/districts.csv': 'open-data',
  '/api/public/board-draws.json': 'open-data',
  '/api/public/charts/:picture': 'open-data',
  '/embed/:chart/': 'embed',
  '/en/embed/:chart/': 'embed',
  '/api/docs': 'page',
  '/api/docs.json': 'figures',
};
const samples: Readonly<Record<string, string>> = {
  '/q/': `/q/?c=${(scanPaths(1)[0] ?? '').slice(-6)}`,
  '/q/:code': scanPaths(1)[0] ?? '',
  '/Q/:code': scanPaths(1)[0] ?? '',
  '/q/:code/': `${scanPaths(1)[0]}/`,
  '/Q/:code/': `${scanPaths(1)[0]}/`,
  '/files/*': '/files/board.pdf',
  '/*': '/index.html',
  '/api/public/charts/:picture': '/api/public/charts/downloads-hi.png',
  '/embed/:chart/': '/embed/scans-map/',
  '/en/embed/:chart/': '/en/embed/downloads/',
};

const ownPages = /^\/[vp]\//;
const isPage = ({ headers }: LightMyRequestResponse) =>
  String(headers['content-type']).startsWith('text/html');

test('every route has the headers of its kind, and every refusal those of `api`', async () => {
  const seen = new Set<number>();
  for (const { method, url } of service.app.routeRules) {
    // Stays open: asked in places.test.ts.
    if (url === '/api/progress/events' || url === '/api/events') continue;
    const path = samples[url] ?? url.replace(/:district/, 'agra').replace(/:\w+|\*/g, '1');
    const answers = [
      await service.browser().send({ method, url: path, headers: {}, payload: undefined }),
      ...(method === 'GET' ? [await officer.get(path)] : []),
    ];
    for (const answer of answers) {
      seen.add(answer.statusCode);
      // Printers and those who hold a parcel are refused by a page too.
      const refusal = ownPages.test(url) && isPage(answer) ? 'own-page' : 'api';
      const kind = answer.statusCode < 400 ? (kinds[url] ?? refusal) : refusal;
      expect(protecting(answer), `${method} ${path} ${answer.statusCode}`).toEqual(expected(kind));
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining([200, 302, 400, 401, 403, 404]));
});

test.each([
  ['a hashed file', '/_astro/a.1234.js', 200, 'hashed'],
  ['the page behind a code', '/get/?c=17SN0N', 200, 'framed-site'],
  ['an unknown code', '/q/ZZZZZZ', 404, 'lost-page'],
  ['an unknown address', '/nothing', 404, 'lost-site'],
  ['a part that is not there', '/files/board.pdf', 416, 'api'],
] as const)('%s: %s is answered %i as %s', async (_label, url, status, kind) => {
  const headers = status === 416 ? { range: 'bytes=99-' } : { accept: 'text/html' };
  const answer = await service.app.inject({ url, headers });
  expect(answer.statusCode).toBe(status);
  expect(protecting(answer)).toEqual(expected(kind));
});

test('no other origin reads an answer that is not open data', () => {
  for (const [kind, table] of Object.entries(answerHeaders)) {
    expect(table['access-control-allow-origin'], kind).toBe(kind === 'open-data' ? '*' : undefined);
    const isFramed = table['content-security-policy']?.includes('frame-ancestors *') === true;
    expect(isFramed, kind).toBe(kind === 'embed');
  }
  expect(answerHeaders.embed['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
});

test('what a browser may show says in which frames', () => {
  const notShown = ['hashed', 'scan', 'callback'];
  for (const [kind, table] of Object.entries(answerHeaders))
    if (!notShown.includes(kind))
      expect([kind, table['content-security-policy']]).toEqual([
        kind,
        expect.stringContaining('frame-ancestors'),
      ]);
});

test('what is for one person alone is kept by nobody', () => {
  for (const kind of ['api', 'scan', 'callback', 'lost-page'] as const) {
    expect(answerHeaders[kind]['cache-control']).toContain('no-store');
  }
});
