import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import type { Scan } from '../../../../messaging/scanning/scans/scan-payload.ts';
import { forgetVisitors, recordScans } from '../../../../messaging/scanning/scans/scans-sql.ts';
import { describeOnBoth } from '../../fixtures/databases.ts';
import { codeScans, dailyScans, districtScans } from './scan-counts.ts';

const april = { from: '2019-04-01', to: '2019-04-30' };

function scanWith(given: Partial<Scan> & { id: bigint }): Scan {
  return {
    at: new Date('2019-04-12T06:00:00Z'),
    code: 'B00001',
    channel: 'board',
    district: 'lucknow',
    platform: 'android',
    visitorKind: 'person',
    visitor: 1n,
    ...given,
  };
}

describeOnBoth('scans in the database', (maker) => {
  let database: Database;
  beforeEach(async () => {
    database ??= await maker.open();
    await database.pool.query('TRUNCATE scan, scan_visitor, scan_by_code, scan_by_district');
  });

  test('a scan that is given twice is counted once, in one batch or in two', async () => {
    const scans = [scanWith({ id: 1n }), scanWith({ id: 2n, visitor: 2n }), scanWith({ id: 1n })];
    expect(await recordScans(database.pool, scans)).toBe(2);
    expect(await recordScans(database.pool, scans)).toBe(0);
    expect(await recordScans(database.pool, [...scans, scanWith({ id: 3n })])).toBe(1);
    const [first] = await districtScans(database.pool, april);
    expect(first).toMatchObject({ district: 'lucknow', scans: 3, visitors: 2 });
  });

  test('ids up to the highest are kept apart', async () => {
    const ids = [2n ** 63n - 1n, 2n ** 63n - 2n];
    await recordScans(
      database.pool,
      ids.map((id) => scanWith({ id })),
    );
    const { rows } = await database.pool.query('SELECT id FROM scan ORDER BY id DESC');
    expect(rows.map(({ id }) => BigInt(id))).toEqual(ids);
  });

  test('what is no person is kept and not counted', async () => {
    const kinds = ['person', 'bot', 'preview', 'prefetch', 'head'] as const;
    await recordScans(
      database.pool,
      kinds.map((visitorKind, index) => scanWith({ id: BigInt(index), visitorKind })),
    );
    expect(await codeScans(database.pool, { ...april, district: 'lucknow' })).toEqual([
      { code: 'B00001', channel: 'board', scans: 1, visitors: 1, notCounted: 4 },
    ]);
    expect((await districtScans(database.pool, april))[0]).toMatchObject({ scans: 1, android: 1 });
  });

  test('a visitor counts once a code and day, and a day ends at midnight in Lucknow', async () => {
    const times = ['2019-04-12T18:29:59Z', '2019-04-12T18:30:00Z', '2019-04-12T19:00:00Z'];
    await recordScans(
      database.pool,
      times.map((time, index) => scanWith({ id: BigInt(index), at: new Date(time) })),
    );
    expect(await dailyScans(database.pool, april)).toEqual([
      { day: '2019-04-12', channel: 'board', scans: 1, visitors: 1 },
      { day: '2019-04-13', channel: 'board', scans: 2, visitors: 1 },
    ]);
  });

  test('the league adds up codes and channels, the most scanned district first', async () => {
    await recordScans(database.pool, [
      scanWith({ id: 1n, district: 'agra' }),
      scanWith({ id: 2n, district: 'lucknow', code: 'B00002', platform: 'ios' }),
      scanWith({ id: 3n, district: 'lucknow', code: 'P00001', channel: 'pamphlet' }),
      scanWith({ id: 4n, district: '', code: 'S00001', channel: 'social' }),
    ]);
    expect(await districtScans(database.pool, april)).toEqual([
      { district: 'lucknow', scans: 2, visitors: 2, android: 1, ios: 1 },
      { district: '', scans: 1, visitors: 1, android: 1, ios: 0 },
      { district: 'agra', scans: 1, visitors: 1, android: 1, ios: 0 },
    ]);
  });

  test('batches at the same time lose nothing', async () => {
    const batches = Array.from({ length: 8 }, (_, batch) =>
      Array.from({ length: 200 }, (_, index) =>
        scanWith({ id: BigInt(batch * 150 + index), code: `C0000${index % 7}`, visitor: 5n }),
      ),
    );
    await Promise.all(batches.map((batch) => recordScans(database.pool, batch)));
    expect((await districtScans(database.pool, april))[0]).toMatchObject({
      scans: 7 * 150 + 200,
      visitors: 7,
    });
  });

  test('visitors of past days are forgotten, their counts stay', async () => {
    await recordScans(database.pool, [
      scanWith({ id: 1n }),
      scanWith({ id: 2n, at: new Date('2019-04-13T06:00:00Z') }),
    ]);
    await forgetVisitors(database.pool, '2019-04-13');
    const { rows } = await database.pool.query('SELECT day::text FROM scan_visitor');
    expect(rows).toEqual([{ day: '2019-04-13' }]);
    expect((await districtScans(database.pool, april))[0]).toMatchObject({ visitors: 2 });
  });
});
