import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../campaigns/tables/xlsx.ts';
import { makeZip } from './made-zip.ts';
import { makeBook, makeWorkbook, sheetPath } from './workbooks.ts';

/** A workbook whose sheet is written by hand. */
const archive = (sheet: string, others: Record<string, string> = {}): Uint8Array =>
  makeBook({ [sheetPath]: sheet, ...others });
const cells = (bytes: Uint8Array) => readXlsx(bytes)[0]?.rows.map((row) => row.cells);

describe('a workbook', () => {
  it('gives text, rich text, numbers, formulas and gaps as they show', () => {
    const bytes = makeWorkbook([
      {
        name: 'सीतापुर',
        rows: [
          ['action', 'station', 'name_hi'],
          ['rename', null, { runs: ['हज', 'रतगंज'] }],
          [],
          [20, { formula: 'A1', result: 'action' }, 'a & b <c> "d"'],
        ],
      },
    ]);
    expect(readXlsx(bytes)).toEqual([
      {
        name: 'सीतापुर',
        rows: [
          { line: 1, cells: ['action', 'station', 'name_hi'] },
          { line: 2, cells: ['rename', '', 'हजरतगंज'] },
          { line: 4, cells: ['20', 'action', 'a & b <c> "d"'] },
        ],
      },
    ]);
  });

  it('gives its visible sheets in their order', () => {
    const bytes = makeWorkbook([
      { name: 'One', rows: [['1']] },
      { name: 'Two', hidden: true, rows: [['2']] },
      { name: 'Three', rows: [['3']] },
    ]);
    expect(readXlsx(bytes).map(({ name }) => name)).toEqual(['One', 'Three']);
  });

  it.each([
    [
      'inline strings',
      '<row r="1"><c r="B1" t="inlineStr"><is><t>क</t></is></c></row>',
      [['', 'क']],
    ],
    ['prefixed names', '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>', [['7']]],
    ['cells without a reference', '<row><c><v>1</v></c><c><v>2</v></c></row>', [['1', '2']]],
    [
      'numbered characters',
      '<row r="1"><c r="A1" t="str"><v>&#x915;&#2325;_x0041_</v></c></row>',
      [['ककA']],
    ],
    ['comments', '<!-- <row> --><row r="1"><c r="A1"><v>1</v></c></row>', [['1']]],
    ['no row', '<sheetData/>', []],
  ])('is read with %s', (_, sheet, rows) => {
    expect(cells(archive(`<worksheet>${sheet}</worksheet>`))).toEqual(rows);
  });

  it('leaves out the reading aid of East Asian text', () => {
    const bytes = archive('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': '<sst><si><t>क</t><rPh><t>x</t></rPh></si></sst>',
    });
    expect(cells(bytes)).toEqual([['क']]);
  });

  it('does not follow a document type', () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const bytes = archive(`${bomb}<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>`);
    expect(cells(bytes)).toEqual([['&b;']]);
  });

  it.each([
    ['no archive', () => Buffer.from('action,station'), /does not unpack/],
    ['nothing', () => new Uint8Array(), /does not unpack/],
    ['half an archive', () => archive('<row/>').slice(0, 200), /does not unpack/],
    [
      'another kind of archive',
      () => makeZip({ 'word/document.xml': '<w/>' }),
      /Expected xl\/workbook.xml/,
    ],
    [
      'a sheet that is not there',
      () => archive('', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      /in the workbook, got none/,
    ],
    ['no sheet', () => archive('', { 'xl/workbook.xml': '<workbook/>' }), /Expected a sheet/],
    [
      'a bomb',
      () => archive(' '.repeat(60_000_000)),
      /Expected at most 8000000 bytes in a part, got more in xl\/worksheets/,
    ],
  ])('is refused: %s', (_, bytes, fault) => {
    expect(() => readXlsx(bytes())).toThrow(fault);
  });

  it('is never unpacked beyond the size that it states', () => {
    const bytes = archive(`${' '.repeat(6_000_000)}<row r="1"><c r="A1"><v>1</v></c></row>`);
    expect(cells(bytes)).toEqual([['1']]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) {
        view.setUint32(at + 24, 100, true); // the archive lies about its sheet
      }
    }
    expect(() => readXlsx(bytes)).toThrow(/does not unpack/);
  });

  it('with a million and a half open tags is read in one pass', () => {
    const bytes = archive('<row>'.repeat(1_500_000));
    expect(cells(bytes)).toEqual([]);
  });

  it('that shows one long text in every cell is refused', () => {
    const cell = '<c t="s"><v>0</v></c>'.repeat(50);
    const bytes = archive(`<row>${cell}</row>`.repeat(1000), {
      'xl/sharedStrings.xml': `<sst><si><t>${'क'.repeat(30_000)}</t></si></sst>`,
    });
    expect(() => readXlsx(bytes)).toThrow(/at most 24000000 characters/);
  });

  it('never makes a row longer than a hundred cells', () => {
    expect(
      cells(archive('<row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
    ).toEqual([['2']]);
  });
});
