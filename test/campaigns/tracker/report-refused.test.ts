import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readReport } from '../../../campaigns/tracker/report.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { strayEnglish } from '../../stray-english.ts';
import {
  app,
  appStore,
  appStoreName,
  appStoreRow,
  day10,
  manual,
  manualName,
  overview,
  overviewHead,
  overviewName,
  overviewRow,
  read,
  trafficName,
  utf16,
} from './report-builders.ts';

describe('a file that is wrong', () => {
  const days = (...values: string[]) => overview(...values);
  const gz = gzipSync(overview(day10));
  const mixed = Buffer.concat([
    utf16(overview(day10)),
    Buffer.from(`${overviewRow('2019-04-11', '5')}\n`),
  ]);
  const at = (file: string, row?: number, column?: string) => ({
    file,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
  });
  const users = 'Daily User Installs';

  test.each<[string, string, string | Buffer, object, string]>([
    [
      'of another package by name',
      'installs_com.other_201904_overview.csv',
      overview(day10),
      at('installs_com.other_201904_overview.csv'),
      'Expected a report of org.example.app, got one of com.other',
    ],
    [
      'of another package in a row',
      overviewName,
      days(day10, overviewRow('2019-04-11', '5', 'com.other')),
      at(overviewName, 3, 'Package name'),
      'Expected org.example.app for `Package name`, got "com.other"',
    ],
    [
      'of another month than its name says',
      overviewName,
      days(overviewRow('2019-03-31', '5')),
      at(overviewName, 2, 'Date'),
      'Expected a day of 2019-04, which the file name says, for `Date`, got "2019-03-31"',
    ],
    [
      'with a name of no report',
      'installs.pdf',
      overview(day10),
      at('installs.pdf'),
      'got another name',
    ],
    [
      'with a Play name without month',
      'installs_org.example.app_overview.csv',
      overview(day10),
      at('installs_org.example.app_overview.csv'),
      'Expected a name like installs_',
    ],
    [
      'with month 13',
      'installs_org.example.app_201913_overview.csv',
      overview(day10),
      at('installs_org.example.app_201913_overview.csv'),
      'Expected a name like installs_',
    ],
    [
      'of an unknown dimension',
      'installs_org.example.app_201904_planet.csv',
      overview(day10),
      at('installs_org.example.app_201904_planet.csv'),
      'Expected one of overview, country',
    ],
    ['that is empty', overviewName, '', at(overviewName), 'got an empty file'],
    ['that is an empty gzip', overviewName, gzipSync(''), at(overviewName), 'got none'],
    [
      'with a header only',
      overviewName,
      `${overviewHead}\n`,
      at(overviewName),
      'Expected a header and at least one row',
    ],
    [
      'that is a ZIP archive',
      overviewName,
      Buffer.from('PK\x03\x04xxxx'),
      at(overviewName),
      'got a ZIP archive',
    ],
    [
      'whose gzip ends early',
      overviewName,
      gz.subarray(0, gz.length - 12),
      at(overviewName),
      'Expected a whole gzip file, got one that ends early',
    ],
    [
      'whose gzip is damaged',
      overviewName,
      Buffer.concat([gz.subarray(0, 10), Buffer.alloc(60, 0xff)]),
      at(overviewName),
      'Expected a whole gzip file, got a damaged one',
    ],
    [
      'whose gzip has a wrong checksum',
      overviewName,
      Buffer.concat([gz.subarray(0, -8), Buffer.alloc(4), gz.subarray(-4)]),
      at(overviewName),
      'Expected a whole gzip file, got a damaged one',
    ],
    [
      'of UTF-16 with UTF-8 at its end',
      overviewName,
      mixed,
      at(overviewName, 3),
      'the file mixes UTF-16LE with another encoding',
    ],
    [
      'of UTF-8 with UTF-16 at its end',
      overviewName,
      Buffer.concat([Buffer.from(overview(day10)), utf16(day10)]),
      at(overviewName, 3, 'Date'),
      'the file mixes UTF-8 with another encoding',
    ],
    [
      'of UTF-16 cut in half a letter',
      overviewName,
      utf16(overview(day10).trimEnd()).subarray(0, -1),
      at(overviewName, 2),
      '"',
    ],
    [
      'joined from two files',
      overviewName,
      Buffer.concat([utf16(overview(day10)), utf16(overview(day10))]),
      at(overviewName, 3, 'Date'),
      'Expected a day as YYYY-MM-DD for `Date`',
    ],
    [
      'with two cells swapped',
      overviewName,
      days('org.example.app,2019-04-10,10,2,3,5000,2000,1,4000,11,3,2'),
      at(overviewName, 2, 'Date'),
      'Expected a day as YYYY-MM-DD for `Date`, got "org.example.app"',
    ],
    [
      'without a needed column',
      overviewName,
      'Date,Package name\n2019-04-10,org.example.app\n',
      at(overviewName, 1, users),
      'Expected a column `Daily User Installs`, got: Date, Package name',
    ],
    [
      'with a column twice',
      overviewName,
      `${overviewHead},DATE\n${day10},2019-04-10\n`,
      at(overviewName, 1, 'Date'),
      'Expected the column `Date` once',
    ],
    [
      'without a header',
      overviewName,
      `${day10}\n`,
      at(overviewName, 1, 'Date'),
      'Expected a column `Date`',
    ],
    [
      'with a cell too few',
      overviewName,
      days(day10, overviewRow('2019-04-11', '5').slice(0, -2)),
      at(overviewName, 3),
      'Expected 12 columns, got 11',
    ],
    [
      'with a cell too many',
      overviewName,
      days(`${day10},1`),
      at(overviewName, 2),
      'Expected 12 columns, got 13',
    ],
    [
      'with a day twice',
      overviewName,
      days(day10, day10),
      at(overviewName, 3, 'Date'),
      'Expected each day once, which row 2 has already, for `Date`, got "2019-04-10"',
    ],
    [
      'with a day that the calendar lacks',
      overviewName,
      days(overviewRow('2019-04-31', '5')),
      at(overviewName, 2, 'Date'),
      'got "2019-04-31"',
    ],
    [
      'with a day in another form',
      overviewName,
      days(overviewRow('10/04/2019', '5')),
      at(overviewName, 2, 'Date'),
      'got "10/04/2019"',
    ],
    [
      'with a negative count',
      overviewName,
      days(overviewRow('2019-04-10', '-5')),
      at(overviewName, 2, users),
      'Expected a whole number from 0, or nothing, for `Daily User Installs`, got "-5"',
    ],
    [
      'with a fraction',
      overviewName,
      days(overviewRow('2019-04-10', '5.5')),
      at(overviewName, 2, users),
      'got "5.5"',
    ],
    [
      'with a word for a count',
      overviewName,
      days(overviewRow('2019-04-10', 'n/a')),
      at(overviewName, 2, users),
      'got "n/a"',
    ],
    [
      'with a count beyond reason',
      overviewName,
      days(overviewRow('2019-04-10', '9'.repeat(16))),
      at(overviewName, 2, users),
      'got "9999',
    ],
    [
      'with a count in exponents',
      overviewName,
      days(overviewRow('2019-04-10', '1e3')),
      at(overviewName, 2, users),
      'got "1e3"',
    ],
    [
      'with a quote that never closes',
      overviewName,
      days(`"${day10}`),
      at(overviewName, 2),
      'Expected a row of cells',
    ],
    [
      'with a row without end',
      overviewName,
      days(`${'x'.repeat(70_000)}`),
      at(overviewName, 2),
      'Expected a row of cells',
    ],
    [
      'with one source twice a day',
      trafficName,
      `Date,Package name,Traffic source,Search term,UTM source,UTM campaign,Store listing acquisitions\n${'2019-04-10,org.example.app,Search,,,,1\n'.repeat(2)}`,
      at(trafficName, 3, 'Date'),
      'Expected each day once',
    ],
    [
      'of traffic sources without UTM columns',
      trafficName,
      'Date,Package name,Traffic source,Search term,Store listing acquisitions\n',
      at(trafficName, 1, 'UTM source'),
      'Expected a column `UTM source`',
    ],
    [
      'of the App Store without Units',
      appStoreName,
      appStore(appStoreRow()).replace('Units', 'Pieces'),
      at(appStoreName, 1, 'Units'),
      'Expected a column `Units`',
    ],
    [
      'of the App Store for another app',
      appStoreName,
      appStore(appStoreRow({ id: '987654321' })),
      at(appStoreName),
      'Expected rows of app 123456789, got only 987654321',
    ],
    [
      'of the App Store for another day',
      appStoreName,
      appStore(appStoreRow({ begin: '04/11/2019' })),
      at(appStoreName, 2, 'Begin Date'),
      'Expected 2019-04-10, the day of the report',
    ],
    [
      'of the App Store for a week',
      appStoreName,
      appStore(appStoreRow({ end: '04/16/2019' })),
      at(appStoreName, 2, 'End Date'),
      'Expected the same day as the begin',
    ],
    [
      'of the App Store with day and month swapped',
      appStoreName,
      appStore(appStoreRow({ begin: '13/04/2019' })),
      at(appStoreName, 2, 'Begin Date'),
      'Expected a day as MM/DD/YYYY',
    ],
    [
      'of the App Store with negative units',
      appStoreName,
      appStore(appStoreRow({ units: '-1' })),
      at(appStoreName, 2, 'Units'),
      'got "-1"',
    ],
    [
      'of the App Store with blank units',
      appStoreName,
      appStore(appStoreRow({ units: '' })),
      at(appStoreName, 2, 'Units'),
      'Expected a whole number from 0 for `Units`, got ""',
    ],
    [
      'of the App Store with no product type',
      appStoreName,
      appStore(appStoreRow({ type: '' })),
      at(appStoreName, 2, 'Product Type Identifier'),
      'Expected a product type',
    ],
    [
      'of the App Store with a wrong country',
      appStoreName,
      appStore(appStoreRow({ country: 'India' })),
      at(appStoreName, 2, 'Country Code'),
      'got "India"',
    ],
    [
      'of the App Store with two ids swapped',
      appStoreName,
      appStore(appStoreRow({ id: 'INR' })),
      at(appStoreName, 2, 'Apple Identifier'),
      'Expected a number of an app',
    ],
    [
      'of manual figures of tomorrow',
      manualName,
      manual('13.04.2019,5,HQ,A'),
      at(manualName, 2, 'Date'),
      'Expected a day up to today, 2019-04-12, for `Date`, got "13.04.2019"',
    ],
    [
      'of manual figures with a fraction',
      manualName,
      manual('12.04.2019,5.5,HQ,A'),
      at(manualName, 2, 'Downloads'),
      'got "5.5"',
    ],
    [
      'of manual figures with wrong grouping',
      manualName,
      manual('12.04.2019,"16,2345",HQ,A'),
      at(manualName, 2, 'Downloads'),
      'got "16,2345"',
    ],
    [
      'of manual figures without a source',
      manualName,
      manual('12.04.2019,5,,A'),
      at(manualName, 2, 'Source'),
      'Expected who gave the figure',
    ],
    [
      'of manual figures that nobody entered',
      manualName,
      manual('12.04.2019,5,HQ,'),
      at(manualName, 2, 'Entered by'),
      'Expected who enters the figure',
    ],
    [
      'of manual figures with a day twice',
      manualName,
      manual('12.04.2019,5,HQ,A', '2019-04-12,6,HQ,A'),
      at(manualName, 3, 'Date'),
      'which row 2 has already',
    ],
    [
      'of manual figures that fall',
      manualName,
      manual('12.04.2019,16234,HQ,A', '05.04.2019,150000,HQ,A'),
      at(manualName, 2, 'Downloads'),
      'Expected at least 150000, the total of 2019-04-05',
    ],
  ])('%s is refused with its place', async (_, name, content, place, message) => {
    const error = await read(name, content).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReportError);
    const { place: found, message: text, reason } = error as ReportError;
    expect(strayEnglish(reason.hi)).toEqual([]);
    expect(text).toContain(message);
    expect(found).toEqual(expect.objectContaining(place));
    expect(text.startsWith(found.row === undefined ? `${name}: ` : `${name}:${found.row}: `)).toBe(
      true,
    );
  });

  test('an App Store report is refused where the campaign has no App Store id', async () => {
    const file = { name: appStoreName, bytes: chunks(Buffer.from(appStore(appStoreRow()))) };
    await expect(readReport(file, { ...app, appStoreId: null })).rejects.toThrow('got null');
  });

  test('more rows than a month can have are refused', async () => {
    const rows = Array.from({ length: 4 }, (_, n) => overviewRow(`2019-04-0${n + 1}`, '5'));
    const limits = { bytes: 100_000, rows: 3 };
    await expect(read(overviewName, overview(...rows), 100, limits)).rejects.toThrow(
      `${overviewName}:5: Expected at most 3 rows, got more`,
    );
  });

  test('whatever bytes are changed, cut or put in, it is read whole or refused by name', async () => {
    const files = [
      [overviewName, utf16(overview(day10))],
      [overviewName, Buffer.from(overview(day10))],
      [overviewName, gz],
      [appStoreName, Buffer.from(appStore(appStoreRow()))],
      [manualName, Buffer.from(manual('12.04.2019,5,HQ,A'))],
    ] as const;
    const change = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(400),
      removed: fc.nat(3),
      put: fc.uint8Array({ maxLength: 4 }),
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, async ({ file: [name, bytes], at: where, removed, put }) => {
        const place = where % bytes.length;
        const changed = [bytes.subarray(0, place), put, bytes.subarray(place + removed)];
        try {
          const { days } = await read(name, Buffer.concat(changed));
          expect(days.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
          expect((error as Error).message.startsWith(`${name}:`)).toBe(true);
          refused += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test('an error of the source itself is passed on as it is', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(overview(day10));
      throw new Error('connection lost');
    }
    await expect(readReport({ name: overviewName, bytes: broken() }, app)).rejects.toThrow(
      'connection lost',
    );
  });
});

describe('a file that is far too large', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  // 100 MB of rows that are all right and all different, four times over: 400 MB that pack into 4 MB.
  test('is refused with a bound on memory when it unpacks to 400 MB', () => {
    const rows = Array.from(
      { length: 33_000 },
      (_, n) => `2019-04-10,org.example.app,Search,${n}${'x'.repeat(3_000)},,,1\n`,
    );
    const head =
      'Date,Package name,Traffic source,Search term,UTM source,UTM campaign,Store listing acquisitions\n';
    const packed = gzipSync(head + rows.join(''), { level: 1 });
    const path = join(folder, `${trafficName}.gz`);
    writeFileSync(path, Buffer.concat([packed, packed, packed, packed]));
    const module = join(import.meta.dirname, '../../../campaigns/tracker/report.ts');
    const script = `
      import { createReadStream, readFileSync } from 'node:fs';
      import { basename } from 'node:path';
      import { readReport } from ${JSON.stringify(module)};
      const path = ${JSON.stringify(path)};
      const file = { name: basename(path), bytes: createReadStream(path) };
      const read = readReport(file, ${JSON.stringify(app)});
      const message = await read.catch((error) => error.message);
      const [, peakKb] = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
      console.log(JSON.stringify({ message, peakMb: peakKb / 1024 }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const { message, peakMb } = JSON.parse(stdout) as { message: string; peakMb: number };
    expect(message).toBe(`${trafficName}.gz: Expected at most 32 MB unpacked, got more`);
    expect(peakMb).toBeLessThan(280);
  });

  test('as a stream is asked for no more than it may have', async () => {
    let asked = 0;
    const chunk = Buffer.from(`${'x'.repeat(99)}\n`.repeat(1_000));
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Date,Package name,Daily User Installs\n');
      for (;;) {
        asked += chunk.length;
        yield chunk;
      }
    }
    const file = { name: overviewName, bytes: endless() };
    await expect(readReport(file, app, { bytes: 1024 ** 2, rows: 100 })).rejects.toThrow(
      'Expected',
    );
    expect(asked).toBeLessThan(2 * 1024 ** 2);
  });
});

async function* chunks(whole: Buffer): AsyncGenerator<Uint8Array> {
  yield whole;
}
