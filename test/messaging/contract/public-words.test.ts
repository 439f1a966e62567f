import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Feature, findRoute, listPublicTexts } from '../../../messaging/kit/feature.ts';
import { borrowRouteConsole } from '../fixtures/route-console.ts';
import { isOfKind, type Text, textsIn } from './texts.ts';
import { printTwoOfficers } from './two-officers.ts';

/** Words that offices type and the public reads, by where it reads them. Each of them passes the gate. */
const stationNames = [
  'POST /api/stations/:district/corrections body.nameHi',
  'POST /api/stations/:district/corrections body.nameEn',
];
const stationWords = [
  ...stationNames,
  'POST /api/stations/:district/:station/fields body.changes{}',
];
const objection = ['POST /api/objections body.text'];
const answer = ['POST /api/objections/:id/answer body.answer'];
const eventTitles = ['POST /api/curve-events body.titleHi', 'POST /api/curve-events body.titleEn'];
const source = ['POST /api/reports/figures body.source'];
const outcomeSource = ['POST /api/service-outcomes body.source'];
const outcomeUrl = ['POST /api/service-outcomes body.url'];
/** A vendor reads them, on papers and a page with a secret address. */
const orderWords = ['vendor', 'vendorAddress', 'lines[].place'].map(
  (field) => `POST /api/purchase-orders body.${field}`,
);
const figureWords = [...objection, ...answer, ...eventTitles, ...source, ...outcomeSource];
/** Made by the program, or of the campaign, which two officers publish. */
const none: string[] = [];

function inProgress(route: string): Record<string, readonly string[]> {
  return {
    [`${route} .downloads.basis.from`]: source,
    [`${route} .downloads.freshness[].from`]: source,
    [`${route} .evidence[].from`]: source,
    [`${route} .districts[].objections[].text`]: objection,
    [`${route} .districts[].objections[].answer.text`]: answer,
    [`${route} .directions[].id`]: none,
    [`${route} .events[].id`]: none,
    [`${route} .events[].title.hi`]: eventTitles,
    [`${route} .events[].title.en`]: eventTitles,
    [`${route} .outcomes[].name.hi`]: none,
    [`${route} .outcomes[].name.en`]: none,
    [`${route} .outcomes[].source`]: outcomeSource,
    [`${route} .outcomes[].url`]: outcomeUrl,
  };
}

/** Free texts in answers that anybody may ask for. */
const openTexts: Record<string, readonly string[]> = {
  'GET /readyz': none,
  'GET /api/radio/spots': none,

  'GET /api/public/board-draws.json': none,
  ...inProgress('GET /api/progress'),
  // The words of then that still stand.
  ...inProgress('GET /api/progress/days/:day'),
  'GET /api/public/progress.json': none,
  'GET /api/station-pack': none,
  'GET /api/print-kit': none,
  'POST /api/invitations/read': none,
  'POST /api/sign-in/passkey/begin': none,
  'GET /api/sign-in/ways': none,
  'POST /api/sign-in/provider/begin': none,
  // Texts of the campaign's call, as published by two officers.
  'GET /voice/exotel/:token/menu': none,
};

