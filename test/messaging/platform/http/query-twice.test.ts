import { expect, test } from 'vitest';
import { openConsole } from '../../fixtures/open-console.ts';

const { service, hq } = await openConsole({ hq: 'hq' });

test('a query that is given twice is refused on every route, for everybody alike', async () => {
  const routes = service.app.routeRules.filter(({ method }) => method !== 'HEAD');
  expect(routes.length).toBeGreaterThan(200);
  for (const { method, url } of routes) {
    const path = url.replace(/:\w+(\(.*?\))?|\*/g, (_, form) => (form ? 'BCDFGHJKLMNP' : '1'));
    const request = {
      method,
      url: `${path}?hub.mode=a&x=1&hub.mode=b`,
      headers: {},
      payload: undefined,
    };
    for (const who of [service.browser(), hq]) {
      const { statusCode, body } = await who.send(request);
      expect([statusCode, body], `${method} ${url}`).toEqual([
        400,
        expect.stringContaining('hub.mode'),
      ]);
    }
  }
});

test('the refusal names the part, what was expected and what was found, in both languages', async () => {
  const answer = await service.app.inject('/webhooks/meta?hub.verify_token=a&hub.verify_token=b');
  expect(answer.json()).toEqual({
    error: 'wrong-input',
    place: 'query.hub.verify_token',
    found: 2,
    hi: 'पते में hub.verify_token एक ही बार होना चाहिए, 2 बार मिला',
    en: 'Expected hub.verify_token once in the address, got it 2 times',
  });
  const page = await service.app.inject({
    url: '/?lang=hi&lang=en',
    headers: { accept: 'text/html' },
  });
  expect([page.statusCode, page.headers['content-type']]).toEqual([
    400,
    'text/html; charset=utf-8',
  ]);
  expect((await service.app.inject('/nothing?a=1&a=2')).statusCode).toBe(400);
});
