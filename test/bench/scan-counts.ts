import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWeeks } from '../../messaging/field/station-records/module.ts';
import { readVersion } from '../../messaging/figures/progress/live-progress.ts';
import { readLinkScans } from '../../messaging/phone/ledger/tallies-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { median, report } from './report.ts';

// Ten million scans of sixty days, by 1,700 stations of 75 districts: made in the database as the service would have
// stored them, segment by segment, and counted from the rows. Then what the service asks of the counts.
const events = 10_000_000;
const perSegment = 260_000;
const days = 60;
const lastDay = '2019-05-25';
/** As many blasts as a list shows. */
const links = 500;

const work = mkdtempSync(join(tmpdir(), 'bench-counts-'));
const postgres = await startOwnPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), dataDir: work });
try {
  const { pool } = database;
  for (let segment = 0; segment * perSegment < events; segment += 1) {
    await pool.query(
      `INSERT INTO scan (id, at, platform, visitor_kind, code)
       SELECT (($1::bigint * 2654435761 % 8796093022208) << 20) | (n * 4),
         timestamptz '2019-03-27 00:00+05:30' + ($1 * $2 + n)::float / $3 * interval '${days} days',
         (hashint8(n) & 7 = 0)::int, (hashint8(n) & 31 = 0)::int,
         lpad(upper(to_hex(abs(hashint8(n * 31 + $1)) % 1700)), 4, '0') || 'B0'
       FROM generate_series(1, least($2::bigint, $3 - $1 * $2)) n`,
      [segment, perSegment, events],
    );
  }
  await pool.query(`
    INSERT INTO scan_by_code SELECT (at AT TIME ZONE 'Asia/Kolkata')::date, code, 'board',
      'district-' || ('x' || left(code, 4))::bit(16)::int % 75, count(*) FILTER (WHERE visitor_kind = 0),
      count(*) FILTER (WHERE visitor_kind = 0), count(*) FILTER (WHERE visitor_kind <> 0) FROM scan GROUP BY 1, 2;
    INSERT INTO scan_by_district SELECT day, district, channel, sum(scans), sum(visitors), 0, 0
      FROM scan_by_code GROUP BY 1, 2, 3;
    ANALYZE`);
  const timed = async (query: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let round = 0; round < 21; round += 1) {
      const start = performance.now();
      await query();
      times.push(performance.now() - start);
    }
    return median(times);
  };
  const { rows: codes } = await pool.query<{ code: string }>(
    'SELECT DISTINCT code FROM scan_by_code ORDER BY code LIMIT $1',
    [links],
  );
  const names = codes.map(({ code }) => code);
  const version = await timed(() => readVersion(pool, lastDay));
  const weeks = await timed(() => readWeeks(pool, names.slice(0, 2), lastDay));
  const linkScans = await timed(() => readLinkScans(pool, names));
  const sizes = await pool.query<{ events: string; scan: string; counters: string }>(`
    SELECT (SELECT count(*) FROM scan) AS events, pg_total_relation_size('scan') AS scan,
      pg_total_relation_size('scan_by_code') + pg_total_relation_size('scan_by_district') AS counters`);
  const [size] = sizes.rows;
  const perEvent = (bytes: string | undefined) => (Number(bytes) / Number(size?.events)).toFixed(1);
  const query = (what: string, milliseconds: number) => ({
    what,
    value: milliseconds,
    digits: 1,
    unit: 'ms',
    most: 50,
  });
  report('scan-counts', [
    { what: 'scans in the database', value: Number(size?.events) },
    query('live figures, asked each second', version),
    query('weeks of one station', weeks),
    query(`links of ${links} blasts`, linkScans),
    { what: 'row and index of a scan', value: perEvent(size?.scan), unit: 'bytes' },
    { what: 'counters, shared by all scans', value: perEvent(size?.counters), unit: 'bytes' },
  ]);
} finally {
  await database.close();
  await postgres.dispose();
  rmSync(work, { recursive: true, force: true });
}
