import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { toActor } from '../../../../campaigns/offices/office.ts';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { enforceAccess } from '../../../../messaging/platform/http/access.ts';
import { answerErrors } from '../../../../messaging/platform/http/answer-errors.ts';
import { ownOrigins } from '../../../../messaging/platform/http/origin.ts';
import { expectRefusal } from '../../fixtures/answers.ts';

const districts = [
  { id: 'agra', range: 'agra', zone: 'agra' },
  { id: 'mathura', range: 'agra', zone: 'agra' },
  { id: 'aligarh', range: 'aligarh', zone: 'agra' },
  { id: 'lucknow', range: 'lucknow', zone: 'lucknow' },
];
const areas: Partial<Record<Role, string>> = { district: 'agra', range: 'agra', zone: 'agra' };
const everybody = ['district', 'range', 'zone', 'hq', 'pro-dgp', 'admin'] as const;

function appFor(role: Role | null, secondFactorMissing = false) {
  const app = fastify();
  answerErrors(app, loadCampaign('up-cop'));
  enforceAccess(app, {
    identify: async () =>
      role === null
        ? null
        : {
            actor: toActor({ id: 'person-1', name: 'नमूना', role, area: areas[role] ?? null }),
            secondFactorMissing,
          },
    findDistrict: (id) => districts.find((district) => district.id === id),
    origins: ownOrigins('https://outreach.example'),
  });
  app.get('/open', { config: { access: 'public' } }, async () => 'open');
  app.post('/callback', { config: { access: 'public' } }, async () => 'taken');
  app.get('/office', { config: { access: ['hq', 'admin'] } }, async ({ actor }) => actor.name);
  app.get(
    '/set-up',
    { config: { access: ['hq'], withoutSecondFactor: true } },
    async () => 'set up',
  );
  app.get('/asks', { config: { access: 'public' } }, async ({ actor }) => actor.name);
  app.get('/of/:district', { config: { access: everybody } }, async () => 'own');
  app.get('/list', { config: { access: everybody } }, async () => 'list');
  app.post<{ Body: { place: string } }>(
    '/approve',
    { config: { access: everybody } },
    async (request) => {
      request.require('activity.approve', request.body.place);
      return 'approved';
    },
  );
  return app;
}

test.each<[Role | null, number]>([
  [null, 401],
  ['district', 403],
  ['hq', 200],
  ['admin', 200],
])('a route for some roles answers %s with %i', async (role, status) => {
  const app = appFor(role);
  expect((await app.inject('/office')).statusCode).toBe(status);
  expect((await app.inject('/open')).statusCode).toBe(200);
});

test('a refusal says why in both languages', async () => {
  expect((await appFor(null).inject('/office')).json()).toEqual({
    error: 'sign-in-required',
    hi: 'कृपया पहले साइन इन करें',
    en: 'Please sign in first',
  });
});

test('an officer whose second factor is missing may only set it up', async () => {
  const app = appFor('hq', true);
  await expectRefusal(app.inject('/office'), 403, 'second-factor-missing');
  expect((await app.inject('/set-up')).statusCode).toBe(200);
});

describe('a district named in path or query must lie in the own area', () => {
  test.each<[Role, string, number]>([
    ['district', '/of/agra', 200],
    ['district', '/of/mathura', 403],
    ['district', '/list?district=agra', 200],
    ['district', '/list?district=mathura', 403],
    ['district', '/list?district=agra&district=mathura', 403],
    ['district', '/of/agra?district=mathura', 403],
    ['district', '/of/%61gra', 200],
    ['district', '/of/nowhere', 403],
    ['district', '/list', 200],
    ['range', '/of/mathura', 200],
    ['range', '/of/aligarh', 403],
    ['zone', '/of/aligarh', 200],
    ['zone', '/of/lucknow', 403],
    ['hq', '/of/lucknow', 200],
    ['hq', '/of/nowhere', 403],
  ])('%s asks %s: %i', async (role, url, status) => {
    expect((await appFor(role).inject(url)).statusCode).toBe(status);
  });
});

test.each<[Role, string, number, string]>([
  ['zone', 'mathura', 200, ''],
  ['zone', 'lucknow', 403, 'outside-area'],
  ['zone', 'state', 403, 'outside-area'],
  ['zone', 'nowhere', 403, 'outside-area'],
  ['range', 'agra', 403, 'not-allowed'],
  ['hq', 'state', 200, ''],
  ['admin', 'agra', 403, 'not-allowed'],
])(
  'what a body names is checked by the route: %s for %s: %i',
  async (role, place, status, error) => {
    const answer = await appFor(role).inject({
      method: 'POST',
      url: '/approve',
      payload: { place },
    });
    expect(answer.statusCode).toBe(status);
    if (error !== '') expect(answer.json().error).toBe(error);
  },
);

describe('a request that changes something', () => {
  const own = 'https://outreach.example';
  test.each<[string, Record<string, string>, number]>([
    ['of the own page', { origin: own, cookie: 'a=b', 'sec-fetch-site': 'same-origin' }, 200],
    ['of another site', { origin: 'https://evil.example' }, 403],
    ['of another site with cookie', { origin: 'https://evil.example', cookie: 'a=b' }, 403],
    ['of a sandboxed page', { origin: 'null', cookie: 'a=b' }, 403],
    ['of the same name without https', { origin: 'http://outreach.example' }, 403],
    ['of another port', { origin: `${own}:8443` }, 403],
    ['of a name that begins alike', { origin: `${own}.evil.example` }, 403],
    ['of a sister site, without origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['with cookie but no origin', { cookie: 'a=b' }, 403],
    ['of a gateway, with neither', {}, 200],
  ])('%s', async (_label, headers, status) => {
    for (const url of ['/callback', '/approve']) {
      const app = appFor('hq');
      const payload = { place: 'agra' };
      const answer = await app.inject({ method: 'POST', url, headers, payload });
      expect([url, answer.statusCode]).toEqual([url, status]);
    }
  });
});

test.each([
  ['http://localhost:8080', ['http://localhost:8080', 'http://127.0.0.1:8080']],
  ['http://127.0.0.1:8080', ['http://127.0.0.1:8080', 'http://localhost:8080']],
  ['https://outreach.example/', ['https://outreach.example']],
])('the own origins of %s', (url, origins) => {
  expect(ownOrigins(url)).toEqual(origins);
});

test('a public route that asks for the officer fails without a word', async () => {
  const answer = await appFor('hq').inject('/asks');
  expect(answer.statusCode).toBe(500);
  expect(answer.json().error).toBe('failed');
  expect(answer.body).not.toContain('/asks');
});

test('a route without a rule stops the start', () => {
  expect(() => appFor(null).post('/forgotten', async () => 'x')).toThrow(
    'Expected `config.access` for POST /forgotten, got nothing',
  );
});

test('the table has every route with its rule', async () => {
  const app = appFor(null);
  await app.ready();
  expect(app.routeRules).toContainEqual(
    expect.objectContaining({ method: 'GET', url: '/office', access: ['hq', 'admin'] }),
  );
});
