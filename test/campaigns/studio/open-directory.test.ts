import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { OwnLanguage } from '../../../campaigns/language.ts';
import {
  addDirectory,
  readOpenDirectory,
  sayTold,
} from '../../../campaigns/studio/directory-files-fs.ts';
import { startCampaign } from '../../../campaigns/studio/new-campaign-fs.ts';
import { addTiles } from '../../../campaigns/studio/open-places.ts';
import { folderForTest } from '../../folders.ts';

function readList(text: string | Uint8Array, language: OwnLanguage = 'hi') {
  const file = join(folderForTest('open-list-'), 'list.csv');
  writeFileSync(file, text);
  return readOpenDirectory(file, language);
}
const tell = (rows: readonly string[], language?: OwnLanguage) =>
  readList(['District,Police Station,Latitude,Longitude', ...rows].join('\n'), language).told.map(
    ({ line, text }) => `${line ?? ''} ${text[1]}`,
  );
const good = Array.from({ length: 8 }, (_, at) => `Korba,Good ${at},22.${at},82.${at}`);

test.each([
  { taken: [], places: ['1,0', '0,1', '1,1'] },
  { taken: ['0,0', '1,0', '2,0', '0,1'], places: ['1,1', '2,1', '0,2'] },
  { taken: ['2,0', '1,1', '2,1'], places: ['0,2', '1,2', '2,2'] },
])('further districts take the tiles behind $taken', ({ taken, places }) => {
  const toTile = (place: string) => {
    const [tileCol = 0, tileRow = 0] = place.split(',').map(Number);
    return { tileCol, tileRow };
  };
  const added = addTiles(['0,1', '1,0', '1,1'].map(toTile), taken.map(toTile));
  expect(added.map(({ tileCol, tileRow }) => `${tileCol},${tileRow}`).sort()).toEqual(
    places.toSorted(),
  );
});

