import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { placeShippedSite } from '../../../assets/deploy/shipped-site-fs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipped-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'built', 'en'), { recursive: true });
  writeFileSync(join(folder, 'built', 'en', 'index.html'), 'shipped');
});
const place = () => placeShippedSite(join(folder, 'built'), join(folder, 'data', 'site'));

test('a first start has the pages that came with the release, and nothing beside them', () => {
  place();
  expect(readFileSync(join(folder, 'data/site/en/index.html'), 'utf8')).toBe('shipped');
  expect(readdirSync(join(folder, 'data'))).toEqual(['site']);
});

test('a site that an installation has built stays', () => {
  mkdirSync(join(folder, 'data/site'), { recursive: true });
  place();
  expect(readdirSync(join(folder, 'data/site'))).toEqual([]);
});

test('a link to a release that is gone makes room for the next one', () => {
  mkdirSync(join(folder, 'data'));
  symlinkSync(join(folder, 'gone'), join(folder, 'data/site'));
  place();
  expect(readdirSync(join(folder, 'data/site'))).toEqual(['en']);
});

test('a clone, with which no site comes, goes without', () => {
  rmSync(join(folder, 'built'), { recursive: true });
  place();
  expect(readdirSync(folder)).toEqual([]);
});
