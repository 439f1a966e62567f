import { expect, test } from 'vitest';
import { correct, readDistrictList } from '../../../campaigns/directory/corrections.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { checkNameGrammar, isSpelling } from '../../../campaigns/directory/name-grammar.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';

test.each(['up-cop', 'gujarat-citizen-first', 'maharashtra-citizen-portal'])(
  'every name of the directory has the grammar of a name: %s',
  (campaign) => {
    const faults = loadDirectory({ campaign }).stations.flatMap((station) =>
      [station.nameHi, station.nameEn]
        .filter((name) => checkNameGrammar(name) !== null)
        .map((name) => [stationKey(station), name]),
    );
    expect(faults).toEqual([]);
  },
);

test.each([
  { name: 'दुष्कर्म पीड़िता आरती पुत्री रामलाल मो 98', code: 'name-person' },
  { name: 'आरती पुत्री रामलाल', code: 'name-person' },
  { name: 'आरती उम्र सोलह', code: 'name-person' },
  { name: 'Aarti Daughter of Ramlal', code: 'name-person' },
  { name: 'ताजगंज 9839001234', code: 'name-number' },
  { name: 'सेक्टर 39 और 40', code: 'name-number' },
  { name: 'ताजगंज के पास वाले पीले घर में रहती है', code: 'name-words' },
  { name: 'सेक्टर-142', code: null },
  { name: 'जी.आर.पी. आगरा कैण्ट', code: null },
])('$name breaks the rule $code', ({ name, code }) => {
  expect(checkNameGrammar(name)).toBe(code);
});

test('a name that says more than a name is refused by its row, whatever file or form it came in', () => {
  const list =
    'action,station,name_hi,name_en\nrename,tajganj,पीड़िता आरती पुत्री रामलाल,\nrename,baah,,Baah 98 39\n';
  const { faults, touched } = correct(loadDirectory({ overrides: false }), 'agra', {
    earlier: [],
    table: readDistrictList('agra.csv', parseCsv(list)),
  });
  expect(touched).toEqual([]);
  expect(faults).toMatchObject([
    { row: 2, column: 'name_hi', expected: { code: 'name-person' } },
    { row: 3, column: 'name_en', expected: { code: 'name-number' } },
  ]);
});

const tajganj = { nameHi: 'ताजगंज', nameEn: 'Tajganj' };
test.each([
  { nameHi: 'ताज गंज', nameEn: 'Taj Ganj', spells: true },
  { nameHi: 'ताज़गंज', nameEn: 'Taazganj', spells: true },
  { nameHi: 'ताज-गंज', nameEn: 'Tajgunj', spells: false },
  { nameHi: 'ताजगन्ज', nameEn: 'Tajganj', spells: true },
  { nameHi: 'ताजगंज', nameEn: 'Rajganj', spells: false },
  { nameHi: 'राजगंज', nameEn: 'Tajganj', spells: false },
  { nameHi: 'आरती रामलाल', nameEn: 'Aarti Ramlal', spells: false },
  { nameHi: 'ताजगंज नगर', nameEn: 'Tajganj', spells: false },
])('$nameHi, $nameEn is another spelling of ताजगंज: $spells', ({ spells, ...after }) => {
  expect(isSpelling(tajganj, after)).toBe(spells);
});

test('the spelling of the directory in the other script is no new name', () => {
  expect(
    isSpelling({ nameHi: 'खेरागढ', nameEn: 'Kheragarh' }, { nameHi: 'खेरागढ़', nameEn: 'Kheragarh' }),
  ).toBe(true);
  expect(isSpelling({ nameHi: 'कोटी', nameEn: 'Kothi' }, { nameHi: 'कोठी', nameEn: 'Kothi' })).toBe(
    true,
  );
});
