import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keepNotes } from '../../../../messaging/figures/review-notes/kept-notes.ts';
import type { Paper } from '../../../../messaging/platform/documents/paper.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { folderForTest } from '../../../folders.ts';
import { decoders } from '../../fixtures/decoders.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest('notes-');
});

const note = (title: string): Paper => ({
  office: 'कार्यालय',
  title,
  language: 'hi',
  createdAt: new Date('2019-05-05T00:00:00Z'),
  blocks: [
    { kind: 'text', words: title, size: 15, heading: 'H1' },
    { kind: 'table', title: 'सारणी', widths: [1], head: ['क्रम'], rows: [['1']] },
  ],
});

/** Looks once on that day, and returns the months that were kept then. */
async function lookOn(today: string, title = 'टिप्पणी'): Promise<string[]> {
  const kept: string[] = [];
  const troubles: Error[] = [];
  const notes = keepNotes({
    files: openFolderFiles(folder),
    months: () => ({ first: '2019-03', last: '2019-04' }),
    today: async () => today,
    make: async () => note(title),
    decoders,
    onKept: async (month) => void kept.push(month),
    onTrouble: (error) => troubles.push(error),
  });
  await notes.stop();
  expect(troubles).toEqual([]);
  return kept;
}

test.each([
  ['the 4th is too early', '2019-05-04', []],
  ['the 5th keeps the month before', '2019-05-05', ['2019-04']],
  ['a service that was down keeps it later in the month', '2019-05-31', ['2019-04']],
  ['a month before the campaign has none', '2019-03-28', []],
  ['nor has one after its end', '2019-06-05', []],
])('%s', async (_, today, kept) => {
  expect(await lookOn(today)).toEqual(kept);
  expect(readdirSync(folder).length).toBe(kept.length * 2);
});

test('a kept note is not made again', async () => {
  await lookOn('2019-05-05', 'पहली');
  const first = readFileSync(join(folder, 'review-2019-04.pdf'));
  expect(await lookOn('2019-05-06', 'दूसरी')).toEqual([]);
  expect(readFileSync(join(folder, 'review-2019-04.pdf'))).toEqual(first);
});
