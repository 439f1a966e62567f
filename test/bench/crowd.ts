import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { stationsOf } from '../../campaigns/directory/station.ts';
import { loadSample } from '../../messaging/front/sample/sample-data.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { openPrintKit } from '../../messaging/print/print-files/kit-fs.ts';
import { runGenerator } from '../../messaging/print/print-orders/run-generator.ts';
import { type LoadResult, load } from '../messaging/fixtures/http-load.ts';
import { publicUrl, signIn } from '../messaging/fixtures/http-officer.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { type Attacker, attackers, type Target } from './attackers.ts';
import { type Measure, report } from './report.ts';

// A day of press: phones scan, offices work at the console, and pages listen for the count, all at once; then the same
// beside one attacker of each kind.
const durationMs = 15_000;
/** Beside each attacker. */
const attackedMs = 8_000;
/** Somebody honest asks for what the attacker keeps busy once in so long. */
const honestPauseMs = 1000;
const scansPerSecond = 2000;
const consoleUsers = 200;
/** Each user's page asks for something new once in two seconds. */
const consolePerSecond = consoleUsers / 2;
const streamCount = 500;
const officers = ['district', 'range', 'zone', 'hq'] as const;
const accountsPerRole = 5;
const consolePaths = ['/api/me', '/api/activities', '/api/activities/forms', '/api/progress'];

const work = mkdtempSync(join(tmpdir(), 'bench-crowd-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const database = await openDatabase({ url: databaseUrl, dataDir: work });
await loadSample(database, { directory: loadDirectory(), campaign: loadCampaign('up-cop') });
const printDir = join(work, 'print');
await runGenerator(['--plan'], { printDir, env: { ...process.env, DATA_DIR: work } });
const service = await startService({
  DATA_DIR: work,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redis.url,
  PUBLIC_URL: publicUrl,
});
try {
  const cookies = await signInAll();
  const streams = await Promise.all(
    Array.from({ length: streamCount }, () => listen(service.port)),
  );
  const scans = { paths: scanPaths(400), headers: { 'User-Agent': phone.android } };
  await load({ port: service.port, ...scans, connections: 32, durationMs: 3000 });
  const measures = await measureCrowd('alone', cookies, durationMs);
  const target = await openTarget();
  for (const attacker of attackers)
    measures.push(...(await measureBeside(attacker, target, cookies)));
  const ended = streams.filter(({ destroyed }) => destroyed).length;
  measures.push({ what: `streams of ${streamCount} that ended`, value: ended, most: 0 });
  report('crowd', measures);
  for (const stream of streams) stream.destroy();
} finally {
  await database.close();
  await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}

/** Scans and console at once. */
async function measureCrowd(
  beside: string,
  cookies: string[],
  durationMs: number,
): Promise<Measure[]> {
  const shared = { port: service.port, durationMs };
  const [scanned, asked] = await Promise.all([
    load({
      ...shared,
      paths: scanPaths(400),
      headers: { 'User-Agent': phone.android },
      connections: 128,
      perSecond: scansPerSecond,
    }),
    load({
      ...shared,
      paths: consolePaths,
      headers: {},
      cookies,
      connections: consoleUsers,
      perSecond: consolePerSecond,
    }),
  ]);
  if (unlike(asked, '200') > 0) console.log(beside, 'console answers:', asked.statuses);
  const errors = unlike(scanned, '302') + unlike(asked, '200');
  const rate = ({ statuses, seconds }: LoadResult, status: string) =>
    `${((statuses[status] ?? 0) / seconds).toFixed(0)}/s`;
  return [
    {
      what: `${beside}: ${rate(scanned, '302')} scans, p99 from when each was due`,
      value: scanned.p99Ms,
      digits: 1,
      unit: 'ms',
      most: 100,
    },
    {
      what: `${beside}: console of ${consoleUsers} users, ${rate(asked, '200')}, p95`,
      value: asked.p95Ms,
      digits: 1,
      unit: 'ms',
      most: 500,
    },
    { what: `${beside}: errors`, value: errors, most: 0 },
  ];
}

/** The same crowd beside an attacker, and somebody honest who wants what the attacker keeps busy. */
async function measureBeside(
  attacker: Attacker,
  target: Target,
  cookies: string[],
): Promise<Measure[]> {
  const stop = new AbortController();
  const attack = attacker.attack(target, stop.signal);
  const times: number[] = [];
  let refused = 0;
  const asking = (async () => {
    while (!stop.signal.aborted) {
      const before = performance.now();
      await attacker.honest(target).catch((error) => {
        refused += 1;
        console.log(`${attacker.name}: an honest request failed:`, error.message);
      });
      times.push(performance.now() - before);
      await wait(honestPauseMs);
    }
  })();
  const measures = await measureCrowd(attacker.name, cookies, attackedMs);
  stop.abort();
  await Promise.all([attack, asking]);
  const slowest = Math.max(...times);
  return [
    ...measures,
    {
      what: `${attacker.name}: slowest of ${times.length} honest requests for the same`,
      value: slowest / 1000,
      digits: 2,
      unit: 's',
      most: attacker.mostMs / 1000,
    },
    { what: `${attacker.name}: of them refused`, value: refused, most: 0 },
  ];
}

async function openTarget(): Promise<Target> {
  const officer = await signIn(database, service.url, { role: 'district', area: 'agra' });
  const posters = [...openPrintKit(printDir).planned().values()]
    .filter(({ onDemand, format }) => onDemand === true && format === 'pdf')
    .map(({ path }) => path)
    .values();
  const stations = stationsOf(loadDirectory(), 'agra').map(({ id }) => id);
  let at = 0;
  return {
    port: service.port,
    officer: officer.headers(),
    nextPoster: () => posters.next().value ?? '',
    nextStation() {
      at += 1;
      return stations[at % stations.length] ?? '';
    },
    async signIn() {
      await signIn(database, service.url, { role: 'district', area: 'agra' });
    },
  };
}

/** Cookies of some accounts of each role that reads activities. */
async function signInAll(): Promise<string[]> {
  const cookies: string[] = [];
  for (const role of officers) {
    const area = role === 'hq' ? null : 'agra';
    for (let account = 0; account < accountsPerRole; account += 1) {
      const officer = await signIn(database, service.url, { role, area });
      cookies.push(officer.headers().cookie ?? '');
    }
  }
  return cookies;
}

/** A page that listens for the count. */
function listen(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/api/progress/events', agent: false }, (answer) => {
      if (answer.statusCode !== 200)
        reject(new Error(`A stream was answered ${answer.statusCode}`));
      answer.on('error', () => {});
      answer.resume();
      resolve(answer);
    })
      .on('error', reject)
      .end();
  });
}

/** Requests that were not answered, or not with this status. */
function unlike({ statuses, lost }: LoadResult, expected: string): number {
  const others = Object.entries(statuses).filter(([status]) => status !== expected);
  return others.reduce((sum, [, count]) => sum + count, lost);
}
