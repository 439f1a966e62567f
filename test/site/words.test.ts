import { expect, test } from 'vitest';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { loadConfig } from '../../site/config.ts';
import { groupFiles, listPreviews, printFiles } from '../../site/files.ts';
import { formatBytes, formatDay, formatNumber, formatRupees } from '../../site/i18n/format.ts';

test.each([
  [1, '1 kB'],
  [228_400, '228 kB'],
  [1_249_000, '1.2 MB'],
  [48_400_000, '48 MB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('numbers are grouped the Indian way, with Latin digits, in both languages', () => {
  expect([formatNumber(250_000, 'hi'), formatNumber(250_000, 'en')]).toEqual([
    '2,50,000',
    '2,50,000',
  ]);
});

test.each([
  [15, '₹0.15'],
  [150, '₹1.50'],
  [12_50_000, '₹12,500'],
  [3_00_00_000, '₹3,00,000'],
])('%i paise are written %s in both languages', (paise, text) => {
  expect([formatRupees(paise, 'hi'), formatRupees(paise, 'en')]).toEqual([text, text]);
});

test('days are written out in the language of the page', () => {
  expect([formatDay('2019-04-30', 'hi'), formatDay('2019-04-30', 'en')]).toEqual([
    '30 अप्रैल 2019',
    '30 April 2019',
  ]);
});

const file = (
  artwork: string,
  format: string,
  path = `a/b/${artwork}.${format}`,
): ManifestFile => ({
  district: 'a',
  station: 'b',
  nameHi: 'ब',
  artwork,
  format,
  path,
  bytes: 1,
  sha256: '0'.repeat(64),
  widthMm: 2438.4,
  heightMm: 1524,
  code: null,
  url: null,
});

test('the board’s PDF stands first, unknown artworks last, and previews are no files to take', () => {
  const files = [
    file('vinyl', 'pdf'),
    file('pamphlet', 'pdf'),
    file('board', 'tif'),
    file('board', 'png'),
    file('board', 'pdf'),
  ];
  expect(printFiles(files).map(({ artwork, format }) => `${artwork} ${format}`)).toEqual([
    'board pdf',
    'board tif',
    'pamphlet pdf',
    'vinyl pdf',
  ]);
});

test('files stand in groups: outside with the board first, to hand out, inside', () => {
  const files = [
    file('sticker', 'pdf'),
    file('pamphlet-one-ink', 'pdf'),
    file('standee', 'pdf'),
    file('vinyl', 'pdf'),
    file('board', 'rgb'),
    file('board', 'pdf'),
  ];
  const shown = groupFiles(files).map(({ id, files: inGroup }) => [
    id,
    inGroup.map(({ artwork, format }) => `${artwork} ${format}`),
  ]);
  expect(shown).toEqual([
    ['boards', ['board pdf', 'board rgb', 'standee pdf']],
    ['pamphlets', ['pamphlet-one-ink pdf']],
    ['posters', ['sticker pdf']],
    ['others', ['vinyl pdf']],
  ]);
});

test('previews are known by the width in their name, and keep the board’s proportion', () => {
  const files = [
    file('board', 'png', 'a/b/a-b-board-1440.png'),
    file('board', 'png', 'a/b/a-b-board-480.png'),
    file('board', 'pdf'),
  ];
  expect(listPreviews(files, 'board')).toEqual([
    { url: '/files/a/b/a-b-board-480.png', width: 480, height: 300 },
    { url: '/files/a/b/a-b-board-1440.png', width: 1440, height: 900 },
  ]);
});

test('the sides of a pamphlet are told apart', () => {
  const paths = ['a/b/a-b-pamphlet-front-480.png', 'a/b/a-b-pamphlet-back-480.png'];
  const files = paths.map((path) => file('pamphlet', 'png', path));
  expect(listPreviews(files, 'pamphlet', 'back').map(({ url }) => url)).toEqual([
    `/files/${paths[1]}`,
  ]);
  expect(listPreviews(files, 'pamphlet')).toEqual([]);
});

test('a wrong setting is named with what it was', () => {
  expect(() => loadConfig({ CAMPAIGN_TODAY: '12.04.2019', PUBLIC_URL: 'ftp://x' })).toThrow(
    /2 wrong values:\n {2}`CAMPAIGN_TODAY`.*"12\.04\.2019"\n {2}`PUBLIC_URL`.*"ftp:\/\/x"/,
  );
});

test('an empty setting means the default', () => {
  const { publicUrl, today, builtOn } = loadConfig({ PUBLIC_URL: '', CAMPAIGN_TODAY: '' });
  expect(publicUrl).toBe('http://localhost:8080');
  expect(today).toBe(builtOn);
});
