import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, createCsvReader, parseCsv } from '../../../campaigns/tables/csv.ts';
import { formatCsv, sheetCsv, sheetLine } from '../../../campaigns/tables/csv-writer.ts';

type CsvOptions = Parameters<typeof createCsvReader>[0];
const cells = (text: string, separator?: string) =>
  parseCsv(text, separator).map((row) => row.cells);

describe('csv', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a,b', [['a', 'b']]],
    ['an empty cell at the end', 'a,\n', [['a', '']]],
    [
      'line ends of Windows',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['line ends of the old Macintosh', 'a\rb', [['a'], ['b']]],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    ['a quoted separator', '"a,b",c', [['a,b', 'c']]],
    ['a doubled quote', '"say ""aao""",b', [['say "aao"', 'b']]],
    ['a quoted line end', '"a\nb",c\nd', [['a\nb', 'c'], ['d']]],
    ['a quote inside a plain cell', 'a"b,c', [['a"b', 'c']]],
    ['empty lines between', 'a\n\n\nb\n', [['a'], ['b']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  it('reads another separator', () => {
    expect(cells('a;"b;c"\n', ';')).toEqual([['a', 'b;c']]);
  });

  it('counts lines as an editor does', () => {
    expect(parseCsv('a\n\n"b\nc"\nd\r\ne').map(({ line }) => line)).toEqual([1, 3, 5, 6]);
  });

  it.each([
    ['an open quote', 'a\n"b,c\n', /closing quote.* line 2/],
    ['text after a quote', 'a,"b"c', /separator after the closing quote in line 1, got "c"/],
  ])('refuses %s', (_, text, fault) => {
    expect(() => parseCsv(text)).toThrow(fault);
  });

  it('reads back whatever it writes', () => {
    const row = fc.array(fc.string(), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(cells(formatCsv([['first', 'row'], ...rows]))).toEqual([['first', 'row'], ...rows]);
      }),
    );
  });

  it('reads the same in pieces of any size as at once, and as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'क', ',', '"', '\n', '\r\n', ' ', ';') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const text = formatCsv(rows);
        const reader = createCsvReader();
        const read: CsvRow[] = [];
        for (let at = 0; at < text.length; at += size)
          read.push(...reader.push(text.slice(at, at + size)));
        read.push(...reader.end());
        expect(read).toEqual(parseCsv(text));
        expect(read.map((row) => row.cells)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });

  it.each<[string, CsvOptions, string, string[][]]>([
    ['blanks around cells', { trimmed: true }, ' a , " b " ,c\n \n', [['a', ' b ', 'c']]],
    ['quotation marks as text', { quoted: false, separator: '\t' }, '"a\tb"\n', [['"a', 'b"']]],
    ['empty lines', { keepsEmpty: true }, 'a\n\nb', [['a'], [''], ['b']]],
  ])('can be told of %s', (_, options, text, rows) => {
    const reader = createCsvReader(options);
    const read = [...reader.push(text), ...reader.end()].map((row) => row.cells);
    expect(read).toEqual(
      options?.trimmed === true ? rows.map((row) => row.map((cell) => cell.trim())) : rows,
    );
  });

  it.each([
    { label: 'without an end', text: 'x'.repeat(2000) },
    { label: 'with an open quote over many lines', text: `"${'x\n'.repeat(1000)}` },
  ])('refuses a row $label before it has swallowed the file', ({ text }) => {
    const reader = createCsvReader({ longestRow: 1000 });
    expect(() => {
      for (const character of text) reader.push(character);
    }).toThrow(/^Expected rows of at most 1000 characters/);
  });
});

describe('a csv for a spreadsheet', () => {
  it.each(['=1+1', '+91', '-1', '@x', '\t=1', ' =1', '＝1', '\r\n=1'])(
    '%j is no formula',
    (cell) => {
      expect(parseCsv(sheetLine([cell, 'b']))[0]?.cells).toEqual([`'${cell}`, 'b']);
    },
  );

  it('keeps numbers as they are and begins with the mark for Devanagari', () => {
    expect(
      sheetCsv([
        ['क', -1],
        ['a,b', 2],
      ]),
    ).toBe('\uFEFFक,-1\r\n"a,b",2\r\n');
  });
});
