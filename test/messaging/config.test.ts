import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { expect, test } from 'vitest';
import { environment, loadConfig } from '../../messaging/config.ts';

test('nothing needs to be set', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8080',
    databaseUrl: undefined,
    worker: true,
  });
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.spoolDir).toBe(join(config.dataDir, 'spool'));
});

test('the example file lists every variable, and is a valid environment', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');
  const lines = text.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
  const example = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  expect(Object.keys(example).sort()).toEqual(Object.keys(environment.shape).sort());
  expect(loadConfig(example)).toEqual(loadConfig({}));
});

test.each([
  ['PORT', '80800'],
  ['PORT', 'http'],
  ['PUBLIC_URL', 'outreach.example'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['CAMPAIGN_TODAY', '30.04.2019'],
  ['WORKER', 'yes'],
])('a wrong value is named with what was given: %s=%s', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`\`${name}\`.*"${value}"`));
});

test.each([
  ['AUTH_SECRET', 'geheim'],
  ['DATABASE_URL', 'mysql://user:geheim@127.0.0.1/x'],
  ['REDIS_URL', 'http://:geheim@127.0.0.1'],
])('a wrong secret is named and not shown: %s', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(
    new RegExp(`\`${name}\`: (?!.*geheim).*not shown`),
  );
});

test('one side of the service listens where nginx expects it, on a database that the other one shares', () => {
  const env = { PORT: '8080', CONSOLE_PORT: '8081', DATABASE_URL: 'postgresql://127.0.0.1/x' };
  const start = (...args: string[]) => loadConfig(env, args);
  expect(start()).toMatchObject({ only: 'both', port: 8080 });
  expect(start('--only', 'public')).toMatchObject({ only: 'public', port: 8080 });
  expect(start('--only', 'console')).toMatchObject({
    only: 'console',
    port: 8081,
    publicUrl: 'http://localhost:8080',
  });
  expect(() => start('--only', 'citizens')).toThrow(
    'Expected --only public|console|both, got citizens',
  );
  expect(() => loadConfig({}, ['--only', 'public'])).toThrow(
    /^Expected `DATABASE_URL` with --only public, got none: the embedded database/,
  );
});

test('a slash at the end of the public address is dropped', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://outreach.example/' }).publicUrl).toBe(
    'https://outreach.example',
  );
});
