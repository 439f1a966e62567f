import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { authSecret } from '../../../../messaging/platform/process/secret-fs.ts';
import { folderForTest } from '../../../folders.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest('secret-');
});

test('without a setting a secret is made once, for the service alone', () => {
  const dataDir = join(folder, 'data');
  const secret = authSecret(dataDir, undefined);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(authSecret(dataDir, undefined)).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(['auth-secret']);
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  expect(authSecret(join(folder, 'other'), undefined)).not.toBe(secret);
});

test('a secret that is set is used, and nothing is written', () => {
  expect(authSecret(folder, 'x'.repeat(40))).toBe('x'.repeat(40));
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['no length', ''],
  ['zeros', '\0'.repeat(44)],
])('a file of %s, as an earlier version left it after a power cut, holds no secret', (_, text) => {
  writeFileSync(join(folder, 'auth-secret'), text);
  const secret = authSecret(folder, undefined);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(authSecret(folder, undefined)).toBe(secret);
});

test('a file that was cut off is refused', () => {
  writeFileSync(join(folder, 'auth-secret'), 'short\n');
  expect(() => authSecret(folder, undefined)).toThrow('Expected at least 32 characters');
});
