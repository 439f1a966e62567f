import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import {
  applyCorrections,
  type Correction,
  correct,
  correctionForm,
  readDistrictList,
} from '../../../campaigns/directory/corrections.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { OverrideFault } from '../../../campaigns/directory/override-fault.ts';
import { stationKey, stationsOf } from '../../../campaigns/directory/station.ts';
import { withUrduNames } from '../../../campaigns/print/own-fields/urdu-name.ts';
import { publishedIn } from '../../../campaigns/published-fs.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import { openFolder } from '../../folders.ts';

const base = loadDirectory({ overrides: false });
const head = 'action,station,name_hi,name_en,kind,remark\n';

const correctLucknow = (text: string, earlier: readonly Correction[] = []) =>
  correct(base, 'lucknow', { earlier, table: readDistrictList('lucknow.csv', parseCsv(text)) });
const take = (rows: string, earlier?: readonly Correction[]) =>
  correctLucknow(head + rows, earlier);
const entered = new Map([['lucknow/hazratganj', { 'name-ur': 'تھانہ حضرت گنج' }]]);
const inUrdu = withUrduNames(base, entered);
const find = (corrections: readonly Correction[], id: string, of = base) =>
  stationsOf(applyCorrections(of, corrections).directory, 'lucknow').find(
    (station) => station.id === id,
  );

test('a name that was changed twice is one correction, from the compiled name to the last', () => {
  const first = take('rename,hazratganj,हज़रतगंज,,,\n').corrections;
  const { corrections, faults } = take('rename,hazratganj,हज़रत गंज,,,letter 4\n', first);
  expect(faults).toEqual([]);
  expect(corrections).toEqual([
    {
      district: 'lucknow',
      station: 'hazratganj',
      action: 'rename',
      nameHi: 'हज़रत गंज',
      nameEn: 'Hazratganj',
      kind: 'territorial',
      remark: 'letter 4',
    },
  ]);
  expect(find(corrections, 'hazratganj')?.nameHi).toBe('हज़रत गंज');
});

test('a confirmed name stays also when the compiled list is changed later', () => {
  const { corrections } = take('checked,hazratganj,,,,\n');
  const stations = base.stations.map((station) =>
    stationKey(station) === 'lucknow/hazratganj' ? { ...station, nameHi: 'कुछ और' } : station,
  );
  const later = { ...base, stations };
  const found = find(corrections, 'hazratganj', later);
  expect(found).toMatchObject({ nameHi: 'हजरतगंज', evidence: 'district', needsCheck: false });
});

test('a station that was added and is renamed stays one that was added; removed, nothing is left', () => {
  const added = take('add,,नई चौकी नगर,Nai Chauki Nagar,,\n').corrections;
  expect(added).toMatchObject([{ station: 'nai-chauki-nagar', action: 'add' }]);
  const renamed = take('rename,nai-chauki-nagar,नई चौकी,,,\n', added).corrections;
  expect(renamed).toMatchObject([{ action: 'add', nameHi: 'नई चौकी' }]);
  const removed = take('remove,nai-chauki-nagar,,,,\n', renamed);
  expect(removed).toMatchObject({ corrections: [], touched: ['nai-chauki-nagar'], faults: [] });
});

test('a removed station of the compiled list stays removed, and its row says so', () => {
  const { corrections } = take('remove,hazratganj,,,,merged\n');
  expect(corrections).toMatchObject([
    { station: 'hazratganj', action: 'remove', remark: 'merged' },
  ]);
  expect(find(corrections, 'hazratganj')).toBeUndefined();
});

test('good rows are taken and bad ones told; a prefilled list that nobody wrote into says nothing', () => {
  const { touched, faults } = take(
    'rename,hazratganj,Hazratganj,,,\nchecked,alambagh,,,,\nrename,nowhere,कहीं,,,\n,,,,,\n',
  );
  expect(touched).toEqual(['alambagh']);
  expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 name_hi', '4 station']);
  const form = correctionForm(stationsOf(inUrdu, 'lucknow'), { urdu: true });
  const rows = form.map((cells, at) => ({ line: at + 1, cells }));
  const unwritten = correct(inUrdu, 'lucknow', {
    earlier: [],
    table: readDistrictList('lucknow.csv', rows),
  });
  expect(unwritten).toEqual({ corrections: [], touched: [], urdu: [], faults: [] });
});

test('what is published applies as it was entered, and what no longer fits is left out and told', () => {
  const { corrections } = take(
    'rename,hazratganj,हज़रतगंज,,,\nadd,,नई चौकी नगर,Nai Chauki Nagar,mahila,=1+1\nremove,alambagh,,,,\n',
  );
  const published = publishedIn(openFolder('corrections-'));
  const lost = { ...corrections[1], station: 'nowhere', district: 'agra' };
  const names = [lost, ...corrections];
  mkdirSync(dirname(published.stationsFile));
  writeFileSync(published.stationsFile, JSON.stringify({ names, fields: [] }));
  const faults: OverrideFault[] = [];
  const onFault = (fault: OverrideFault) => void faults.push(fault);
  const { stations } = loadDirectory({ overrides: false, published, onFault });
  const now = stations.filter(({ district }) => district === 'lucknow');
  expect(now.find(({ id }) => id === 'hazratganj')?.nameHi).toBe('हज़रतगंज');
  expect(now.find(({ id }) => id === 'nai-chauki-nagar')?.kind).toBe('mahila');
  expect(now.find(({ id }) => id === 'alambagh')).toBeUndefined();
  expect(faults).toMatchObject([
    { file: 'agra', row: 1, column: 'station', expected: { code: 'known-station' } },
  ]);
});

test('names in Urdu are told beside the corrections: with a word on the name, alone, or not at all where they stand already', () => {
  const rows = parseCsv(
    'कार्य,थाना,हिन्दी नाम,अंग्रेज़ी नाम,उर्दू नाम,प्रकार,टिप्पणी\n' +
      ',hazratganj,हजरतगंज,Hazratganj,تھانہ حضرت گنج,territorial,\n' +
      'सही,alambagh,,, تھانہ عالم باغ ,,\n' +
      ',gomtinagar,,,تھانہ گومتی نگر,,\n' +
      'सही,chinhat,,,थाना चिनहट,,\n' +
      'जोड़ें,,नई चौकी नगर,Nai Chauki Nagar,تھانہ نئی چوکی,,\n',
  );
  const table = readDistrictList('lucknow.csv', rows);
  const { corrections, touched, urdu, faults } = correct(inUrdu, 'lucknow', { earlier: [], table });
  expect(urdu).toEqual([
    { station: 'alambagh', nameUr: 'تھانہ عالم باغ', row: 3 },
    { station: 'gomtinagar', nameUr: 'تھانہ گومتی نگر', row: 4 },
    { station: 'nai-chauki-nagar', nameUr: 'تھانہ نئی چوکی', row: 6 },
  ]);
  expect(touched).toEqual(['alambagh', 'nai-chauki-nagar']);
  expect(corrections.map(({ station }) => station)).toEqual(['alambagh', 'nai-chauki-nagar']);
  expect(JSON.stringify(corrections)).not.toContain('تھانہ');
  const expected = { code: 'not-Urdu' };
  expect(faults).toMatchObject([{ row: 5, column: 'name_ur', expected, found: 'थाना चिनहट' }]);
});
