import { expect, test } from 'vitest';
import {
  findLongest,
  judgeDraft,
} from '../../../../campaigns/languages/translation/judge-draft.ts';
import { listTexts } from '../../../../campaigns/languages/translation/text-paths.ts';
import {
  joinForms,
  listSheetTexts,
  readSheet,
  writeSheet,
} from '../../../../campaigns/languages/translation/translation-sheet.ts';
import type { Script } from '../../../../campaigns/languages/typesetting/scripts.ts';
import { parseCsv } from '../../../../campaigns/tables/csv.ts';

const text = { key: 'pages.x', hindi: '{0} पर फ़ोन करें', english: 'Call {0}', longest: 30 };

test.each<[draft: string, script: Script, fault: string | null]>([
  ['{0}-ஐ அழைக்கவும்', 'Tamil', null],
  ['{0} નંબર Excelમાં લખો', 'Gujarati', null],
  ['{0} নম্বরে ফোন করুন।', 'Bengali', null],
  ['அழைக்கவும்', 'Tamil', 'Expected {0} in braces, got nothing'],
  ['{1}-ஐ அழைக்கவும்', 'Tamil', 'Expected {0} in braces, got {1}'],
  ['{0} பர் फ़ोन', 'Tamil', 'Expected letters of Tamil, got some of Devanagari'],
  ['Call {0}', 'Tamil', 'Expected letters of Tamil, got none'],
  [`{0} ${'அ'.repeat(27)}`, 'Tamil', 'Expected at most 30 letters, got 31'],
  // Latin o, the digit for nothing in place of a letter, a bar in place of a danda.
  ['{0} పై ఫoన్', 'Telugu', 'Expected words of one script, got look-alikes at “ఫo”'],
  ['{0} ପାଇଁ ୦ିକଣା', 'Oriya', 'Expected words of one script, got look-alikes at “୦ି”'],
  ['{0} নম্বরে ফোন করুন|', 'Bengali', 'Expected words of one script, got look-alikes at “ন|”'],
])('a draft is judged: %s', (draft, script, fault) => {
  expect(judgeDraft(draft, text, script)).toEqual(fault === null ? [] : [fault]);
});

test('a draft may be twice as long as Hindi and English, a short word a dozen letters longer', () => {
  expect(findLongest('पत्र', 'Letter')).toBe(18);
  expect(findLongest('क'.repeat(40), 'a'.repeat(30))).toBe(80);
});

const hindi = {
  call: (n: string) => `${n} पर फ़ोन`,
  count: (n: string) => `${n} थाने`,
  list: ['क', 'ख'],
};
const english = {
  call: (n: string) => `Call ${n}`,
  count: (n: string) => `${n} ${n === '1' ? 'station' : 'stations'}`,
  list: ['a', 'b'],
};
const texts = listSheetTexts([{ name: 'pages', hindi, english }], 'ta');
const kept = new Map([['pages.list.0', 'அ']]);
const facts = { script: 'Tamil' as const, kept };
const sheet = (...rows: string[][]) =>
  rows.map(([key = '', draft = ''], at) => ({ line: at + 2, cells: [key, '', '', '', '', draft] }));

test('the sheet has a row for each text, with a place for what is put in and one for each plural form', () => {
  expect(texts.map(({ key, english: en }) => [key, en])).toEqual([
    ['pages.call', 'Call {0}'],
    ['pages.count#one', '{0} stations'],
    ['pages.count#other', '{0} stations'],
    ['pages.list.0', 'a'],
    ['pages.list.1', 'b'],
  ]);
});

test('what a translator fills in comes back as it was written', () => {
  const drafts = new Map(
    listTexts({ pages: { call: '{0} அழை', count: '{0} நிலையம்', list: ['அ', 'ஆ'] } }),
  );
  const { good, faults } = readSheet(parseCsv(writeSheet(texts, drafts)), texts, facts);
  expect(faults).toEqual([]);
  expect(joinForms(good)).toEqual(drafts);
});

test('good rows are taken, each bad one is told by row and key', () => {
  const filled = sheet(
    ['pages.call', '{0} அழை'],
    ['pages.count#one', 'ஒரு நிலையம்'],
    ['pages.count#other', '{1} நிலையங்கள்'],
    ['pages.list.0', ''],
    ['pages.call', '{0} அழை'],
    ['pages.nowhere', 'அ'],
  );
  const { good, faults } = readSheet(filled, texts, facts);
  expect([...good]).toEqual([['pages.call', '{0} அழை']]);
  expect(faults).toEqual([
    'row 4, pages.count#other: Expected {0} in braces, got {1}',
    'row 5, pages.list.0: Expected a draft, got none',
    'row 6, pages.call: Expected each key once',
    'row 7, pages.nowhere: Expected a key of the sheet',
    'pages.list.1: Expected a row, got none',
    'pages.count#one: Expected all plural forms',
  ]);
});

test('a row that was written empty is not translated yet, and only what changed counts as changed', () => {
  const filled = sheet(
    ['pages.call', '{0} அழை'],
    ['pages.count#one', ''],
    ['pages.count#other', ''],
    ['pages.list.0', 'அ'],
    ['pages.list.1', ''],
  );
  expect(readSheet(filled, texts, facts)).toMatchObject({ faults: [], changed: 1, open: 3 });
});
