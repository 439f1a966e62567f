import { expect, test } from 'vitest';
import { bulkCells, bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import { BulkError, mostBulkRows, readBulk } from '../../../campaigns/activities/bulk-table.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { makeWorkbook } from '../tables/workbooks.ts';

const stations = stationsOf(loadBaseDirectory(), 'lucknow');
const file = (bytes: Uint8Array, name = 'list.csv') => ({ name, bytes });
const csv = (...lines: string[]) => file(Buffer.from(`\ufeff${lines.join('\n')}\n`));

test('rows in Hindi, English and a spreadsheet’s own writing are read alike', () => {
  const read = readBulk(
    'board',
    csv('दिनांक,थाना,अभ्युक्ति', '10.04.2019,हजरतगंज,मुख्य द्वार', '२०१९-०४-१०,chowk,', '43565,Aliganj,'),
    stations,
  );
  expect(read.rejects).toEqual([]);
  expect(read.rows.map(({ entry }) => [entry.day, entry.station, entry.remark])).toEqual([
    ['2019-04-10', 'hazratganj', 'मुख्य द्वार'],
    ['2019-04-10', 'chowk', ''],
    ['2019-04-10', 'aliganj', ''],
  ]);
});

test('a workbook is read sheet by sheet, and a wrong cell named by sheet, row and column', () => {
  const april = [
    ['Date', 'Pamphlets', 'Newspapers they went out with'],
    ['10.04.2019', 5000, 'अमर उजाला, दैनिक जागरण'],
    ['10.04.2019', 'बहुत', ''],
  ];
  const may = [
    ['दिनांक', 'पम्पलेट की संख्या'],
    ['31.02.2019', 10],
  ];
  const bytes = makeWorkbook([
    { name: 'अप्रैल', rows: april },
    { name: 'मई', rows: may },
  ]);
  const read = readBulk('pamphlet', { name: 'list.xlsx', bytes }, stations);
  expect(read.rows.map(({ entry }) => entry.details)).toEqual([
    { pamphlets: 5000, newspapers: ['अमर उजाला', 'दैनिक जागरण'] },
  ]);
  expect(read.rejects.map(({ fault }) => fault)).toEqual([
    {
      file: 'list.xlsx',
      sheet: 'अप्रैल',
      row: 3,
      column: 'पम्पलेट की संख्या',
      expected: { hi: 'पूर्ण संख्या, कम से कम 1', en: 'a whole number from 1' },
      found: 'बहुत',
    },
    {
      file: 'list.xlsx',
      sheet: 'मई',
      row: 2,
      column: 'दिनांक',
      expected: { hi: 'दिनांक, DD.MM.YYYY में', en: 'a day as DD.MM.YYYY' },
      found: '31.02.2019',
    },
  ]);
});

test('a list of cinemas has a column for each end of the run, and its rows come back as they were written', () => {
  const head = bulkColumns('film').map(({ headers }) => headers[0]);
  expect(head.join(' | ')).toBe(
    'सिनेमाघर | नगर | स्क्रीन की संख्या | प्रदर्शन कब से | प्रदर्शन कब तक | प्रतिदिन प्रदर्शन (एक स्क्रीन पर) | ' +
      'रिलीज़ ऑर्डर संख्या | सहमति-पत्र संख्या | सहमति का दिनांक | अभ्युक्ति',
  );
  const rows = [
    ['नॉवेल्टी', 'लखनऊ', 2, '05.04.2019', 43566, 4, 'RO/12', '418', '2019-04-02', ''],
    ['राज', 'आगरा', 1, '11.04.2019', '05.04.2019', 4, '', '', '', ''],
    ['राज', 'आगरा', 1, 'कल', '05.04.2019', 4, '', '', '', ''],
    ['राज', '', 1, '05.04.2019', '11.04.2019', 4, '', '', '', ''],
  ];
  const bytes = makeWorkbook([{ name: 'अप्रैल', rows: [head as string[], ...rows] }]);
  const read = readBulk('film', { name: 'list.xlsx', bytes }, stations);
  expect(read.rows.map(({ entry }) => entry.details)).toEqual([
    {
      cinema: 'नॉवेल्टी',
      town: 'लखनऊ',
      screens: 2,
      run: '2019-04-05/2019-04-11',
      showsPerDay: 4,
      releaseOrder: 'RO/12',
      consentNumber: '418',
      consentDay: '2019-04-02',
    },
  ]);
  expect(read.rejects.map(({ fault }) => [fault.row, fault.column, fault.expected.hi])).toEqual([
    [3, 'प्रदर्शन कब तक', 'पहले दिन से पहले का न हो'],
    [4, 'प्रदर्शन कब से', 'दिनांक, DD.MM.YYYY में'],
    [5, 'नगर', 'यह खाना खाली न छोड़ें'],
  ]);
  const [row] = read.rows;
  expect(row && bulkCells({ kind: 'film', ...row.entry })).toEqual([
    ...['नॉवेल्टी', 'लखनऊ', '2', '05.04.2019', '11.04.2019', '4', 'RO/12', '418', '02.04.2019', ''],
  ]);
});

test('choices and rupees are read as people write them', () => {
  const list = csv(
    'FM channel,Town,Aired from,Aired to,Length of the spot,Spots a day,"Rate for 10 seconds (₹)"',
    'रेडियो,लखनऊ,01.04.2019,07.04.2019,20 सेकंड,12,"₹ 1,074.5"',
    'रेडियो,लखनऊ,01.04.2019,07.04.2019,25,12,74',
    'रेडियो,लखनऊ,01.04.2019,07.04.2019,30,12,74.555',
  );
  const read = readBulk('radio', list, stations);
  expect(read.rows.map(({ entry }) => [entry.details['seconds'], entry.details['rate']])).toEqual([
    ['20', 107_450],
  ]);
  expect(read.rejects.map(({ fault }) => [fault.row, fault.column, fault.found])).toEqual([
    [3, 'स्पॉट की अवधि', '25'],
    [4, 'दर, प्रति 10 सेकंड (₹)', '74.555'],
  ]);
});

test('a station that is not the district’s is refused, with the one that was probably meant', () => {
  const list = csv('Date,Station', '10.04.2019,hazratgunj', '10.04.2019,baah');
  const read = readBulk('board', list, stations);
  expect(read.rejects[0]?.fault).toMatchObject({ row: 2, column: 'थाना', found: 'hazratgunj' });
  expect(read.rejects[0]?.fault.expected.hi).toContain('hazratganj');
  expect(read.rejects[1]?.fault).toMatchObject({ row: 3, found: 'baah' });
});

const rows = (count: number) => Array<string>(count).fill('10.04.2019,chowk');
const unread = 'csv in UTF-8 or xlsx';
test.each([
  ['without a column', csv('Date', '10.04.2019'), 'a column थाना / Station'],
  ['without a row', csv('Date,Station'), 'at least one row'],
  [
    'with too many rows',
    csv('Date,Station', ...rows(mostBulkRows + 1)),
    `at most ${mostBulkRows} rows`,
  ],
  ['that is too large', file(new Uint8Array(6_000_000)), 'at most 5 MB'],
  ['of another encoding', file(Buffer.from([0xff, 0xfe, 0x44, 0x00, 0xff])), unread],
  ['that is no workbook', file(Buffer.from('PK\x03\x04 nothing'), 'x.xlsx'), unread],
])('a list %s is refused whole', (_, list, expected) => {
  expect(() => readBulk('board', list, stations)).toThrow(BulkError);
  expect(() => readBulk('board', list, stations)).toThrow(expected);
});

test('a broken quote is named by its row and column, in both languages', () => {
  const list = csv('Date,Station,Remark', '10.04.2019,chowk,"a"b');
  try {
    readBulk('board', list, stations);
    expect.unreachable();
  } catch (error) {
    expect((error as BulkError).fault).toMatchObject({
      row: 2,
      column: '3',
      expected: { en: expect.stringContaining('quote'), hi: expect.stringContaining('उद्धरण') },
      found: '""a"b"',
    });
  }
});
