import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { makeSample, sampleToday } from '../../../../campaigns/tracker/sample.ts';
import { reviewNote } from '../../../../messaging/figures/review-notes/review-note.ts';
import { paperDocx } from '../../../../messaging/platform/documents/paper-docx.ts';
import { paperPdf } from '../../../../messaging/platform/documents/paper-pdf.ts';
import { openFolder } from '../../../folders.ts';
import { listTables, listTexts } from '../../fixtures/paper-parts.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { readPart } from '../../fixtures/zip-part.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();
const districts = directory.districts.map(({ id }) => ({
  id,
  stations: boardStations(directory)
    .filter(({ district }) => district === id)
    .map((station) => station.id),
}));
const folder = openFolder('note-');

function note(sample: boolean) {
  const known = sample ? makeSample(districts) : {};
  const file = makeProgress(sampleToday, { districts, ...known });
  const paper = reviewNote(file, { campaign, districts: directory.districts, month: '2019-04' });
  const tables = listTables(paper.blocks);
  return { file, paper, texts: listTexts(paper), tables, annexure: tables.at(-1) };
}

test('the note says goal, count and boards as they are', () => {
  const { file, paper, texts, annexure } = note(true);
  const text = texts.join('\n');
  expect(paper.title).toContain('माह अप्रैल, 2019');
  expect(texts).toContain(paper.title);
  expect(texts).toContain('दिनांक 12.04.2019 तक की स्थिति');
  expect(text).toContain('2,50,000 से अधिक');
  expect(text).toContain('06.04.2019');
  expect(text).toContain(`${file.boards.stations - file.boards.up} थाने शेष`);
  expect(annexure?.rows.length).toBe(directory.districts.length + 2);
  expect(annexure?.rows.at(-1)?.slice(2, 5)).toEqual(
    [file.boards.stations, file.boards.up, file.boards.verified].map((value) =>
      value.toLocaleString('en-IN'),
    ),
  );
});

test('without figures it says so, and it rests on no order for another app', () => {
  const { texts } = note(false);
  expect(texts.find((text) => text.startsWith('1. '))).toContain('आँकड़े अभी प्राप्त नहीं हुए');
  const words = JSON.stringify(note(true).paper);
  expect(words).not.toContain('पीएमएस');
  expect(words).not.toContain('प्रस्तर-3');
});

test('every row has as many cells as its head, and the columns fill the line', () => {
  for (const { head, rows, widths } of note(true).tables) {
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    expect(widths.length).toBe(head.length);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 6);
  }
});

test('the PDF is sound, and its Hindi can be copied out as it was written', () => {
  const { paper, texts } = note(true);
  const path = join(folder, 'note.pdf');
  const bytes = paperPdf(paper);
  writeFileSync(path, bytes);
  execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  expect(paperPdf(paper).equals(bytes)).toBe(true);
  // Outline fonts with the signs that HarfBuzz chose; the words themselves are beside them.
  const unpacked = execFileSync(
    'qpdf',
    ['--qdf', '--normalize-content=n', '--object-streams=disable', path, '-'],
    { maxBuffer: 50e6 },
  ).toString('latin1');
  const words = [...unpacked.matchAll(/ActualText <feff([0-9a-f]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
  expect(words).toContain(paper.title);
  for (const text of texts) expect(words.join(' ')).toContain(text);
  for (const { nameHi } of directory.districts) expect(words).toContain(nameHi);
  expect(words.filter((text) => text.startsWith('पृष्ठ')).length).toBe(3);
});

test('the DOCX holds the same words, in Hindi as its language', async () => {
  const { paper, texts, tables } = note(true);
  const docx = await paperDocx(paper);
  const xml = readPart(docx, 'word/document.xml');
  for (const text of texts) expect(xml).toContain(text);
  expect(readPart(docx, 'word/styles.xml')).toContain('w:bidi="hi-IN"');
  expect(xml.match(/<w:tr>|<w:tr /g)?.length).toBe(
    tables.reduce((sum, { rows }) => sum + rows.length + 1, 0),
  );
});
