import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseManual } from '../../../campaigns/tracker/manual.ts';
import { listReadings } from '../../../campaigns/tracker/report.ts';
import {
  app,
  appStore,
  appStoreName,
  appStoreRow,
  day10,
  manualName,
  overview,
  overviewHead,
  overviewName,
  overviewRow,
  read,
  trafficName,
  utf16,
} from './report-builders.ts';

const source = { from: 'f', readAt: 'r' };

describe('a Play overview', () => {
  const content = overview(overviewRow('2019-04-11', '2100'), day10);

  const loudHead = overviewHead.toUpperCase();
  const twoMembers = Buffer.concat([gzipSync(content.slice(0, 90)), gzipSync(content.slice(90))]);
  const big = Buffer.from(utf16(content).subarray(2)).swap16();
  test.each([
    ['UTF-16LE with a byte order mark', utf16(content)],
    ['UTF-16LE without one', utf16(content).subarray(2)],
    ['UTF-16BE with one', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['UTF-16BE without one', big],
    ['UTF-8', Buffer.from(content)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${content}`)],
    ['gzip', gzipSync(utf16(content))],
    ['gzip in two members', twoMembers],
    ['CRLF', utf16(content.replaceAll('\n', '\r\n'))],
    ['LF and CRLF mixed', Buffer.from(content.replace('\n', '\r\n'))],
    ['no line end at the end', Buffer.from(content.trimEnd())],
    ['empty lines', Buffer.from(content.replaceAll('\n', '\n\n'))],
    ['headers in another case', Buffer.from(content.replace(overviewHead, loudHead))],
    ['CRLF after a quoted cell', Buffer.from(content.replaceAll(',2\n', ',"2"\r\n'))],
    ['quoted cells', Buffer.from(content.replaceAll('2019-04-10', '"2019-04-10"'))],
  ])('in %s is read the same', async (_, bytes) => {
    for (const chunkSize of [1, 7, 100_000]) {
      const report = await read(overviewName, bytes, chunkSize);
      const kind = { kind: 'play-installs', dimension: 'overview' };
      expect(report).toMatchObject({ ...kind, package: 'org.example.app', month: '2019-04' });
      expect(listReadings(report, source)).toEqual([
        { source: 'play', date: '2019-04-10', value: 2_000, ...source },
        { source: 'play', date: '2019-04-11', value: 2_100, ...source },
      ]);
    }
  });

  test('gives every figure it holds', async () => {
    const { days } = await read(overviewName, overview(day10));
    expect(days).toEqual([
      {
        date: '2019-04-10',
        by: {},
        figures: {
          dailyDeviceInstalls: 10,
          dailyDeviceUninstalls: 2,
          dailyDeviceUpgrades: 3,
          totalUserInstalls: 5_000,
          dailyUserInstalls: 2_000,
          dailyUserUninstalls: 1,
          activeDeviceInstalls: 4_000,
          installEvents: 11,
          updateEvents: 3,
          uninstallEvents: 2,
        },
      },
    ]);
  });

  test('with its columns in another order or a new one is read by name', async () => {
    const text = 'New,Daily User Installs,Package name,Date\nx,2000,org.example.app,2019-04-10\n';
    expect((await read(overviewName, text)).days).toEqual([
      { date: '2019-04-10', by: {}, figures: { dailyUserInstalls: 2_000 } },
    ]);
  });

  test('a blank is no figure, a zero is one', async () => {
    const rows = [overviewRow('2019-04-09', ''), overviewRow('2019-04-10', '0')];
    const report = await read(overviewName, overview(...rows));
    expect(report.days[0]).toMatchObject({ figures: { dailyUserInstalls: null } });
    expect(listReadings(report, source)).toMatchObject([{ date: '2019-04-10', value: 0 }]);
  });

  test('the hash is that of the content, packed or not, and another for other content', async () => {
    const plain = await read(overviewName, content);
    expect(plain.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await read(overviewName, gzipSync(content))).contentHash).toBe(plain.contentHash);
    expect((await read(overviewName, overview(day10))).contentHash).not.toBe(plain.contentHash);
  });

  test('saved twice by a browser is known by its name', async () => {
    const name = overviewName.replace('.csv', ' (1).csv');
    expect((await read(name, content)).month).toBe('2019-04');
  });
});

describe('other Play reports', () => {
  const row = (source: string, campaign: string) =>
    `2019-04-10,org.example.app,${source},,board,${campaign},5,20,0.25`;
  const head =
    'Date,Package name,Traffic source,Search term,UTM source,UTM campaign,Store listing acquisitions,Store listing visitors,Store listing conversion rate';

  test('traffic sources are told apart by all their keys', async () => {
    const rows = [row('Third-party referral', '17SN0N'), row('Other', 'Other')];
    const report = await read(trafficName, `${[head, ...rows].join('\n')}\n`);
    expect(report).toMatchObject({ kind: 'play-store-performance', dimension: 'traffic_source' });
    const utm = { utmSource: 'board', utmCampaign: '17SN0N' };
    expect(report.days[0]).toEqual({
      date: '2019-04-10',
      by: { trafficSource: 'Third-party referral', searchTerm: '', ...utm },
      figures: { acquisitions: 5, visitors: 20 },
    });
    expect(listReadings(report, source)).toEqual([]);
  });

  test('a search term may hold commas, quotes and Hindi', async () => {
    const text = `${head}\n2019-04-10,org.example.app,Search,"यूपी, ""कॉप""",,,5,20,0.25\n`;
    expect((await read(trafficName, utf16(text))).days[0]).toMatchObject({
      by: { searchTerm: 'यूपी, "कॉप"' },
    });
  });

  test.each([
    [
      'installs_org.example.app_201904_country.csv',
      'Date,Package name,Country,Daily User Installs\n2019-04-10,org.example.app,IN,9',
      { by: { country: 'IN' }, figures: { dailyUserInstalls: 9 } },
    ],
    [
      'store_performance_org.example.app_201904_country.csv',
      'Date,Package name,Country / region,Store listing acquisitions,Store listing visitors\n2019-04-10,org.example.app,IN,9,30',
      { by: { country: 'IN' }, figures: { acquisitions: 9, visitors: 30 } },
    ],
    [
      'retained_installers_org.example.app_201904_channel.csv',
      'Date,Package Name,Acquisition Channel,Store Listing Visitors,Installers,Installers retained for 1 day\n2019-04-10,org.example.app,Play Store (organic),40,9,7',
      {
        by: { channel: 'Play Store (organic)' },
        figures: { visitors: 40, installers: 9, retained1Day: 7 },
      },
    ],
    [
      'retained_installers_org.example.app_201904_country.csv',
      'Date,Package Name,Country,Installers\n2019-04-10,org.example.app,IN,9',
      { by: { country: 'IN' }, figures: { installers: 9 } },
    ],
  ])('%s is read', async (name, text, expected) => {
    expect((await read(name, text)).days).toEqual([{ date: '2019-04-10', ...expected }]);
  });
});

describe('an App Store summary', () => {
  test('adds up first downloads, and keeps re-downloads, updates and other apps apart', async () => {
    const cells = [
      { units: '7' },
      { type: '1', units: '2', country: 'AE' },
      ...['1T', '1E', '1EP', '1EU', '1-B', 'F1', 'F1-B'].map((type) => ({ type, units: '1' })),
      { type: '3F', units: '4' },
      { type: '7F', units: '50' },
      { type: 'IA1', units: '9' },
      { id: '987654321', units: '1000' },
      { id: '987654321', type: '?', units: '', country: 'India', begin: '13/31/2019' },
    ];
    const report = await read(appStoreName, appStore(...cells.map(appStoreRow)));
    const kind = { kind: 'app-store-sales', package: '123456789', month: '2019-04' };
    expect(report).toMatchObject(kind);
    const counts = { firstDownloads: 16, redownloads: 4, updates: 50 };
    expect(report.days).toEqual([{ date: '2019-04-10', ...counts, byCountry: { IN: 14, AE: 2 } }]);
    expect(listReadings(report, source)).toEqual([
      { source: 'app-store', date: '2019-04-10', value: 16, from: 'f', readAt: 'r' },
    ]);
  });

  test('packed, and with another name, is read as well', async () => {
    const report = await read('sales.tsv.gz', gzipSync(appStore(appStoreRow())));
    expect(report.days).toMatchObject([{ date: '2019-04-10', firstDownloads: 7 }]);
  });
});

describe('manual figures', () => {
  test('are taken as people write them, in the order of their days', async () => {
    const report = await read(
      manualName,
      'दिनांक,कुल डाउनलोड,स्रोत,प्रविष्टिकर्ता\n१२.०४.२०१९,"१,६२,३४५",दूरभाष,अ\n2019-04-05,150000,दूरभाष,अ\n5/3/2019,"1,37,400",पत्र,अ\n',
    );
    expect(report).toMatchObject({ kind: 'manual', month: '2019-04' });
    expect(listReadings(report, source)).toEqual([
      { source: 'manual', date: '2019-03-05', value: 137_400, from: 'पत्र', readAt: 'r' },
      { source: 'manual', date: '2019-04-05', value: 150_000, from: 'दूरभाष', readAt: 'r' },
      { source: 'manual', date: '2019-04-12', value: 162_345, from: 'दूरभाष', readAt: 'r' },
    ]);
  });

  test('one entry of a form is checked field by field', () => {
    const given = { date: '12.04.2019', downloads: '1,62,345', source: ' DGP HQ ', enteredBy: 'A' };
    const parse = (change: object) => parseManual({ ...given, ...change }, app.today);
    expect(parse({})).toEqual({
      kind: 'figure',
      figure: { date: '2019-04-12', downloads: 162_345, source: 'DGP HQ', enteredBy: 'A' },
    });
    expect(parse({ date: '13.04.2019' })).toMatchObject({ field: 'date' });
    expect(parse({ source: ' ' })).toMatchObject({ field: 'source' });
  });
});
