import { expect, test } from 'vitest';
import { officerCookie } from '../../../../campaigns/offices/officer-cookie.ts';
import { classifyVisitor } from '../../../../messaging/scanning/scans/visitor-kind.ts';

const phone =
  'Mozilla/5.0 (Linux; Android 10; Redmi 8A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';

test('a scan from the browser of an officer is not counted as a citizen’s', () => {
  expect(classifyVisitor('GET', { 'user-agent': phone })).toBe('person');
  const cookie = `scan=abc; ${officerCookie}`;
  expect(classifyVisitor('GET', { 'user-agent': phone, cookie })).toBe('officer');
  expect(classifyVisitor('HEAD', { 'user-agent': phone, cookie })).toBe('head');
});
