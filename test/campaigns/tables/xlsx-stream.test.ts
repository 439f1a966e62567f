import { describe, expect, test } from 'vitest';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { readXlsxRows } from '../../../campaigns/tables/xlsx-stream.ts';
import { farCells, makeBook, makeWorkbook, sheetPath, stringsPath } from './workbooks.ts';

const kilobyte = 1024;
async function read(bytes: Buffer, mostRows?: number) {
  const rows = [];
  for await (const batch of readXlsxRows(bytes, mostRows)) rows.push(...batch);
  return rows;
}

/** Makes the archive's list claim another size of a part. */
function claim(bytes: Buffer, path: string, size: number): Buffer {
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) continue;
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (name === path) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

const blank = new Uint8Array(4 * kilobyte * kilobyte).fill(0x20);

describe('a workbook that is read as it is unpacked', () => {
  test('gives the rows of its first visible sheet as Excel wrote them', async () => {
    const bytes = makeWorkbook([
      { name: 'Hidden', hidden: true, rows: [['x']] },
      {
        name: 'List',
        rows: [
          ['मोबाइल', 'जनपद', null, { runs: ['a', 'b'] }],
          [],
          ...Array.from({ length: 5000 }, (_, n) => [9_876_500_000 + n, 'आगरा']),
        ],
      },
    ]);
    const rows = await read(Buffer.from(bytes));
    expect(rows).toHaveLength(5001);
    expect(rows[0]).toEqual({ line: 1, cells: ['मोबाइल', 'जनपद', '', 'ab'] });
    expect(rows[1]).toEqual({ line: 3, cells: ['9876500000', 'आगरा'] });
    expect(rows.at(-1)).toEqual({ line: 5002, cells: ['9876504999', 'आगरा'] });
  });

  test('takes a whole number that is stored with an exponent', async () => {
    const sheet = '<row r="1"><c r="A1"><v>9.87650000E9</v></c></row>';
    expect(await read(makeBook({ [sheetPath]: sheet }))).toEqual([
      { line: 1, cells: ['9876500000'] },
    ]);
  });

  test('passes over cells at the far right that are only coloured', async () => {
    const sheet = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>';
    expect(await read(makeBook({ [sheetPath]: sheet }))).toEqual([{ line: 1, cells: ['1'] }]);
  });
});

test('a sheet has as many rows as it may, and no more', async () => {
  const rows = (count: number) =>
    read(makeBook({ [sheetPath]: '<row><c><v>1</v></c></row>'.repeat(count) }), 1000);
  expect(await rows(1000)).toHaveLength(1000);
  await expect(rows(1001)).rejects.toMatchObject({
    en: 'Expected at most 1000 rows in a sheet, got more',
    hi: 'एक शीट में अधिकतम 1000 पंक्तियाँ हों',
  });
});

describe('a hostile workbook is refused, in both languages', () => {
  const inXfd = /at most 100 columns, got a value in cell XFD1/;
  const tooLarge = /at most 96 MB in a part of the workbook, got more in xl\/sharedStrings.xml/;
  const tooLong = /cells of at most 1000000 characters/;
  const unread = /cannot be read/;
  const vast = () =>
    makeBook({ [stringsPath]: `<si><t>${'a'.repeat(4000)}</t></si>`.repeat(26_000) });
  const lying = (shared: string | Uint8Array, size: number) =>
    claim(makeBook({ [stringsPath]: shared }), stringsPath, size);
  const beyond = () => {
    const bytes = makeBook({});
    bytes.writeUInt32LE(0xffff_ff00, bytes.length - 6);
    return bytes;
  };
  const far = () => makeBook({ [sheetPath]: `<worksheet>${farCells}</worksheet>` });
  const noSheet = () => makeBook({ 'xl/workbook.xml': '<workbook/>' });
  test.each<[string, () => Buffer, en: RegExp, hi: RegExp]>([
    ['a thousand cells in column XFD', far, inXfd, /XFD1/],
    ['shared strings that claim 4 GB', () => lying('<sst/>', 0xffff_fff0), tooLarge, /96 MB से बड़ा/],
    [
      'shared strings that are far larger than they claim',
      () => lying(blank, 100),
      tooLong,
      /वर्ण हों/,
    ],
    [
      'shared strings one behind the other, larger than they claim',
      () => claim(vast(), stringsPath, 100),
      /at most 96 MB/,
      /96 MB से बड़ा/,
    ],
    ['a sheet without a tag', () => makeBook({ [sheetPath]: blank }), tooLong, /वर्ण हों/],
    ['no archive', () => Buffer.from('mobile\n1\n'), unread, /XLSX/],
    ['nothing', () => Buffer.alloc(0), unread, /XLSX/],
    ['half an archive', () => makeBook({}).subarray(0, 300), unread, /XLSX/],
    ['a list of files that points beyond the archive', beyond, unread, /XLSX/],
    ['no sheet', noSheet, /Expected a sheet/, /कोई शीट नहीं/],
  ])(
    '%s',
    async (_, bytes, en, hi) => {
      const made = bytes();
      const error = await read(made).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(TableError);
      expect((error as TableError).en).toMatch(en);
      expect((error as TableError).hi).toMatch(hi);
    },
    60_000,
  );
});
