import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editStream } from './press-edit.ts';
import { generateSample, type Sample } from './sample.ts';

const path = 'lucknow/hazratganj/lucknow-hazratganj-pamphlet-4up.pdf';
let sample: Sample;

beforeAll(async () => {
  sample = await generateSample('lucknow/hazratganj,lucknow/alambagh', 'pamphlet-4up');
});

afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

async function deviationsAfter(mark: string, edit: (text: string) => string) {
  const { bytes, entry } = sample.file(path);
  const expected = sample.expectationOf(entry);
  if (expected === undefined || typeof expected === 'string') throw new Error(`Expected ${path}`);
  return sample.checker.checkPress(editStream(bytes, mark, edit), entry, expected);
}

test('a code that is covered in one of four cells is told on both sides of the sheet', async () => {
  const found = await deviationsAfter('/Marks Do', (text) =>
    text.replace('/Marks Do', '/ground BMC 0 0 0 0 k 92 361 30 40 re f EMC /Marks Do'),
  );
  const pages = (rule: string) =>
    found.filter((each) => each.rule === rule).map(({ page }) => page);
  expect(new Set(pages('qr-link'))).toEqual(new Set([1, 2]));
  expect(new Set(pages('quiet-zone'))).toEqual(new Set([1, 2]));
});

test('a cell that is missing lacks its texts and its code', async () => {
  const found = await deviationsAfter('/Marks Do', (text) =>
    text.replace(/q 1 0 0 1 0 216 cm[^Q]*?Q/, ''),
  );
  expect(found).toContainEqual({
    rule: 'qr-link',
    expected: '8 QR codes',
    found: '6',
  });
  expect(
    found.some(({ rule, found: what }) => rule === 'outlines' && what.includes('too few')),
  ).toBe(true);
});

test('a side that is moved in its cell comes too near the knife', async () => {
  const found = await deviationsAfter('/Marks Do', (text) =>
    text.replaceAll(/1 0 0 1 154 (\d+) cm/g, '1 0 0 1 159 $1 cm'),
  );
  expect(found.map(({ rule }) => rule)).toContain('safe-zone');
});

test.each([
  [
    'a slug with a mark through it',
    'a slug clear of marks',
    (text: string) => `${text}\n/marks BMC 1 1 1 1 k 60 431 40 1 re f EMC\n`,
  ],
  [
    'register marks on the key plate only',
    'a register mark on all plates in the left margin',
    (text: string) => text.replaceAll('1 1 1 1 k', '0 0 0 1 k'),
  ],
  [
    'no colour bar',
    'a colour bar',
    (text: string) =>
      text.replaceAll(/^(?!1 1 1 1 k)[\d.]+ [\d.]+ [\d.]+ [\d.]+ k$/gm, '0 0 0 1 k'),
  ],
])('%s breaks the rule printers-marks', async (_, expected, edit) => {
  const found = await deviationsAfter('/marks BMC', edit);
  expect(found).toContainEqual(expect.objectContaining({ rule: 'printers-marks', expected }));
});

test('a text that is too near one cut only is told with its distance from that cut', async () => {
  const found = await deviationsAfter('/name BMC', (text) =>
    text.replace(/(\/name BMC\n[^\n]*\nq [\d.]+ 0 0 -[\d.]+ )[\d.]+ /, '$13.5 '),
  );
  const [first] = found.filter(({ rule }) => rule === 'safe-zone');
  expect(first).toMatchObject({ page: 1, expected: 'name at least 5 mm from the trim' });
});
