import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Paper, text } from '../../../../messaging/platform/documents/paper.ts';
import { paperPdf } from '../../../../messaging/platform/documents/paper-pdf.ts';
import { openFolder } from '../../../folders.ts';

const folder = openFolder('tagged-');

function writeSheet(rows: number): string {
  const title = 'कार्यादेश';
  const paper: Paper = {
    office: 'कार्यालय',
    title,
    language: 'hi',
    createdAt: new Date('2026-11-25T00:00:00Z'),
    foot: 'पृष्ठ',
    blocks: [
      text(title, 18, { bold: true, heading: 'H1' }),
      text('जनपद लखनऊ की सामग्री नीचे दी गई है, '.repeat(4).trim(), 11),
      {
        kind: 'facts',
        facts: [
          ['वेंडर', 'श्री बालाजी फ़्लेक्स'],
          ['पता', 'भूतल, नवीन बाज़ार, स्टेशन रोड, '.repeat(6)],
          ['GSTIN', '09AAACB2894G1ZP'],
        ],
      },
      {
        kind: 'table',
        title: 'सामग्री',
        widths: [0.7, 0.3],
        head: ['थाना', 'संख्या'],
        rows: Array.from({ length: rows }, (_, at) => [`थाना ${at + 1}`, { count: 500 }]),
      },
    ],
  };
  const file = join(folder, `${rows}.pdf`);
  writeFileSync(file, paperPdf(paper));
  return file;
}

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What a reader is told of the parts, in their order. */
function listRoles(file: string): string[] {
  const lines = run('pdfinfo', '-struct', file).split('\n');
  return lines.flatMap((line) => /^ *(Document|H\d|P|Table|TR|TH|TD)\b/.exec(line)?.[1] ?? []);
}

test('a screen reader finds heads, paragraphs and tables, and no page numbers', () => {
  const file = writeSheet(2);
  expect(run('pdfinfo', file)).toMatch(/^Tagged:\s+yes$/m);
  expect(listRoles(file)).toEqual([
    'Document',
    ...['H1', 'P'],
    'Table',
    ...Array.from({ length: 3 }, () => ['TR', 'TH', 'TD']).flat(),
    ...['H2', 'Table', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD', 'TR', 'TD', 'TD'],
  ]);
  expect(run('pdfinfo', '-struct', file).match(/\/Scope \/(Row|Column)/g)).toEqual([
    ...['/Scope /Row', '/Scope /Row', '/Scope /Row', '/Scope /Column', '/Scope /Column'],
  ]);
  // The words themselves, where the letters on the page are joined and in another order.
  const words = run('pdftotext', file, '-');
  for (const said of ['कार्यादेश', 'नीचे दी गई है', 'श्री बालाजी फ़्लेक्स', 'संख्या', 'थाना 2'])
    expect(words).toContain(said);
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
});

test('a table that goes on over the page keeps its rows, each cell with its own words', () => {
  const file = writeSheet(70);
  const roles = listRoles(file);
  expect(roles.filter((role) => role === 'TD')).toHaveLength(2 * 70 + 3);
  const words = run('pdftotext', file, '-');
  for (const at of [1, 35, 70]) expect(words).toContain(`थाना ${at}`);
});

test('a fact of several lines keeps the next one below it', () => {
  const boxes = run('pdftotext', '-bbox', writeSheet(1), '-');
  const top = (word: string) =>
    Number(new RegExp(`yMin="([\\d.]+)"[^>]*>${word}`).exec(boxes)?.[1]);
  const address = [...boxes.matchAll(/yMin="([\d.]+)"[^>]*>भूतल/g)].map(([, y]) => Number(y));
  expect(new Set(address).size).toBe(2);
  expect(top('GSTIN')).toBeGreaterThan(Math.max(...address) + 10);
});
