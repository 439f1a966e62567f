import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../../campaigns/tables/xlsx.ts';
import { readXlsxRows } from '../../../../campaigns/tables/xlsx-stream.ts';
import { attribute, tags } from '../../../../campaigns/tables/xlsx-xml.ts';
import { xlsxFile } from '../../../../messaging/platform/documents/xlsx-file.ts';

const createdAt = new Date('2019-04-12T05:00:00Z');
const sheet = (name: string, value: string | number | null = 'a') => ({
  name,
  columnWidths: [10],
  rows: [[{ value }]],
});

test('what two other readers find is what was written', async () => {
  const written = ' & < > "क" \' =1+1 \u0000\uFFFF😀';
  const bytes = xlsxFile([sheet('एक', written), sheet('दो', -1.5)], { title: 'a & b', createdAt });
  const kept = ' & < > "क" \' =1+1 😀';
  expect(readXlsx(bytes).map(({ rows }) => rows[0]?.cells)).toEqual([[kept], ['-1.5']]);
  const streamed = [];
  for await (const rows of readXlsxRows(bytes)) streamed.push(...rows);
  expect(streamed).toEqual([{ line: 1, cells: [kept] }]);
  expect(parts(bytes)['docProps/core.xml']).toContain('<dc:title>a &amp; b</dc:title>');
});

function parts(bytes: Buffer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

test('every part is well-formed, declared with its type, and reached from the workbook', () => {
  const bytes = xlsxFile([sheet('एक', 'a & <b>'), sheet('दो', 1)], { title: 't', createdAt });
  const all = parts(bytes);
  for (const [path, xml] of Object.entries(all)) {
    const open: string[] = [];
    for (const tag of tags(xml)) {
      if (tag.opens && !tag.empty) open.push(tag.name);
      if (tag.closes) expect(open.pop(), path).toBe(tag.name);
      expect(tag.before, path).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/);
    }
    expect(open, path).toEqual([]);
  }
  const found = (path: string, name: string, of: string) =>
    [...tags(all[path] ?? '')].filter((tag) => tag.name === name).map((tag) => attribute(tag, of));
  const declared = found('[Content_Types].xml', 'Override', 'PartName').map((name) =>
    name.slice(1),
  );
  const written = Object.keys(all).filter((path) => !/rels$|Content_Types/.test(path));
  expect(declared.toSorted()).toEqual(written.toSorted());
  const targets = found('xl/_rels/workbook.xml.rels', 'Relationship', 'Target');
  expect(targets.map((target) => `xl/${target}`).toSorted()).toEqual(
    written.filter((path) => /worksheets|styles/.test(path)).toSorted(),
  );
  const ids = found('xl/_rels/workbook.xml.rels', 'Relationship', 'Id');
  expect(ids).toEqual(expect.arrayContaining(found('xl/workbook.xml', 'sheet', 'id')));
  const styles = found('xl/styles.xml', 'cellXfs', 'count').map(Number);
  for (const style of found('xl/worksheets/sheet1.xml', 'c', 's'))
    expect(Number(style)).toBeLessThan(styles[0] ?? 0);
});

test('sheets have names that Excel takes, each once', () => {
  const long = 'x'.repeat(40);
  const bytes = xlsxFile([sheet('a/b:c'), sheet(long), sheet(long)], { title: '', createdAt });
  expect(readXlsx(bytes).map(({ name }) => name)).toEqual([
    'a b c',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
  ]);
});

test('the same sheets give the same bytes', () => {
  const make = () => xlsxFile([sheet('a')], { title: 't', createdAt });
  expect(make().equals(make())).toBe(true);
});

test('a wide sheet is printed across, its columns on one page and repeated on each', () => {
  const wide = { ...sheet("नाम's", 'a'), columnWidths: [60, 60], headRow: 3 };
  const all = parts(xlsxFile([sheet('a'), wide], { title: 't', createdAt }));
  expect(all['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'नाम''s'!$3:$3</definedName>`,
  );
  expect(all['xl/worksheets/sheet1.xml']).toContain('orientation="portrait" fitToWidth="1"');
  expect(all['xl/worksheets/sheet2.xml']).toContain('orientation="landscape" fitToWidth="1"');
});
