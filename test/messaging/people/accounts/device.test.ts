import { expect, test } from 'vitest';
import { detectDevice } from '../../../../messaging/people/accounts/session-routes.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
test.each([
  [
    `(Linux; Android 13; SM-A135F) ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`,
    'Android',
    'Chrome',
  ],
  [
    `(Linux; Android 13) ${webkit} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36`,
    'Android',
    'Samsung Internet',
  ],
  ['(Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0', 'Android', 'Firefox'],
  [
    '(iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1',
    'iPhone',
    'Safari',
  ],
  [
    `(Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
    'Windows',
    'Edge',
  ],
  ['(Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15', 'macOS', 'Safari'],
  ['(X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Linux', 'Firefox'],
])('%s', (comment, system, browser) => {
  expect(detectDevice(`Mozilla/5.0 ${comment}`)).toEqual({ system, browser });
});

test('an unknown agent, or none, is neither', () => {
  for (const agent of [null, '', 'curl/8.5.0']) {
    expect(detectDevice(agent)).toEqual({ system: null, browser: null });
  }
});
