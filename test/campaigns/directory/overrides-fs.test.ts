import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-folder-fs.ts';
import { loadBaseDirectory, loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { OverrideFault } from '../../../campaigns/directory/override-fault.ts';
import { readOverrides } from '../../../campaigns/directory/overrides-fs.ts';
import { describeFault } from '../../../campaigns/words/override-fault-words.ts';
import { folderForTest } from '../../folders.ts';
import { makeWorkbook } from '../tables/workbooks.ts';

const directory = loadBaseDirectory();
const head = 'action,station\n';
const good = `${head}checked,mishrit\n`;
const noUtf8 = 'expected text in UTF-8';
let folder = '';

beforeEach(() => {
  folder = folderForTest('overrides-');
});

const put = (file: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, file), content);
const settled = (from = readOverrides(directory, folder)) =>
  from.directory.stations
    .filter(({ evidence }) => evidence === 'district')
    .map(({ district, id }) => `${district}/${id}`);

describe("the folder of the districts' files", () => {
  it('applies a csv and a workbook, each to its own district', () => {
    put('sitapur.csv', good);
    const book = makeWorkbook([
      { name: 'Notes', rows: [['Read me first']] },
      {
        name: 'थाने',
        rows: [
          ['कार्य', 'थाना', 'हिन्दी नाम'],
          ['जाँच लिया', 'कोतवाली'],
          ['नाम बदलें', 'tajganj', 'ताज  गंज'],
        ],
      },
    ]);
    put('agra.xlsx', book);
    const outcome = readOverrides(directory, folder);
    expect(settled(outcome)).toEqual(['agra/kotwali', 'sitapur/mishrit']);
    expect(outcome.faults.map(describeFault)).toEqual([
      'agra.xlsx, sheet "थाने", row 3, column name_hi: expected single plain spaces between words, got ताज␣␣गंज',
    ]);
  });

  it.each([
    { label: 'semicolons', text: good.replaceAll(',', ';') },
    { label: 'tabs', text: good.replaceAll(',', '\t') },
    { label: 'a byte order mark', text: `\uFEFF${good}` },
    { label: 'line ends of Windows', text: good.replaceAll('\n', '\r\n') },
    { label: 'empty lines and cells', text: `${good},\n\n` },
  ])('reads a csv with $label', ({ text }) => {
    put('sitapur.csv', text);
    expect(settled()).toEqual(['sitapur/mishrit']);
  });

  it('passes over the guide, hidden files and the lock that Excel leaves', () => {
    put('README.md', '# guide');
    put('.DS_Store', 'x');
    put('~$sitapur.xlsx', 'x');
    put('sitapur.csv', good);
    expect(readOverrides(directory, folder).faults).toEqual([]);
    expect(settled()).toEqual(['sitapur/mishrit']);
  });

  it.each([
    ['text in UTF-16', 'agra.csv', Buffer.from(`\uFEFF${good}`, 'utf16le'), noUtf8],
    ['text in an old code page', 'agra.csv', Buffer.from([0x61, 0xe9, 0x2c]), noUtf8],
    ['zero bytes', 'agra.csv', `${good}\0`, 'expected a text file'],
    ['an open quote', 'agra.csv', `${head}checked,"kotwali\n`, 'expected a closing quote'],
    ['text after a quote', 'agra.csv', `${head}checked,"kotwali"x\n`, 'expected a separator'],
    ['nothing', 'agra.csv', '', 'expected a heading'],
    ['no workbook', 'agra.xlsx', good, 'expected an xlsx workbook'],
    ['too much', 'agra.csv', 'x'.repeat(1_000_001), 'expected at most 1000000 bytes, got 1000001'],
    ['another type', 'agra.ods', good, 'expected a .csv or .xlsx file, got agra.ods'],
    ['no such district', 'agraa.csv', good, 'id before the dot (perhaps agra'],
  ])(
    'reports a file with %s, changes nothing by it, and reads the others',
    (_, file, content, fault) => {
      put(file, content);
      put('sitapur.csv', good);
      const outcome = readOverrides(directory, folder);
      expect(settled(outcome)).toEqual(['sitapur/mishrit']);
      expect(outcome.faults).toHaveLength(1);
      expect(outcome.faults.map(describeFault)[0]?.startsWith(`${file}: `)).toBe(true);
      expect(outcome.faults.map(describeFault)[0]).toContain(fault);
    },
  );

  it('uses neither of two files for one district', () => {
    put('sitapur.csv', good);
    put('sitapur.xlsx', 'x');
    const outcome = readOverrides(directory, folder);
    expect(outcome.directory).toEqual(directory);
    expect(outcome.faults.map(({ expected }) => expected.code)).toEqual(['one-file', 'one-file']);
  });

  it('is applied when the directory is loaded, and its faults are handed on', () => {
    put('sitapur.csv', `${good}remove,nowhere\n`);
    const faults: OverrideFault[] = [];
    const loaded = loadDirectory({ overrides: folder, onFault: (fault) => faults.push(fault) });
    expect(loaded.stations.find(({ id }) => id === 'mishrit')?.needsCheck).toBe(false);
    expect(faults.map(({ row, column, found }) => [row, column, found])).toEqual([
      [3, 'station', 'nowhere'],
    ]);
  });

  it('may be switched off', () => {
    expect(loadDirectory({ overrides: false })).toEqual(directory);
  });

  it('must exist when it is named', () => {
    expect(() => loadDirectory({ overrides: join(folder, 'none') })).toThrow(
      'Expected a folder for `overrides`',
    );
  });
});

describe('the guide to it', () => {
  it('shows an example that works', () => {
    const guide = readFileSync(
      join(campaignFolder('up-cop'), 'directory', 'overrides', 'README.md'),
      'utf8',
    );
    const example = /```csv\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    put('sitapur.csv', example);
    const outcome = readOverrides(directory, folder);
    expect(outcome.faults).toEqual([]);
    const actions = ['checked', 'rename', 'add', 'remove'];
    expect(outcome.applied.map(({ action }) => action)).toEqual(actions);
  });
});
