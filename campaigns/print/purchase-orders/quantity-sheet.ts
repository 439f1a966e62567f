import type { Bilingual } from '../../bilingual.ts';
import { suggest } from '../../directory/suggest.ts';
import { formatCount, parseCount } from '../../numbers.ts';
import { isLine } from '../../plain-text.ts';
import type { RowFault } from '../../tables/row-fault.ts';
import { artworkName } from '../../words/artwork-words.ts';
import { spellAsHouse } from '../../words/house-spellings.ts';
import { longestPlace, mostLines, mostQuantity } from './purchase-order.ts';

/** A press file of a district's station that can be ordered. */
export interface OrderableFile {
  path: string;
  station: string;
  nameHi: string;
  nameEn: string;
  artwork: string;
}

/** Pieces for a station as the campaign plans them; null where it leaves that to the district. */
export interface UsualQuantities {
  boards: number;
  pamphlets: number | null;
}

/** How many of an artwork a station usually gets; null for what nobody planned. */
export function usualQuantity(artwork: string, usual: UsualQuantities): number | null {
  if (artwork === 'board') return usual.boards;
  return artwork === 'pamphlet' ? usual.pamphlets : null;
}

const headings = {
  station: ['थाना', 'station'],
  artwork: ['सामग्री', 'artwork'],
  quantity: ['संख्या', 'quantity'],
  place: ['लगाने का स्थान', 'स्थान', 'place'],
} as const;
type Column = keyof typeof headings;
const findHeading = (column: Column) => headings[column][0];

/** The sheet of a district's own stations to be filled in: a row for each file that is made. */
export function quantitySheet(
  files: readonly OrderableFile[],
  usual: UsualQuantities,
): (string | number)[][] {
  return [
    [
      findHeading('station'),
      'Name',
      findHeading('artwork'),
      findHeading('quantity'),
      findHeading('place'),
    ],
    ...files.map(({ nameHi, nameEn, artwork }) => [
      ...[nameHi, nameEn, artworkName(artwork, 'hi')],
      ...[usualQuantity(artwork, usual) ?? '', ''],
    ]),
  ];
}

export interface OrderedQuantity {
  path: string;
  quantity: number;
  place: string;
}

interface Row {
  number: number;
  cells: readonly string[];
}

const mostRows = 2_000;

/**
 * Quantities of a filled-in sheet: the good rows, and what is wrong with the others. A row without a quantity, or with 0,
 * orders nothing.
 * @param refuses whether a place holds what an order must not say
 */
