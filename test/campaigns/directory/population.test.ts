import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadPopulation, readPopulation } from '../../../campaigns/directory/population-fs.ts';
import { folderForTest } from '../../folders.ts';

test('every district has its people, and together they are the state of the census', () => {
  const byDistrict = loadPopulation('up-cop')?.byDistrict ?? new Map();
  const ids = loadBaseDirectory().districts.map(({ id }) => id);
  expect([...byDistrict.keys()].sort()).toEqual(ids.sort());
  expect([...byDistrict.values()].reduce((sum, people) => sum + people)).toBe(199_812_341);
});

test('districts made around the census are told apart from those that it counted itself', () => {
  const regrouped = loadPopulation('up-cop')?.regrouped ?? new Set();
  expect([...regrouped]).toEqual(expect.arrayContaining(['amethi', 'hapur', 'sambhal', 'shamli']));
  expect(regrouped.has('agra')).toBe(false);
});

test('a figure that does not make up the sum is refused with its place', () => {
  const good = readFileSync('campaigns/up-cop/directory/population.yaml', 'utf8');
  const file = join(folderForTest('population-'), 'population.yaml');
  writeFileSync(file, good.replace('hapur: 1338311', 'hapur: 1338211'));
  expect(() => readPopulation(file)).toThrow(/regrouped.0: .* make up 4681645, got 4681545/);
  writeFileSync(file, good.replace('agra: 4418797', 'agra: 4418798'));
  expect(() => readPopulation(file)).toThrow(/state: .* make up 199812341, got 199812342/);
});

test('a campaign need not have populations', () => {
  expect(loadPopulation('gujarat-citizen-first')).toBeUndefined();
});
