import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { openDatabase } from '../../messaging/database/database.ts';
import { loadSample } from '../../messaging/sample/sample-data.ts';
import { type LoadResult, load } from '../messaging/fixtures/http-load.ts';
import { publicUrl, signIn } from '../messaging/fixtures/http-officer.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { phone, scanPaths, startService } from '../messaging/fixtures/service.ts';
import { report } from './report.ts';

// A day of press: phones scan, offices work at the console, and pages listen for the count, all at once.
const durationMs = 30_000;
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
  const pages = { paths: consolePaths, headers: {}, cookies };
  const shared = { port: service.port };
  await load({ ...shared, ...scans, connections: 32, durationMs: 3000 });
  const [scanned, asked] = await Promise.all([
    load({ ...shared, ...scans, connections: 128, perSecond: scansPerSecond, durationMs }),
    load({
      ...shared,
      ...pages,
      connections: consoleUsers,
      perSecond: consolePerSecond,
      durationMs,
    }),
  ]);
  const ended = streams.filter(({ destroyed }) => destroyed).length;
  if (unlike(asked, '200') > 0) console.log('console answers:', asked.statuses);
  const errors = unlike(scanned, '302') + unlike(asked, '200');
  report('crowd', [
    {
      what: 'scans',
      value: ((scanned.statuses['302'] ?? 0) / scanned.seconds).toFixed(0),
      unit: '/s',
    },
    {
      what: 'scans, p99 from when each was due',
      value: scanned.p99Ms.toFixed(1),
      unit: 'ms',
      bar: '≤ 100 ms',
      holds: scanned.p99Ms <= 100,
    },
    {
      what: 'console answers',
      value: ((asked.statuses['200'] ?? 0) / asked.seconds).toFixed(0),
      unit: '/s',
    },
    {
      what: `console of ${consoleUsers} users, p95`,
      value: asked.p95Ms.toFixed(1),
      unit: 'ms',
      bar: '≤ 500 ms',
      holds: asked.p95Ms <= 500,
    },
    { what: 'errors', value: errors, bar: '0', holds: errors === 0 },
    { what: `streams of ${streamCount} that ended`, value: ended, bar: '0', holds: ended === 0 },
  ]);
  for (const stream of streams) stream.destroy();
} finally {
  await database.close();
  await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
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
