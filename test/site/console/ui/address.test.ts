import { expect, test } from 'vitest';
import { makeAddress, toRequest } from '../../../../site/islands/console/ui/address.ts';

test.each([
  ['an address without params', toRequest('GET /api/me'), 'GET /api/me'],
  ['params', toRequest('PUT /api/blasts/:id', { params: { id: 7 } }), 'PUT /api/blasts/7'],
  [
    'a param with signs of an address',
    toRequest('POST /api/people/:id/office', { params: { id: 'a/b?c' } }),
    'POST /api/people/a%2Fb%3Fc/office',
  ],
  [
    'a query, without what is not said',
    toRequest('GET /api/audit', { query: { subject: 'person/क', before: undefined, limit: 50 } }),
    'GET /api/audit?subject=person%2F%E0%A4%95&limit=50',
  ],
])('fills in %s', (_label, { method, address }, expected) => {
  expect(`${method} ${address}`).toBe(expected);
});

test('a file has the address of its route', () => {
  const asked = { params: { id: 3 }, query: { language: 'en' } } as const;
  expect(makeAddress('GET /api/blasts/:id/report.pdf', asked)).toBe(
    '/api/blasts/3/report.pdf?language=en',
  );
  // @ts-expect-error: there is no such route
  makeAddress('GET /api/blast/:id', { params: { id: 3 } });
  // @ts-expect-error: the route has another param
  makeAddress('GET /api/blasts/:id/report.pdf', { params: { blast: 3 } });
});