/** Pages and files that anybody may open. */
const pages: Record<string, readonly string[]> = {
  '/*': [...stationWords, ...figureWords],
  '/files/*': stationWords,
  '/api/progress/events': none,
  '/api/public/progress.schema.json': none,
  '/api/public/progress.csv': none,
  '/api/public/districts.csv': none,
  '/api/public/audit-heads.csv': none,
  '/api/public/charts/:picture': none,
  '/embed/:chart/': none,
  '/en/embed/:chart/': none,
  '/voice/takes/:file': none,

  '/voice/audio/:file': none,
  // Names of stations; a closed code's reason is chosen from a list.
  '/q/:code': stationNames,
};
/** The same words, the program's own ones, or the fonts of it; a vendor's pages and an office's calendar have an address with a secret. */
const otherPages =
  /^\/(?:metrics|api\/docs(?:\.json)?|[qQ]|api\/mail\/unsubscribe|service|webhooks|voice\/(?:twilio|exotel)|calendar|v|p)(?:[/:(]|$)|^\/$/;

/** Two officers stand for these in another way: the one who approves reads them. */
const approved = {
  '/api/blasts': 'POST /api/blasts/:id/approve',
  '/api/templates': 'POST /api/blasts/:id/approve',
  '/api/target-groups': 'POST /api/blasts/:id/approve',
  '/api/registrations': 'POST /api/registrations/:id/confirm',
  '/api/whatsapp-templates': 'POST /api/whatsapp-templates/:id/agree',
  '/api/studio': 'POST /api/studio/drafts/:id/approve',
  '/api/press-notes': 'POST /api/press-notes/:id/read',
  // What headquarters does not lift its hold for is judged when it is ordered.
  '/api/order-requests': 'POST /api/order-requests/:id/answer',
  '/api/directions/app-requests': 'POST /api/directions/app-requests/:id/approve',
};
/** Words for offices alone, or their log. */
const inside = [
  ...['/api/held-acts', '/api/numbers', '/api/opt-outs', '/api/audiences', '/api/operator-reports'],
  ...['/api/breaches', '/api/code-shares', '/api/closed-codes', '/api/code-reports'],
  ...['/api/activities', '/api/inspections', '/api/directions', '/api/me', '/api/invitations'],
  '/api/offices',
  // Of citizens; the district reads them.
  '/api/public/name-reports',
];
/** Fields that go to the second officer and the log, whatever the route. */
const forOffices = new Set(['reason', 'remark']);

describe('words that leave the house', async () => {
  const { service } = await borrowRouteConsole();
  const rules = service.app.routeRules.filter(({ method }) => method !== 'HEAD');
  const parts = (schema: unknown) => (schema ?? {}) as Record<string, z.ZodType | undefined>;
  const answers = (schema: unknown) =>
    (parts(schema)['response'] ?? {}) as Record<string, z.ZodType | undefined>;
  const asked: ReadonlyMap<string, Text[]> = new Map(
    rules.map(({ method, url, schema }) => [
      `${method} ${url}`,
      (['querystring', 'body'] as const).flatMap((part) => {
        const given = parts(schema)[part];
        return given instanceof z.ZodType ? textsIn(given, part) : [];
      }),
    ]),
  );
  const gated = new Set([...Object.values({ ...openTexts, ...pages }), orderWords].flat());
  const isFree = ({ schema }: Text) => {
    const { format, checks = [] } = schema._zod.def as { format?: string; checks?: unknown[] };
    return format === undefined && checks.length === 0;
  };

  test('each free text of an open answer is known by its origin', () => {
    const found = rules
      .filter(({ access }) => access === 'public')
      .flatMap(({ method, url, schema }) => {
        const ok = answers(schema)[200] ?? answers(schema)[201];
        if (!(ok instanceof z.ZodType)) return [];
        return textsIn(ok, '')
          .filter(isFree)
          .map(({ path }) => [`${method} ${url}`, `${method} ${url} ${path}`] as const);
      });
    expect(found.length).toBeGreaterThan(20);
    const unknown = found.filter(
      ([route, text]) => !(text in openTexts) && openTexts[route] === undefined,
    );
    expect(unknown.map(([, text]) => text)).toEqual([]);
    const all = new Set<string>(found.flat());
    expect(Object.keys(openTexts).filter((name) => !all.has(name))).toEqual([]);
  });

  test('each open page and file is known by the words on it', () => {
    const found = rules
      .filter(
        ({ method, access, schema }) =>
          method === 'GET' &&
          access === 'public' &&
          !(
            answers(schema)[200] instanceof z.ZodType &&
            textsIn(answers(schema)[200], '').length > 0
          ),
      )
      .map(({ url }) => url);
    const unknown = found.filter((url) => !(url in pages) && !otherPages.test(url));
    expect(unknown.filter((url) => url !== '/healthz')).toEqual([]);
    expect(Object.keys(pages).filter((url) => !found.includes(url))).toEqual([]);
  });

  test('what the public reads goes by a route that may keep it for a second officer', () => {
    for (const name of gated) {
      const [, route = '', path = ''] = /^(\S+ \S+) (.*)$/.exec(name) ?? [];
      const rule = rules.find(({ method, url }) => `${method} ${url}` === route);
      expect([name, asked.get(route)?.map((text) => text.path)]).toEqual([
        name,
        expect.arrayContaining([path]),
      ]);
      expect([name, 202 in answers(rule?.schema)]).toEqual([name, true]);
    }
  });

  test('every text of a request passes the gate, has an approval of its own, or stays inside', () => {
    const begins = (url: string, list: readonly string[]) =>
      list.some((path) => url === path || url.startsWith(`${path}/`));
    const unknown = [...asked].flatMap(([route, texts]) => {
      const url = route.split(' ')[1] ?? '';
      if (begins(url, Object.keys(approved)) || begins(url, inside)) return [];
      return texts
        .filter(({ schema }) => ['line', 'paragraph'].includes(isOfKind(schema) ?? ''))
        .filter(({ path }) => !forOffices.has(path.split('.').at(-1) ?? ''))
        .map(({ path }) => `${route} ${path}`)
        .filter((name) => !gated.has(name));
    });
    expect(unknown).toEqual([]);
    for (const route of Object.values(approved)) expect([...asked.keys()]).toContain(route);
  });

  test('the printed list of what two officers do has each kind, its doors and the words that the public reads', async () => {
    const waits = ({ schema }: (typeof rules)[number]) => {
      const held = answers(schema)[202];
      return held instanceof z.ZodObject && 'held' in held.shape;
    };
    const wordsOf = (route: string) =>
      [...gated].flatMap((name) => {
        const [of, field] = name.split(' body.');
        return of === route && field !== undefined ? field : [];
      });
    const doors = rules
      .filter((rule) => waits(rule) && !rule.url.startsWith('/api/held-acts'))
      .map(({ method, url }) => [`${method} ${url}`, wordsOf(`${method} ${url}`)] as const)
      .toSorted();
    const printed = printTwoOfficers(service.kinds, new Map(doors));
    await expect(printed).toMatchFileSnapshot('../../../docs/two-officers.md');
  });

  test('a field that a declaration calls public is one of them', async () => {
    const root = join(import.meta.dirname, '../../../messaging');
    const declared: string[] = [];
    for (const file of globSync('**/*-feature.ts', { cwd: root })) {
      const exported: Record<string, unknown> = await import(join(root, file));
      for (const each of Object.values(exported)) {
        if (typeof each !== 'object' || each === null || !('acts' in each)) continue;
        const of = each as Feature;
        for (const [name, act] of Object.entries(of.acts))
          declared.push(
            ...listPublicTexts(of, act).map(
              ([field]) => `${findRoute(of, name, act).join(' ')} body.${field}`,
            ),
          );
      }
    }
    expect(declared.toSorted()).toEqual(
      [...objection, ...answer, ...eventTitles, ...outcomeSource, ...outcomeUrl].toSorted(),
    );
  });
});
