import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadSample } from '../../messaging/front/sample/sample-data.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { type LoadOptions, type LoadResult, load } from '../messaging/fixtures/http-load.ts';
import { publicUrl, signIn } from '../messaging/fixtures/http-officer.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import { startService, type TestService } from '../messaging/fixtures/service.ts';
import { type Measure, median, report } from './report.ts';

// One side gets as many requests as it takes, while the other one is asked now and then: in one process, and in two. Each
// turn measures quiet, one and two in succession, since other programs of the machine come and go.
const durationMs = Number(process.env['BENCH_SIDES_MS'] ?? 5000);
const turns = 3;
const floodConnections = 128;

const work = mkdtempSync(join(tmpdir(), 'bench-sides-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const database = await openDatabase({ url: databaseUrl, dataDir: work });
await loadSample(database, { directory: loadDirectory(), campaign: loadCampaign('up-cop') });
const env = {
  DATA_DIR: work,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redis.url,
  PUBLIC_URL: publicUrl,
  WORKER: 'off',
};
const running: TestService[] = [];
async function start(...args: string[]): Promise<number> {
  const service = await startService(env, args);
  running.push(service);
  return service.port;
}

type Asked = Pick<LoadOptions, 'paths' | 'headers'> & { cookies?: string[] };

/** The p99 of a side that is asked evenly, in one process and in two, while the other side is flooded. */
async function compare(
  asked: Asked & { perSecond: number },
  flood: Asked,
  ports: { both: number; own: number; other: number },
) {
  const p99 = { quiet: [] as number[], one: [] as number[], two: [] as number[] };
  const refused: LoadResult['statuses'][] = [];
  const measure = async (port: number, floodPort?: number) => {
    const [result] = await Promise.all([
      load({ ...asked, port, connections: 32, durationMs }),
      floodPort && load({ ...flood, port: floodPort, connections: floodConnections, durationMs }),
    ]);
    refused.push(result.statuses);
    return result.p99Ms;
  };
  await measure(ports.own);
  for (let turn = 0; turn < turns; turn += 1) {
    p99.quiet.push(await measure(ports.own));
    p99.one.push(await measure(ports.both, ports.both));
    p99.two.push(await measure(ports.own, ports.other));
  }
  const quiet = median(p99.quiet);
  const one = median(p99.one);
  const two = median(p99.two);
  return { quiet, one, two, statuses: refused };
}

function rows(
  what: string,
  { quiet, one, two }: Record<'quiet' | 'one' | 'two', number>,
  bar?: number,
): Measure[] {
  const ms = (value: number) => ({ value: value.toFixed(1), unit: 'ms' });
  const ratio = two / one;
  return [
    { what: `${what}: p99, nothing else asked`, ...ms(quiet) },
    { what: `${what}: the other side flooded, one process`, ...ms(one) },
    { what: `${what}: the other side flooded, two processes`, ...ms(two) },
    {
      what: `${what}: two processes to one`,
      value: ratio,
      digits: 2,
      ...(bar !== undefined && { most: bar }),
    },
  ];
}

try {
  const both = await start();
  const citizens = await start('--only', 'public');
  const officers = await start('--only', 'console');
  const officer = await signIn(database, `http://127.0.0.1:${both}`, { role: 'hq' });
  const cookies = [officer.headers().cookie ?? ''];
  const scans = { paths: scanPaths(400), headers: { 'User-Agent': phone.android } };
  const lists = { paths: ['/api/activities'], headers: {}, cookies };
  const home = { paths: ['/api/me'], headers: {}, cookies };
  const ofCitizens = await compare({ ...scans, perSecond: 200 }, lists, {
    both,
    own: citizens,
    other: officers,
  });
  const ofOfficers = await compare({ ...home, perSecond: 50 }, scans, {
    both,
    own: officers,
    other: citizens,
  });
  const expected = new Set(['302', '200']);
  const errors = [...ofCitizens.statuses, ...ofOfficers.statuses]
    .flatMap((statuses) => Object.entries(statuses))
    .reduce((sum, [status, count]) => sum + (expected.has(status) ? 0 : count), 0);
  report('sides', [
    ...rows('scans', ofCitizens, 0.5),
    // A flood of scans costs processors and the database, which both sides share, rather than the service's one thread.
    ...rows('console', ofOfficers),
    { what: 'errors', value: errors, most: 0 },
  ]);
} finally {
  await database.close();
  for (const service of running) await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}
