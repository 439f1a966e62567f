import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, parseCsv } from '../../../campaigns/tables/csv.ts';

const cells = (text: string, separator?: string) =>
  parseCsv(text, separator).map((row) => row.cells);

describe('csv', () => {
  it.each([
    {
      label: 'plain cells',
      text: 'a,b\nc,d\n',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { label: 'no line end at the end', text: 'a,b', rows: [['a', 'b']] },
    { label: 'an empty cell at the end', text: 'a,\n', rows: [['a', '']] },
    {
      label: 'line ends of Windows',
      text: 'a,b\r\nc,d\r\n',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { label: 'line ends of the old Macintosh', text: 'a\rb', rows: [['a'], ['b']] },
    { label: 'a byte order mark', text: '\uFEFFa,b', rows: [['a', 'b']] },
    { label: 'a quoted separator', text: '"a,b",c', rows: [['a,b', 'c']] },
    { label: 'a doubled quote', text: '"say ""aao""",b', rows: [['say "aao"', 'b']] },
    { label: 'a quoted line end', text: '"a\nb",c\nd', rows: [['a\nb', 'c'], ['d']] },
    { label: 'a quote inside a plain cell', text: 'a"b,c', rows: [['a"b', 'c']] },
    { label: 'empty lines between', text: 'a\n\n\nb\n', rows: [['a'], ['b']] },
    { label: 'nothing', text: '', rows: [] },
  ])('reads $label', ({ text, rows }) => {
    expect(cells(text)).toEqual(rows);
  });

  it('reads another separator', () => {
    expect(cells('a;"b;c"\n', ';')).toEqual([['a', 'b;c']]);
  });

  it('counts lines as an editor does', () => {
    expect(parseCsv('a\n\n"b\nc"\nd\r\ne').map(({ line }) => line)).toEqual([1, 3, 5, 6]);
  });

  it.each([
    { label: 'an open quote', text: 'a\n"b,c\n', fault: /closing quote.* line 2/ },
    {
      label: 'text after a quote',
      text: 'a,"b"c',
      fault: /separator after the closing quote in line 1, got "c"/,
    },
  ])('refuses $label', ({ text, fault }) => {
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
});
