import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import {
  isAppServicesName,
  listServiceNames,
  readAppServices,
} from '../../../campaigns/tracker/app-services-report.ts';
import { makeWorkbook } from '../tables/workbooks.ts';

const names = listServiceNames(loadDirectory(), loadCampaign('up-cop'));
const read = (content: string | Uint8Array, name = 'app_services_2019-04-11.csv') => {
  async function* bytes() {
    yield Buffer.from(content);
  }
  return readAppServices({ name, bytes: bytes() }, { today: '2019-04-12', names });
};
const head = 'Date,District,Station,Service,Count,Days to close';

describe('what the app did', () => {
  test('is read by names in either script, a district as a whole or by station', async () => {
    const rows = [
      'दिनांक,जनपद,थाना,सेवा,संख्या,निस्तारण दिवस,टिप्पणी',
      '2019-04-10,आगरा,,lost-article,12,,x',
      '2019-04-11,AGRA,Etmadpur,Lost Article,3,2.5,',
    ];
    const report = await read(rows.join('\n'));
    expect(report).toMatchObject({ kind: 'app-services', month: '2019-04' });
    const usual = { district: 'agra', service: 'lost-article' };
    expect(report.days).toEqual([
      { date: '2019-04-10', ...usual, station: null, count: 12, closedInDays: null },
      { date: '2019-04-11', ...usual, station: 'etmadpur', count: 3, closedInDays: 2.5 },
    ]);
  });

  test('is the same from a workbook, whose rows keep their numbers', async () => {
    const rows = [head.split(','), [], ['2019-04-11', 'agra', null, 'lost-article', 7, 2]];
    const book = (cells: typeof rows) =>
      Buffer.from(makeWorkbook([{ name: 'S', rows: cells as never }]));
    const report = await read(book(rows), 'app_services.xlsx');
    expect(report.days).toMatchObject([{ district: 'agra', count: 7, closedInDays: 2 }]);
    const wrong = [...rows, ['2019-04-11', 'nowhere', null, 'lost-article', 7, 2]];
    await expect(read(book(wrong), 'app_services.xlsx')).rejects.toThrow(/4.*District/s);
    await expect(read('no workbook', 'app_services.xlsx')).rejects.toThrow(/does not open/);
  });

  test.each([
    ['2019-04-13,agra,,lost-article,1,', /Expected a day up to today, 2019-04-12, for `Date`/],
    ['2019-04-11,lucknw,,lost-article,1,', /Expected a district for `District`, got "lucknw"/],
    ['2019-04-11,agra,hazratganj,lost-article,1,', /Expected a station of this district/],
    ['2019-04-11,agra,,tea,1,', /Expected a service of the campaign for `Service`, got "tea"/],
    ['2019-04-11,agra,,lost-article,,', /Expected a whole number from 0 for `Count`, got ""/],
    [
      '2019-04-11,agra,,lost-article,1,soon',
      /Expected days, such as 2.5, for `Days to close`, got "soon"/,
    ],
  ])('%s is refused with its row and cell', async (line, fault) => {
    await expect(read(`${head}\n${line}\n`)).rejects.toThrow(fault);
  });

  test('tells each day, place and service once', async () => {
    const line = '2019-04-11,agra,,lost-article,1,';
    await expect(read(`${head}\n${line}\n${line}\n`)).rejects.toThrow(/which row 2 has already/);
  });

  test.each([
    ['app_services_2019-04-11.csv', true],
    ['App-Services.XLSX', true],
    ['app_services.csv.gz', true],
    ['figures.csv', false],
    ['installs_in.app_201904_overview.csv', false],
  ])('%s names it: %s', (name, isOne) => {
    expect(isAppServicesName(name)).toBe(isOne);
  });
});
