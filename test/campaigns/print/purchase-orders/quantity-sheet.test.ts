import { expect, test } from 'vitest';
import {
  quantitySheet,
  readQuantities,
} from '../../../../campaigns/print/purchase-orders/quantity-sheet.ts';

const fileOf = (station: string, nameHi: string, artwork: string) => ({
  station,
  nameHi,
  artwork,
  path: `${station}-${artwork}`,
  nameEn: station.charAt(0).toUpperCase() + station.slice(1),
});
const files = [
  fileOf('bhinga', 'भिनगा', 'board'),
  fileOf('bhinga', 'भिनगा', 'pamphlet'),
  fileOf('ikauna', 'इकौना', 'board'),
  fileOf('ikauna', 'इकौना', 'poster-a3'),
];
const numbered = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((cells, at) => ({ number: at + 1, cells: cells.map(String) }));
const head = ['थाना', 'सामग्री', 'संख्या', 'स्थान'];
const read = (...rows: string[][]) => readQuantities(numbered([head, ...rows]), files);

test('the sheet as it is handed out orders what is usual, and nothing of what nobody planned', () => {
  const sheet = quantitySheet(files, { boards: 1, pamphlets: 500 });
  expect(sheet[1]).toEqual(['भिनगा', 'Bhinga', 'बोर्ड, 8×5 फ़ुट', 1, '']);
  expect(readQuantities(numbered(sheet), files)).toEqual({
    rows: [
      { path: 'bhinga-board', quantity: 1, place: '' },
      { path: 'bhinga-pamphlet', quantity: 500, place: '' },
      { path: 'ikauna-board', quantity: 1, place: '' },
    ],
    faults: [],
  });
});

test('stations and artworks are known by their names in both languages and by their ids', () => {
  const { rows, faults } = read(
    ['bhinga', 'board', '१', ' मुख्य  द्वार '],
    ['BHINGA', 'Pamphlet, A5', '1,500'],
    ['इकौना', 'पोस्टर, A3', '2'],
    ['इकौना', 'board', '0'],
    ['', '', '', ''],
  );
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { path: 'bhinga-board', quantity: 1, place: 'मुख्य द्वार' },
    { path: 'bhinga-pamphlet', quantity: 1500, place: '' },
    { path: 'ikauna-poster-a3', quantity: 2, place: '' },
  ]);
});

const station = 'थाना';
const artwork = 'सामग्री';
const quantity = 'संख्या';
const place = 'लगाने का स्थान';
const whole = '1 से 1,00,000 तक की पूरी संख्या';
const plain = 'अधिकतम 120 वर्ण, बिना फ़ोन नंबर और छिपे वर्ण के';
const once = 'थाने की एक सामग्री एक ही बार; यही पंक्ति 2 में है';
const known = 'इनमें से एक: बोर्ड, 8×5 फ़ुट; पोस्टर, A3';
test.each([
  ['an unknown station', ['भींगा', 'board', '1'], station, 'जनपद के किसी थाने का नाम (संभवतः भिनगा)'],
  ['an artwork that is not made', ['इकौना', 'standee', '1'], artwork, known],
  ['words for a quantity', ['इकौना', 'board', 'दो'], quantity, whole],
  ['a part of a piece', ['इकौना', 'board', '1.5'], quantity, whole],
  ['too many', ['इकौना', 'board', '100001'], quantity, whole],
  ['a second row of the same', ['bhinga', 'board', '2'], artwork, once],
  ['a phone number', ['इकौना', 'board', '1', '98765'], place, plain],
  ['a hidden character', ['इकौना', 'board', '1', 'फाटक\u202e'], place, plain],
])('a row with %s is left out by its row and column, the others stay', (_, row, column, hi) => {
  const good = ['bhinga', 'board', '1'];
  const found = readQuantities(numbered([head, good, row]), files, (place) => /\d/.test(place));
  expect(found.rows).toHaveLength(1);
  expect(found.faults).toMatchObject([{ row: 3, column, expected: { hi } }]);
});

test.each([
  ['nothing', []],
  ['no column of quantities', [['थाना', 'सामग्री', 'कितने']]],
])('a list with %s says which column is missing', (_, rows) => {
  const { faults } = readQuantities(numbered(rows), files);
  expect(faults).toMatchObject([{ row: 1, column: null }]);
  expect(faults[0]?.expected.hi).toMatch(/स्तंभ “(थाना|संख्या)”/);
});

test('a list of more lines than an order has is refused whole', () => {
  const many = Array.from({ length: 501 }, (_, at) => fileOf(`s${at}`, `थ${at}`, 'board'));
  const { rows, faults } = readQuantities(
    numbered(quantitySheet(many, { boards: 1, pamphlets: null })),
    many,
  );
  expect(rows).toEqual([]);
  expect(faults).toMatchObject([{ row: 1, found: '501' }]);
});