export function readQuantities(
  [head, ...body]: readonly Row[],
  files: readonly OrderableFile[],
  refuses: (place: string) => boolean = () => false,
): { rows: OrderedQuantity[]; faults: RowFault[] } {
  const titles = head?.cells.map(plain) ?? [];
  const at = (column: Column) =>
    headings[column].map((name) => titles.indexOf(plain(name))).find((place) => place >= 0) ?? -1;
  const missing = (['station', 'artwork', 'quantity'] as const).find((column) => at(column) < 0);
  if (missing !== undefined) {
    const name = findHeading(missing);
    const expected = { hi: `पहली पंक्ति में स्तंभ “${name}”`, en: `a column “${name}” in row 1` };
    return ofWhole(
      expected,
      titles
        .filter((title) => title !== '')
        .join(', ')
        .slice(0, 80),
    );
  }
  if (body.length > mostRows) {
    const most = formatCount(mostRows);
    const expected = { hi: `अधिकतम ${most} पंक्तियाँ`, en: `at most ${most} rows` };
    return ofWhole(expected, formatCount(body.length));
  }
  const find = createFinder(files);
  const rows: OrderedQuantity[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  for (const { number, cells } of body) {
    const cell = (column: Column) => (cells[at(column)] ?? '').normalize('NFC').trim();
    const typed = cell('quantity');
    if (typed === '' || parseCount(typed) === 0) continue;
    const read = readRow(cell, { find, seen, refuses });
    if ('path' in read) {
      seen.set(read.path, number);
      rows.push(read);
    } else {
      const { column, expected } = read;
      const found = cell(column).slice(0, 80);
      faults.push({ row: number, column: findHeading(column), expected, found });
    }
  }
  if (rows.length <= mostLines) return { rows, faults };
  const expected = {
    hi: `एक कार्यादेश में अधिकतम ${mostLines} पंक्तियाँ`,
    en: `at most ${mostLines} lines in an order`,
  };
  return ofWhole(expected, formatCount(rows.length));
}

function ofWhole(expected: Bilingual, found: string) {
  return { rows: [], faults: [{ row: 1, column: null, expected, found }] };
}

function readRow(
  cell: (column: Column) => string,
  {
    find,
    seen,
    refuses,
  }: {
    find: ReturnType<typeof createFinder>;
    seen: ReadonlyMap<string, number>;
    refuses: (place: string) => boolean;
  },
): OrderedQuantity | { column: Column; expected: Bilingual } {
  const own = find.station(cell('station'));
  if (own === undefined) {
    const near = find.nearest(cell('station'));
    const perhaps = (word: string) => (near === '' ? '' : ` (${word} ${near})`);
    const expected = {
      hi: `जनपद के किसी थाने का नाम${perhaps('संभवतः')}`,
      en: `the name of a station of the district${perhaps('perhaps')}`,
    };
    return { column: 'station', expected };
  }
  const file = own.find(({ artwork }) => isCalled(artwork, cell('artwork')));
  if (file === undefined) {
    const names = (language: 'hi' | 'en') =>
      own.map(({ artwork }) => artworkName(artwork, language)).join('; ');
    const expected = { hi: `इनमें से एक: ${names('hi')}`, en: `one of: ${names('en')}` };
    return { column: 'artwork', expected };
  }
  const before = seen.get(file.path);
  if (before !== undefined) {
    const expected = {
      hi: `थाने की एक सामग्री एक ही बार; यही पंक्ति ${before} में है`,
      en: `each artwork of a station once; row ${before} has it`,
    };
    return { column: 'artwork', expected };
  }
  const quantity = parseCount(cell('quantity'));
  if (quantity === undefined || quantity > mostQuantity) {
    const most = formatCount(mostQuantity);
    const expected = {
      hi: `1 से ${most} तक की पूरी संख्या`,
      en: `a whole number from 1 to ${most}`,
    };
    return { column: 'quantity', expected };
  }
  const place = cell('place').replace(/\s+/g, ' ');
  if (place.length > longestPlace || !isLine(place) || refuses(place)) {
    const expected = {
      hi: `अधिकतम ${longestPlace} वर्ण, बिना फ़ोन नंबर और छिपे वर्ण के`,
      en: `at most ${longestPlace} characters, no phone number and no hidden character`,
    };
    return { column: 'place', expected };
  }
  return { path: file.path, quantity, place };
}

/** Finds the files of a station by what people call it, and what was meant by a name that none has. */
function createFinder(files: readonly OrderableFile[]) {
  const byName = new Map<string, OrderableFile[]>();
  const stations = Map.groupBy(files, ({ station }) => station);
  for (const [station, own] of stations)
    for (const name of [station, own[0]?.nameHi, own[0]?.nameEn])
      if (name !== undefined && !byName.has(plain(name))) byName.set(plain(name), own);
  const candidates = [...stations].map(([id, [first]]) => ({
    id,
    ...(first === undefined ? {} : { nameHi: first.nameHi, nameEn: first.nameEn }),
  }));
  return {
    station: (typed: string) => byName.get(plain(typed)),
    nearest: (typed: string) =>
      suggest(typed, candidates)
        .map((id) => stations.get(id)?.[0]?.nameHi ?? id)
        .join(', '),
  };
}

function isCalled(artwork: string, typed: string): boolean {
  const names = [artwork, artworkName(artwork, 'hi'), artworkName(artwork, 'en')];
  // A sheet that was handed out before a word got its spelling is still read.
  return names.some((name) => plain(spellAsHouse(name)) === plain(spellAsHouse(typed)));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
