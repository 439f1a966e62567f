import { expect, test } from 'vitest';
import { readBulk } from '../../campaigns/activities/bulk-table.ts';
import { checkEntry } from '../../campaigns/activities/check-entry.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { checkEnglishName, checkLine, checkOwnName } from '../../campaigns/directory/name-check.ts';
import { stationsOf } from '../../campaigns/directory/station.ts';
import { cleanEmblem } from '../../campaigns/emblem/clean-emblem.ts';
import { inksSchema } from '../../campaigns/inks.ts';
import { legalWindow, narrow } from '../../campaigns/messages/legal-hours.ts';
import { lintTemplate } from '../../campaigns/messages/lint.ts';
import { loudIn } from '../../campaigns/messages/loud-writing.ts';
import type { Template } from '../../campaigns/messages/messages.ts';
import { type VehiclePanel, vehiclesSchema } from '../../campaigns/vehicles/vehicles.ts';

// Limits from their two sides: the last that is taken, and one step over it. The figures stand here by themselves.

const directory = loadBaseDirectory();
const { vehicles } = loadCampaign('up-cop');
const models = vehicles?.models ?? [];

const ink = (...cmyk: number[]) =>
  inksSchema.safeParse({ navy: { cmyk, screen: '#000000' } }).success;
const panel = (change: Partial<VehiclePanel>) =>
  vehiclesSchema.safeParse({ models, panels: [{ ...vehicles?.panels[0], ...change }] }).success;

const template: Template = {
  id: 'x',
  templateId: '1234567890123456789',
  category: 'government',
  language: 'en',
  header: 'UPPOLC',
  text: '',
  purpose: { hi: 'जाँच', en: 'Test' },
  approvedOn: null,
};
const rules = (text: string) =>
  lintTemplate({ ...template, text }, { principalEntityId: null } as never).map(({ rule }) => rule);

function emblem(content: string, { bytes = 0 } = {}): string {
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
  const room = bytes - svg(content).length - '<!---->'.length;
  const whole = bytes === 0 ? svg(content) : svg(`${content}<!--${'x'.repeat(room)}-->`);
  try {
    return String(cleanEmblem(whole).shapes);
  } catch (error) {
    return (error as Error).message;
  }
}
const square = '<path d="M0 0H9V9H0Z"/>';
const colours = (count: number) =>
  Array.from({ length: count }, (_, at) => square.replace('d=', `fill="#${100 + at}" d=`)).join('');
/** A path of so many segments with its move; a line after the other. */
const segments = (count: number) => `<path d="M0 0L9 9L0 9${'L9 0'.repeat(count - 3)}"/>`;

const bulk = (rows: number) => () =>
  readBulk(
    'board',
    {
      name: 'a.csv',
      bytes: Buffer.from(`Date,Station\n${'10.04.2019,chowk\n'.repeat(rows)}`),
    },
    stationsOf(directory, 'lucknow'),
  );

const entry = (details: object, kind = 'newspaper') => {
  const bounds = { first: '2019-03-27', last: '2019-04-12' };
  const day = '2019-04-05';
  return 'entry' in checkEntry({ kind, district: 'agra', day, details }, bounds);
};
const paper = { newspaper: 'x', type: 'news', items: 1 };

const letters = (count: number) => 'क'.repeat(count);

