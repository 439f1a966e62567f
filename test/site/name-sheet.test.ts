import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { readOverrides } from '../../campaigns/directory/overrides-fs.ts';
import { stationsOf } from '../../campaigns/directory/station.ts';
import { nameSheet } from '../../site/name-sheet.ts';
import { folderForTest } from '../folders.ts';

const directory = loadBaseDirectory();

test('a sheet that the district has filled in settles every doubtful name', () => {
  const sheet = nameSheet(stationsOf(directory, 'agra'), { urdu: true });
  expect(sheet).toContain('उर्दू नाम');
  const filled = sheet.replace(/^,/gm, 'सही,');
  const folder = folderForTest('names-');
  writeFileSync(join(folder, 'agra.csv'), filled);
  const { directory: settled, faults } = readOverrides(directory, folder);
  expect(faults).toEqual([]);
  expect(stationsOf(directory, 'agra').some(({ needsCheck }) => needsCheck)).toBe(true);
  expect(stationsOf(settled, 'agra').some(({ needsCheck }) => needsCheck)).toBe(false);
});
