import excel from 'exceljs';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../campaigns/tables/xlsx.ts';
import { xlsxFile } from '../../../messaging/documents/xlsx-file.ts';

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
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  expect(workbook.getWorksheet('एक')?.getCell('A1').value).toBe(kept);
  expect(workbook.getWorksheet('दो')?.getCell('A1').value).toBe(-1.5);
  expect(workbook.title).toBe('a & b');
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
