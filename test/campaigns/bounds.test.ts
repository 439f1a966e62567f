import { expect, test } from 'vitest';
import { readBulk } from '../../campaigns/activities/bulk-table.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { type VehiclePanel, vehiclesSchema } from '../../campaigns/channels/vehicles/vehicles.ts';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { checkEnglishName, checkLine, checkOwnName } from '../../campaigns/directory/name-check.ts';
import { stationsOf } from '../../campaigns/directory/station.ts';
import { inksSchema } from '../../campaigns/inks.ts';
import { legalWindow, narrow, sendingHours } from '../../campaigns/messages/legal-hours.ts';
import { lintTemplate } from '../../campaigns/messages/lint.ts';
import { loudIn } from '../../campaigns/messages/lint-wording.ts';
import type { Template } from '../../campaigns/messages/messages.ts';
import { cleanEmblem } from '../../campaigns/print/emblem/clean-emblem.ts';
import { checkEntry } from '../../messaging/field/activities/check-entry.ts';

// Limits from their two sides: the last that is taken, and one step over it. The figures are here by themselves.

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

/** What holds of the last value that is taken, and not one step over it. */
function bound<T>(label: string, holds: (value: T) => boolean, kept: T, broken: T) {
  return [label, () => [holds(kept), holds(broken)]] as const;
}
const pamphlets = (count: number) => entry({ pamphlets: count }, 'pamphlet');
const costing = (cost: number) => entry({ ...paper, cost });
const named = (count: number) => checkOwnName(letters(count)) === null;
const namedInEnglish = (count: number) => checkEnglishName('a'.repeat(count)) === null;
const lined = (count: number) => checkLine(letters(count)) === null;
const message = (count: number) => !rules('x'.repeat(count)).includes('length');
const fixed = (count: number) => !rules(`${'x'.repeat(count)}{#url#}`).includes('fixed-share');
const calm = (pictures: string) => loudIn(pictures).every(({ striking }) => !striking);
const sized = (bytes: number) => emblem(square, { bytes }) === '1';
const tagged = (count: number) => emblem(square + '<g/>'.repeat(count)) === '1';
const wide = (width: number) => emblem(`<path d="M0 0H${width}V10H0Z"/>`) === '1';

test.each([
  bound('300 % of ink', (inks) => ink(...inks), [100, 100, 100, 0], [100, 100, 99.5, 1]),
  bound('100 % of one ink', (key) => ink(0, 0, 0, key), 100, 101),
  bound('12 mm of a corner', (cornerMm) => panel({ cornerMm }), 12, 11.9),
  bound('a door’s code of 250 mm', (codeMm) => panel({ codeMm }), 250, 249),
  bound('words of 58 mm on a door', (textMm) => panel({ textMm }), 58, 57),
  bound('100,000,000 of a count', pamphlets, 100_000_000, 100_000_001),
  bound('₹ 100 crore', costing, 100_000_000_000, 100_000_000_001),
  bound('one paisa', costing, 1, 0),
  bound('80 letters of a name', named, 80, 81),
  bound('80 of an English one', namedInEnglish, 80, 81),
  bound('60 letters of an own line', lined, 60, 61),
  bound('1,600 signs of a message', message, 1600, 1601),
  // Of a variable count 30 signs: 13 fixed ones are 30.2 %, 12 are 28.6 %.
  bound('30 % of fixed text', fixed, 13, 12),
  bound('two pictures', calm, '😀😀', '😀😀😀'),
  bound('twelve colours', (count) => emblem(colours(count)) === String(count), 12, 13),
  bound('200 kB of an emblem', sized, 204_800, 204_801),
  // The root's two tags among them.
  bound('4,000 tags', tagged, 3997, 3998),
  bound('20,000 points', (count) => emblem(segments(count)) === '1', 20_000, 20_001),
  bound('half as wide as high', wide, 5, 4.99),
  bound('1.3 times as wide', wide, 13, 13.01),
])('%s, and no step more', (_label, hold) => {
  expect(hold()).toEqual([true, false]);
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

test.each<{
  label: string;
  change: Partial<Parameters<typeof sendingHours>[0]>;
  hours: number[] | null;
}>([
  { label: 'a government text from 8 to 21', change: {}, hours: [8, 21] },
  { label: 'with a reason for the night at any hour', change: { night: 'flood' }, hours: [0, 24] },
  { label: 'in training at any hour', change: { gateway: 'emulator' }, hours: [0, 24] },
  { label: 'promotion as the law has it', change: { category: 'promotional' }, hours: [10, 21] },
  {
    label: 'promotion no longer with a reason',
    change: { category: 'promotional', night: 'flood' },
    hours: [10, 21],
  },
  {
    label: 'never where its own hours are all at night',
    change: { window: { fromMinute: 1290, toMinute: 1380 } },
    hours: null,
  },
])('a blast goes: $label', ({ change, hours }) => {
  const blast = { category: 'government', channel: 'sms', gateway: 'smpp', window: null } as const;
  const [from = 0, to = 0] = hours ?? [];
  expect(sendingHours({ ...blast, ...change })).toEqual(
    hours && { fromMinute: from * 60, toMinute: to * 60 },
  );
});
