import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadConfig } from '../site/config.ts';
import { hashInputs } from '../site/inputs-hash-fs.ts';
import { folderForTest } from './folders.ts';
import { root } from './start-fixture.ts';

test('a site whose exchange a power cut ended half-way is there again', async () => {
  const folder = folderForTest('exchange-');
  const env = { DATA_DIR: join(folder, 'data'), SITE_DIR: join(folder, 'site') };
  const old = `${env.SITE_DIR}.old`;
  mkdirSync(old);
  writeFileSync(join(old, 'index.html'), 'the site');
  writeFileSync(join(old, '.built-from'), hashInputs(loadConfig(env)));
  const options = { env: { ...process.env, ...env }, cwd: root };
  await promisify(execFile)(process.execPath, ['site/build.ts', '--if-changed'], options);
  expect(readFileSync(join(env.SITE_DIR, 'index.html'), 'utf8')).toBe('the site');
});

test('the site is rebuilt when its inputs change, and only then', () => {
  const dataDir = folderForTest('inputs-');
  const hash = (env: Record<string, string> = {}) =>
    hashInputs(loadConfig({ DATA_DIR: dataDir, CAMPAIGN_TODAY: '2019-04-12', ...env }));
  const before = hash();
  writeFileSync(join(dataDir, 'progress.json'), '{}');
  expect(hash()).toBe(before);
  expect(hash({ PUBLIC_URL: 'https://upcop.example' })).not.toBe(before);
  expect(hash({ CAMPAIGN_TODAY: '2019-04-13' })).not.toBe(before);
  mkdirSync(join(dataDir, 'print'));
  writeFileSync(join(dataDir, 'print', 'manifest.json'), '{}');
  expect(hash()).not.toBe(before);

  const kit = hash();
  const shelve = (...districts: (string | null)[]) => {
    mkdirSync(join(dataDir, 'print', 'social'), { recursive: true });
    const files = districts.map((district) => ({ path: 'social/a.png', district }));
    writeFileSync(join(dataDir, 'print', 'social', 'shelf.json'), JSON.stringify({ files }));
  };
  shelve(null);
  const shelved = hash();
  expect(shelved).not.toBe(kit);
  shelve(null, 'agra');
  expect(hash()).toBe(shelved);
});
