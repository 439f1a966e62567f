import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { start } from '../../../assets/deploy/start.mjs';

const all = ['generator/main.ts', 'site/build.ts', 'messaging/main.ts'];

test.each([
  { label: 'a whole kit', codes: [0, 0, 0], ran: 3, code: 0, said: /^$/ },
  {
    label: 'an incomplete kit is said, and the service starts',
    codes: [1, 0, 0],
    ran: 3,
    code: 0,
    said: /^THE PRINT KIT IS NOT COMPLETE/,
  },
  { label: 'wrong data stops it', codes: [2, 0, 0], ran: 1, code: 2, said: /could not be made/ },
  { label: 'an interruption stops it', codes: [130, 0, 0], ran: 1, code: 130, said: /code 130/ },
  {
    label: 'a site that fails stops it',
    codes: [0, 1, 0],
    ran: 2,
    code: 1,
    said: /could not be built/,
  },
  { label: 'the service has the last word', codes: [0, 0, 3], ran: 3, code: 3, said: /^$/ },
])('$label', async ({ codes, ran, code, said }) => {
  const scripts: string[] = [];
  let text = '';
  const run = async (script: string) => {
    scripts.push(script);
    return codes[all.indexOf(script)] ?? 99;
  };
  expect(
    await start(run, (line) => {
      text += line;
    }),
  ).toBe(code);
  expect(scripts).toEqual(all.slice(0, ran));
  expect(text).toMatch(said);
});

test('npm start with data that cannot be read ends with the code of the generator', () => {
  const root = join(import.meta.dirname, '../../..');
  const ended = spawnSync('npm', ['start'], {
    cwd: root,
    env: { ...process.env, CAMPAIGN: '/nowhere' },
    encoding: 'utf8',
  });
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('/nowhere');
  expect(ended.stderr).toContain('Nothing was started');
}, 30_000);
