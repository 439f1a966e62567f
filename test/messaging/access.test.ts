import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import type { Role } from '../../campaigns/offices/role.ts';
import { enforceAccess } from '../../messaging/access.ts';

function appFor(role: Role | null) {
  const app = fastify();
  enforceAccess(app, async () => (role === null ? null : { role }));
  app.get('/open', { config: { access: 'public' } }, async () => 'open');
  app.get('/office', { config: { access: ['hq', 'admin'] } }, async () => 'office');
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

test('a route without a rule stops the start', () => {
  expect(() => appFor(null).post('/forgotten', async () => 'x')).toThrow(
    'Expected `config.access` for POST /forgotten, got nothing',
  );
});

test('the table has every route with its rule', async () => {
  const app = appFor(null);
  await app.ready();
  expect(app.routeRules).toContainEqual({
    method: 'GET',
    url: '/office',
    access: ['hq', 'admin'],
  });
});