describe('a published list of police stations', () => {
  test.each([
    ['a station without a district', ',Torwa,22.1,82.1', '2 left out: no district'],
    ['a district without a station', 'Durg,,,', '2 left out: no station'],
    [
      'a wrong letter',
      'Durg,Supela@,,',
      '2 left out: expected only letters.*English name of the station, got “Supela@”',
    ],
    [
      'coordinates swapped',
      'Durg,Supela,81.34,21.19',
      '2 latitude and longitude were swapped: 81.34, 21.19',
    ],
    ['no coordinates', 'Durg,Supela,north,81', '2 without its place: expected degrees'],
    ['a place abroad', 'Durg,Supela,48.85,2.35', '2 without its place: expected a place in India'],
    [
      'a place outside the box of the others',
      'Durg,Supela,31.5,74.9',
      '2 31.5, 74.9 is outside the box of the others',
    ],
  ])('tells %s by its line', (_, row, told) => {
    expect(tell([row, ...good])).toEqual(expect.arrayContaining([expect.stringMatching(told)]));
  });

  test('the word for a station is left out before or behind a name that begins with it too', () => {
    const { stations } = readList(
      'District,थाना,Police Station\nShamli,थानाभवन थाना,Thana Bhawan\nShamli,थाना कैराना,Kairana\n',
    );
    expect(stations.map(({ nameHi }) => nameHi).sort()).toEqual(['कैराना', 'थानाभवन']);
  });

  test('tells what is there twice, what sounds alike, and names that are in several districts', () => {
    const told = tell([
      ...['Durg,Supela,,', 'Durg,SUPELA PS,,', 'Durg,Soopela,,', 'Dhurg,Mohan Nagar,,'],
      ...['Korba,Supela,,', ...good],
    ]);
    expect(told).toEqual([
      '3 left out: Supela of Durg is in line 2 already',
      '4 Soopela sounds as Supela of line 2: two stations?',
      '5 Dhurg sounds as Durg of line 2: two districts?',
      expect.stringMatching(
        /^ 15 names are drafts .*: district Durg → दुर्ग, Supela → .* and 5 more$/,
      ),
      ' 2 districts have no place: on the map by the order of their names',
      ' in several districts: Supela (2)',
    ]);
  });

  test('names as drafts what was drafted alone, not the stations that came with their name', () => {
    const { told } = readList('District,थाना,Police Station\nDurg,सुपेला,Supela\nDurg,,Arjunda\n');
    expect(told.map(({ text }) => text[1])).toContain(
      '2 names are drafts or sound alike, the districts check them: district Durg → दुर्ग, Arjunda → अरजुंडा',
    );
  });

  test.each([
    { label: 'the station, in the own language', row: 'Durg,दुर्ग,Supela,' },
    { label: 'the station, in English', row: 'Durg,दुर्ग,,सुपेला' },
    { label: 'its district, in the own language', row: 'Durg,,Supela,सुपेला' },
    { label: 'its district, in English', row: ',दुर्ग,Supela,सुपेला' },
  ])('a station is a draft where one name was drafted: $label', ({ row }) => {
    const { stations } = readList(`District,जनपद,Police Station,थाना\n${row}\n`);
    expect(stations.map(({ evidence }) => evidence)).toEqual(['draft']);
  });

  test.each([
    {
      label: 'UTF-8 with its mark and semicolons',
      encode: (text: string) => Buffer.from(`\uFEFF${text}`),
      says: [],
    },
    {
      label: 'UTF-16',
      encode: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      says: ['read as utf-16le, not UTF-8'],
    },
  ])('reads $label, titles above the head, and heads of the own language', ({ encode, says }) => {
    const list = 'ಪಟ್ಟಿ;;;\nಕ್ರ;ಜಿಲ್ಲೆ;ಪೊಲೀಸ್ ಠಾಣೆ;Police Station\n1;ಮೈಸೂರು;ಕಡೂರು ಪೊಲೀಸ್ ಠಾಣೆ;KADUR P.S.\n';
    const { stations, districts, told } = readList(encode(list), 'kn');
    expect(districts).toMatchObject([{ id: 'maisuru', nameHi: 'ಮೈಸೂರು', nameEn: 'Maisuru' }]);
    expect(stations).toEqual([
      {
        district: 'maisuru',
        id: 'kadur',
        kind: 'territorial',
        nameEn: 'Kadur',
        nameHi: 'ಕಡೂರು',
        evidence: 'draft',
      },
    ]);
    const whole = told.map(({ text }) => text[1]).filter((text) => text.startsWith('read'));
    expect(whole).toEqual(says);
  });

  test.each([
    ['English', 'Durg,,Supela,', 'Durg,दुर्ग़,Mohan Nagar,', { nameEn: 'Durg', nameHi: 'दुर्ग़' }],
    ['own', ',मैसूर,Kadur,', 'Mysuru,मैसूर,Hunsur,', { nameEn: 'Mysuru', nameHi: 'मैसूर' }],
  ])(
    'takes the real name of a district that a line has in its %s name only from another line',
    (_, half, whole, name) => {
      for (const rows of [
        [half, whole],
        [whole, half],
      ]) {
        const { districts, stations } = readList(
          ['District,जनपद,Police Station,थाना', ...rows].join('\n'),
        );
        expect(districts).toMatchObject([name]);
        expect(new Set(stations.map(({ district }) => district)).size).toBe(1);
      }
    },
  );

  test('reads Latin-1, says so, and leaves out names that are not in the letters of the language', () => {
    const { stations, told } = readList(
      Buffer.from('District,Station\nDurg,Supel\xe9\nDurg,Supela\n', 'latin1'),
    );
    expect(stations).toHaveLength(1);
    expect(told.map(({ text }) => text[1]).join('\n')).toMatch(/Supelé[\s\S]*read as windows-1252/);
  });

  test.each([
    ['hi', undefined, '  पंक्ति 2: छोड़ी गई: जनपद नहीं लिखा\n'],
    ['ta', 'hi', '  पंक्ति 2: छोड़ी गई: जनपद नहीं लिखा\n'],
    ['ta', undefined, '  line 2: left out: no district\n'],
  ] as const)('is told about to offices in %s with %s standing in', (own, fallback, said) => {
    const { told } = readList('District,Police Station\n,Torwa\nDurg,Supela\n', own);
    expect(sayTold(told.slice(0, 1), { languages: [own, 'en'], fallback })).toBe(said);
  });

  test('without a head is refused with what is there', () => {
    expect(() => readList('Name,Place\nA,B\n')).toThrow(
      /Expected a head with a column of districts.*got Name, Place/,
    );
  });

  test('is added to a campaign: what is there stays with its name and code', async () => {
    const answers = {
      language: 'hi' as const,
      ...{ app: 'Sahayak', appOwn: 'सहायक', state: 'Some State', stateOwn: 'राज्य' },
      ...{ goal: 1000, goalEnds: '2030-01-01' },
      ...{ district: 'Durg', districtOwn: 'दुर्ग', station: 'Supela', stationOwn: 'सुपेला' },
    };
    const folder = await startCampaign('begun', answers, {
      where: folderForTest('begun-'),
      today: '2026-12-02',
    });
    const codes = readFileSync(join(folder, 'codes.csv'), 'utf8');
    const list = readList(
      'District,थाना,Police Station\nDURG,सुपेलाबाद,SUPELA\nDURG,,ARJUNDA\nKORBA,,DARRI\n',
    );
    const added = addDirectory(folder, list, { language: 'hi', zone: 'state', range: 'state' });
    expect(added.districts.map(({ id }) => id)).toEqual(['korba']);
    expect(added.stations.map(({ id }) => id)).toEqual(['arjunda', 'darri']);
    const { districts, stations } = loadBaseDirectory(folder);
    expect(districts.map(({ id, tileCol, tileRow }) => [id, tileCol, tileRow])).toEqual([
      ['durg', 0, 0],
      ['korba', 0, 1],
    ]);
    expect(stations.map(({ id, nameHi, evidence }) => [id, nameHi, evidence])).toEqual([
      ['arjunda', 'अरजुंडा', 'draft'],
      ['supela', 'सुपेला', 'check'],
      ['darri', 'दर्री', 'draft'],
    ]);
    const now = readFileSync(join(folder, 'codes.csv'), 'utf8');
    expect(now.startsWith(codes)).toBe(true);
    expect(now.split('\n')).toHaveLength(codes.split('\n').length + 3);
  });

  test('that is added again with names in the own script takes them for the drafts, and names what differs elsewhere', async () => {
    const answers = {
      language: 'hi' as const,
      ...{ app: 'Sahayak', appOwn: 'सहायक', state: 'Some State', stateOwn: 'राज्य' },
      ...{ goal: 1000, goalEnds: '2030-01-01' },
      ...{ district: 'Durg', districtOwn: 'दुर्ग', station: 'Supela', stationOwn: 'सुपेला' },
    };
    const folder = await startCampaign('again', answers, {
      where: folderForTest('again-'),
      today: '2026-12-02',
    });
    const area = { language: 'hi' as const, zone: 'state', range: 'state' };
    const head = 'District,जनपद,Police Station,थाना';
    addDirectory(folder, readList(`${head}\nKorba,,Darri,\nKorba,,Katghora,\n`), area);
    const named = `${head}\nKorba,कोर्बा,Darri,दर्री\nKorba,कोर्बा,Katghora,कटघोरा\nDurg,दुर्गा,Supela,सुपेलाबाद\n`;
    const { told, ...added } = addDirectory(folder, readList(named), area);
    expect(added).toEqual({ districts: [], stations: [] });
    const { districts, stations } = loadBaseDirectory(folder);
    expect(districts.map(({ nameHi }) => nameHi)).toEqual(['दुर्ग', 'कोर्बा']);
    expect(stations.map(({ nameHi, evidence }) => [nameHi, evidence])).toEqual([
      ['सुपेला', 'check'],
      ['दर्री', 'one-list'],
      ['कटघोरा', 'one-list'],
    ]);
    expect(told.map(({ text }) => text[1])).toEqual([
      expect.stringMatching(/^Corrected names: 2, Korba \S+ → कोर्बा, Katghora \S+ → कटघोरा$/),
      'not as in the list, left as they are: 2, Durg दुर्ग → दुर्गा, Supela सुपेला → सुपेलाबाद',
    ]);
  });

  test('answers without a name in the own language begin with a draft, as a list does', async () => {
    const folder = await startCampaign(
      'drafted',
      {
        language: 'hi',
        ...{ app: 'Sahayak', appOwn: 'सहायक', state: 'Some State', stateOwn: 'राज्य' },
        ...{ goal: 1000, goalEnds: '2030-01-01' },
        ...{ district: 'Durg', districtOwn: '', station: 'Supela', stationOwn: 'सूपेला' },
      },
      { where: folderForTest('drafted-'), today: '2026-12-02' },
    );
    expect(loadBaseDirectory(folder).stations.map(({ evidence }) => evidence)).toEqual(['draft']);
    const area = { language: 'hi' as const, zone: 'state', range: 'state' };
    const list = readList('District,जनपद,Police Station,थाना\nDurg,दुर्ग,Supela,सुपेलाबाद\n');
    const { told } = addDirectory(folder, list, area);
    const { districts, stations } = loadBaseDirectory(folder);
    expect(districts.map(({ nameHi }) => nameHi)).toEqual(['दुर्ग']);
    expect(stations.map(({ nameHi, evidence }) => [nameHi, evidence])).toEqual([['सूपेला', 'draft']]);
    expect(told.map(({ text }) => text[1])).toContain(
      'not as in the list, left as they are: 1, Supela सूपेला → सुपेलाबाद',
    );
  });
});
