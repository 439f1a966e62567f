import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../../campaigns/tracker/report.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { openFolder } from '../../folders.ts';
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
  const gz = gzipSync(overview(day10));
  const mixed = Buffer.concat([
    utf16(overview(day10)),
    Buffer.from(`${overviewRow('2019-04-11', '5')}\n`),
  ]);
  const on = (day: string, users = '5') => overview(overviewRow(day, users));
  const ofApp = (cells: Parameters<typeof appStoreRow>[0]) => appStore(appStoreRow(cells));
  const unread = 'Expected a whole gzip file, got a damaged one';
  const nameless = 'Expected a name like installs_';
  const notADay = 'Expected a day as YYYY-MM-DD for `Date`';
  const users = 'Daily User Installs';
  const trafficHead = 'Date,Package name,Traffic source,Search term';
  const twice = `${trafficHead},UTM source,UTM campaign,Store listing acquisitions\n${'2019-04-10,org.example.app,Search,,,,1\n'.repeat(2)}`;

  type Fault = [content: string | Buffer, message: string, row?: number, column?: string];
  type Refused = [what: string, ...Fault];
  type RefusedFile = [what: string, name: string, ...Fault];

  /** Names of files that hold a sound overview. */
  const byName: [what: string, name: string, message: string][] = [
    [
      'of another package by name',
      'installs_com.other_201904_overview.csv',
      'Expected a report of org.example.app, got one of com.other',
    ],
    ['with a name of no report', 'installs.pdf', 'got another name'],
    ['with a Play name without month', 'installs_org.example.app_overview.csv', nameless],
    ['with month 13', 'installs_org.example.app_201913_overview.csv', nameless],
    [
      'of an unknown dimension',
      'installs_org.example.app_201904_planet.csv',
      'Expected one of overview, country',
    ],
  ];
  const ofOverview: Refused[] = [
    [
      'of another package in a row',
      overview(day10, overviewRow('2019-04-11', '5', 'com.other')),
      'Expected org.example.app for `Package name`, got "com.other"',
      3,
      'Package name',
    ],
    [
      'of another month than its name says',
      on('2019-03-31'),
      'Expected a day of 2019-04, which the file name says, for `Date`, got "2019-03-31"',
      2,
      'Date',
    ],
    ['that is empty', '', 'got an empty file'],
    ['that is an empty gzip', gzipSync(''), 'got none'],
    ['with a header only', `${overviewHead}\n`, 'Expected a header and at least one row'],
    ['that is a ZIP archive', Buffer.from('PK\x03\x04xxxx'), 'got a ZIP archive'],
    [
      'whose gzip ends early',
      gz.subarray(0, gz.length - 12),
      'Expected a whole gzip file, got one that ends early',
    ],
    ['whose gzip is damaged', Buffer.concat([gz.subarray(0, 10), Buffer.alloc(60, 0xff)]), unread],
    [
      'whose gzip has a wrong checksum',
      Buffer.concat([gz.subarray(0, -8), Buffer.alloc(4), gz.subarray(-4)]),
      unread,
    ],
    ['of UTF-16 with UTF-8 at its end', mixed, 'the file mixes UTF-16LE with another encoding', 3],
    [
      'of UTF-8 with UTF-16 at its end',
      Buffer.concat([Buffer.from(overview(day10)), utf16(day10)]),
      'the file mixes UTF-8 with another encoding',
      3,
      'Date',
    ],
    ['of UTF-16 cut in half a letter', utf16(overview(day10).trimEnd()).subarray(0, -1), '"', 2],
    [
      'joined from two files',
      Buffer.concat([utf16(overview(day10)), utf16(overview(day10))]),
      notADay,
      3,
      'Date',
    ],
    [
      'with two cells swapped',
      overview('org.example.app,2019-04-10,10,2,3,5000,2000,1,4000,11,3,2'),
      `${notADay}, got "org.example.app"`,
      2,
      'Date',
    ],
    [
      'without a needed column',
      'Date,Package name\n2019-04-10,org.example.app\n',
      'Expected a column `Daily User Installs`, got: Date, Package name',
      1,
      users,
    ],
    [
      'with a column twice',
      `${overviewHead},DATE\n${day10},2019-04-10\n`,
      'Expected the column `Date` once',
      1,
      'Date',
    ],
    ['without a header', `${day10}\n`, 'Expected a column `Date`', 1, 'Date'],
    [
      'with a cell too few',
      overview(day10, overviewRow('2019-04-11', '5').slice(0, -2)),
      'Expected 12 columns, got 11',
      3,
    ],
    ['with a cell too many', overview(`${day10},1`), 'Expected 12 columns, got 13', 2],
    [
      'with a day twice',
      overview(day10, day10),
      'Expected each day once, which row 2 has already, for `Date`, got "2019-04-10"',
      3,
      'Date',
    ],
    ['with a day that the calendar lacks', on('2019-04-31'), 'got "2019-04-31"', 2, 'Date'],
    ['with a day in another form', on('10/04/2019'), 'got "10/04/2019"', 2, 'Date'],
    [
      'with a negative count',
      on('2019-04-10', '-5'),
      'Expected a whole number from 0, or nothing, for `Daily User Installs`, got "-5"',
      2,
      users,
    ],
    ['with a fraction', on('2019-04-10', '5.5'), 'got "5.5"', 2, users],
    ['with a word for a count', on('2019-04-10', 'n/a'), 'got "n/a"', 2, users],
    ['with a count beyond reason', on('2019-04-10', '9'.repeat(16)), 'got "9999', 2, users],
    ['with a count in exponents', on('2019-04-10', '1e3'), 'got "1e3"', 2, users],
    ['with a quote that never closes', overview(`"${day10}`), 'Expected a row of cells', 2],
    ['with a row without end', overview('x'.repeat(70_000)), 'Expected a row of cells', 2],
  ];
  const ofTraffic: Refused[] = [
    ['with one source twice a day', twice, 'Expected each day once', 3, 'Date'],
    [
      'of traffic sources without UTM columns',
      `${trafficHead},Store listing acquisitions\n`,
      'Expected a column `UTM source`',
      1,
      'UTM source',
    ],
  ];
  const ofAppStore: Refused[] = [
    [
      'without Units',
      ofApp({}).replace('Units', 'Pieces'),
      'Expected a column `Units`',
      1,
      'Units',
    ],
    [
      'for another app',
      ofApp({ id: '987654321' }),
      'Expected rows of app 123456789, got only 987654321',
    ],
    [
      'for another day',
      ofApp({ begin: '04/11/2019' }),
      'Expected 2019-04-10, the day of the report',
      2,
      'Begin Date',
    ],
    [
      'for a week',
      ofApp({ end: '04/16/2019' }),
      'Expected the same day as the begin',
      2,
      'End Date',
    ],
    [
      'with day and month swapped',
      ofApp({ begin: '13/04/2019' }),
      'Expected a day as MM/DD/YYYY',
      2,
      'Begin Date',
    ],
    ['with negative units', ofApp({ units: '-1' }), 'got "-1"', 2, 'Units'],
    [
      'with blank units',
      ofApp({ units: '' }),
      'Expected a whole number from 0 for `Units`, got ""',
      2,
      'Units',
    ],
    [
      'with no product type',
      ofApp({ type: '' }),
      'Expected a product type',
      2,
      'Product Type Identifier',
    ],
    [
      'with a product type of tomorrow',
      ofApp({ type: '1X' }),
      'Expected a product type of Apple’s that is known here, such as 1F for `Product Type Identifier`, got "1X"',
      2,
      'Product Type Identifier',
    ],
    ['with a wrong country', ofApp({ country: 'India' }), 'got "India"', 2, 'Country Code'],
    [
      'with two ids swapped',
      ofApp({ id: 'INR' }),
      'Expected a number of an app',
      2,
      'Apple Identifier',
    ],
  ];
  const ofManual: Refused[] = [
    [
      'of tomorrow',
      manual('13.04.2019,5,HQ,A'),
      'Expected a day up to today, 2019-04-12, for `Date`, got "13.04.2019"',
      2,
      'Date',
    ],
    ['with a fraction', manual('12.04.2019,5.5,HQ,A'), 'got "5.5"', 2, 'Downloads'],
    ['with wrong grouping', manual('12.04.2019,"16,2345",HQ,A'), 'got "16,2345"', 2, 'Downloads'],
    ['without a source', manual('12.04.2019,5,,A'), 'Expected who gave the figure', 2, 'Source'],
    [
      'that nobody entered',
      manual('12.04.2019,5,HQ,'),
      'Expected who enters the figure',
      2,
      'Entered by',
    ],
    [
      'with a day twice',
      manual('12.04.2019,5,HQ,A', '2019-04-12,6,HQ,A'),
      'which row 2 has already',
      3,
      'Date',
    ],
    [
      'that fall',
      manual('12.04.2019,16234,HQ,A', '05.04.2019,150000,HQ,A'),
      'Expected at least 150000, the total of 2019-04-05',
      2,
      'Downloads',
    ],
  ];
  const inFile = (name: string, kind: string, refused: Refused[]) =>
    refused.map(([what, ...fault]): RefusedFile => [kind + what, name, ...fault]);

  test.each([
    ...byName.map(([what, name, fault]): RefusedFile => [what, name, overview(day10), fault]),
    ...inFile(overviewName, '', ofOverview),
    ...inFile(trafficName, '', ofTraffic),
    ...inFile(appStoreName, 'of the App Store ', ofAppStore),
    ...inFile(manualName, 'of manual figures ', ofManual),
  ])('%s is refused with its place', async (_, name, content, message, row, column) => {
    const error = await read(name, content).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReportError);
    const { place, message: text, reason } = error as ReportError;
    expect(strayEnglish(reason.hi)).toEqual([]);
    expect(text).toContain(message);
    expect(place).toMatchObject({
      file: name,
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
    });
    expect(text.startsWith(place.row === undefined ? `${name}: ` : `${name}:${place.row}: `)).toBe(
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
  const folder = openFolder('reports-');

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