const cases: [string, kept: () => unknown, broken: () => unknown][] = [
  ['300 % of ink', () => ink(100, 100, 100, 0), () => ink(100, 100, 99.5, 1)],
  ['100 % of one ink', () => ink(0, 0, 0, 100), () => ink(0, 0, 0, 101)],
  [
    ...(['12 mm of a corner', () => panel({ cornerMm: 12 })] as const),
    () => panel({ cornerMm: 11.9 }),
  ],
  [
    ...(['a door’s code of 250 mm', () => panel({ codeMm: 250 })] as const),
    () => panel({ codeMm: 249 }),
  ],
  [
    ...(['words of 58 mm on a door', () => panel({ textMm: 58 })] as const),
    () => panel({ textMm: 57 }),
  ],
  [
    ...(['100,000,000 of a count', () => entry({ pamphlets: 100_000_000 }, 'pamphlet')] as const),
    () => entry({ pamphlets: 100_000_001 }, 'pamphlet'),
  ],
  [
    ...(['₹ 100 crore', () => entry({ ...paper, cost: 100_000_000_000 })] as const),
    () => entry({ ...paper, cost: 100_000_000_001 }),
  ],
  ['one paisa', () => entry({ ...paper, cost: 1 }), () => entry({ ...paper, cost: 0 })],
  [
    ...(['80 letters of a name', () => checkOwnName(letters(80)) === null] as const),
    () => checkOwnName(letters(81)) === null,
  ],
  [
    ...(['80 of an English one', () => checkEnglishName('a'.repeat(80)) === null] as const),
    () => checkEnglishName('a'.repeat(81)) === null,
  ],
  [
    ...(['60 letters of an own line', () => checkLine(letters(60)) === null] as const),
    () => checkLine(letters(61)) === null,
  ],
  [
    ...(['1,600 signs of a message', () => !rules('x'.repeat(1600)).includes('length')] as const),
    () => !rules('x'.repeat(1601)).includes('length'),
  ],
  // Of a variable count 30 signs: 13 fixed ones are 30.2 %, 12 are 28.6 %.
  [
    ...([
      '30 % of fixed text',
      () => !rules(`${'x'.repeat(13)}{#url#}`).includes('fixed-share'),
    ] as const),
    () => !rules(`${'x'.repeat(12)}{#url#}`).includes('fixed-share'),
  ],
  [
    ...(['two pictures', () => loudIn('😀😀').every(({ striking }) => !striking)] as const),
    () => loudIn('😀😀😀').every(({ striking }) => !striking),
  ],
  ['twelve colours', () => emblem(colours(12)) === '12', () => emblem(colours(13)) === '13'],
  [
    ...(['200 kB of an emblem', () => emblem(square, { bytes: 204_800 }) === '1'] as const),
    () => emblem(square, { bytes: 204_801 }) === '1',
  ],
  // The root's two tags among them.
  [
    ...(['4,000 tags', () => emblem(square + '<g/>'.repeat(3997)) === '1'] as const),
    () => emblem(square + '<g/>'.repeat(3998)) === '1',
  ],
  ['20,000 points', () => emblem(segments(20_000)) === '1', () => emblem(segments(20_001)) === '1'],
  [
    ...(['half as wide as high', () => emblem('<path d="M0 0H5V10H0Z"/>') === '1'] as const),
    () => emblem('<path d="M0 0H4.99V10H0Z"/>') === '1',
  ],
  [
    ...(['1.3 times as wide', () => emblem('<path d="M0 0H13V10H0Z"/>') === '1'] as const),
    () => emblem('<path d="M0 0H13.01V10H0Z"/>') === '1',
  ],
];

test.each(cases)('%s, and no step more', (_label, kept, broken) => {
  expect([kept(), broken()]).toEqual([true, false]);
});

test('2,000 rows of a list, and no more', () => {
  expect(bulk(2000)).not.toThrow();
  expect(bulk(2001)).toThrow('at most 2000 rows');
});

test('promotion from ten in the morning to nine at night, calls too; what the government says at any hour', () => {
  const day = { fromMinute: 600, toMinute: 1260 };
  expect(legalWindow('promotional', 'sms')).toEqual(day);
  expect(legalWindow('government', 'ivr')).toEqual(day);
  expect(legalWindow('government', 'sms')).toEqual({ fromMinute: 0, toMinute: 1440 });
  expect(narrow(day, { fromMinute: 1259, toMinute: 1440 })).toEqual({
    fromMinute: 1259,
    toMinute: 1260,
  });
  expect(narrow(day, { fromMinute: 1260, toMinute: 1440 })).toBeNull();
});
