import { expect, test } from 'vitest';
import type { Paper } from '../../../../messaging/platform/documents/paper.ts';
import { paperTask, writePaper } from '../../../../messaging/platform/documents/papers.ts';
import { listImports } from '../../../servers/sort-tests.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { practised } from '../../fixtures/practice.ts';
import { readPart } from '../../fixtures/zip-part.ts';

test('the service loads no writer of papers itself: a page would hold all other requests', () => {
  const loaded = new Set(['messaging/main.ts', 'messaging/modules.ts', 'messaging/worker.ts']);
  for (const file of loaded) for (const name of listImports(file)) loaded.add(name);
  expect(loaded).toContain('messaging/platform/documents/papers.ts');
  expect(
    [...loaded].filter((name) => /^docx$|documents\/(docx|pdf)-|-(pdf|docx|xlsx)\.ts$/.test(name)),
  ).toEqual([]);
});

test('a writer that a module does not export is named', async () => {
  const module = new URL('../../../../messaging/platform/documents/papers.ts', import.meta.url);
  await expect(
    decoders.readWhole(
      paperTask<(content: object) => Uint8Array>(module, 'notePdf'),
      {},
      'officer',
    ),
  ).rejects.toThrow(/papers\.ts to export notePdf/);
});

test('a paper of a demonstration says so on each page and sheet', async () => {
  const blocks = [{ kind: 'text', words: 'आख्या', size: 12 }] as const;
  const paper: Paper = {
    office: 'कार्यालय',
    title: 'आख्या',
    language: 'hi',
    createdAt: new Date('2019-04-12T06:00:00Z'),
    blocks,
    sheets: [
      { name: 'एक', blocks },
      { name: 'दो', blocks },
    ],
  };
  const notice = 'अभ्यास: कुछ भी वास्तविक नहीं';
  const press = { readWhole: decoders.readWhole, mark: practised.demonstration?.notice };
  const write = (format: 'docx' | 'xlsx', by: Parameters<typeof writePaper>[0]) =>
    writePaper(by, paper, { format, account: 'officer' });
  const word = await write('docx', press);
  expect(readPart(word, 'word/document.xml')).toContain(notice);
  expect(readPart(word, 'word/footer1.xml')).toContain(notice);
  const book = await write('xlsx', press);
  for (const sheet of ['sheet1', 'sheet2'])
    expect(readPart(book, `xl/worksheets/${sheet}.xml`)).toContain(notice);
  expect(readPart(await write('docx', decoders), 'word/document.xml')).not.toContain(notice);
});
