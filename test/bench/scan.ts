import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type LoadResult, load } from '../messaging/fixtures/http-load.ts';
import { freePort, startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { median, report } from './report.ts';

const rounds = 5;
const durationMs = 5000;
const connections = 128;
const paths = scanPaths(400);
const headers = { 'User-Agent': phone.android, Accept: 'text/html', 'Accept-Encoding': 'gzip' };

function scans(port: number, milliseconds = durationMs): Promise<LoadResult> {
  return load({ port, paths, headers, connections, durationMs: milliseconds });
}

const rate = (result: LoadResult) => (result.statuses['302'] ?? 0) / result.seconds;

const work = mkdtempSync(join(tmpdir(), 'bench-scan-'));
const postgres = await startOwnPostgres();
const barePort = await freePort();
const bare = spawn(
  process.execPath,
  [join(import.meta.dirname, 'peers', 'bare-redirect.ts'), String(barePort)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(bare.stdout, 'data');
const databaseUrl = await postgres.createDatabase();
const service = await startService({ DATA_DIR: work, DATABASE_URL: databaseUrl });
try {
  await scans(barePort, 1500);
  await scans(service.port, 1500);
  const bareRates: number[] = [];
  const bareCosts: number[] = [];
  const ourCosts: number[] = [];
  const ourResults: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareRates.push(rate(await costed(bare, bareCosts, () => scans(barePort))));
    ourResults.push(await costed(service.process, ourCosts, () => scans(service.port)));
  }
  const ours = median(ourResults.map(rate));
  const ratios = ourResults.map((result, round) => rate(result) / (bareRates[round] ?? 1));
  const p99Ms = median(ourResults.map((result) => result.p99Ms));
  const answered = ourResults.reduce((sum, result) => sum + (result.statuses['302'] ?? 0), 0);
  const stored = await untilDrained(databaseUrl);
  report('scan', [
    { what: 'bare Fastify 302', value: median(bareRates), unit: '/s' },
    { what: 'scans, each durable before its answer', value: ours, unit: '/s', least: 8000 },
    { what: 'ratio to bare Fastify', value: median(ratios), digits: 2, least: 0.75 },
    { what: 'p99', value: p99Ms, digits: 1, unit: 'ms', most: 15 },
    { what: 'processor time of a bare redirect', value: median(bareCosts), unit: 'µs' },
    {
      what: 'processor time of a scan, all threads, storing included',
      value: median(ourCosts),
      unit: 'µs',
    },
    { what: 'scans answered in the rounds', value: answered },
    { what: 'in the database in the end (with warm-up)', value: stored, holds: stored >= answered },
  ]);
} finally {
  await service.stop();
  bare.kill();
  await postgres.dispose();
  rmSync(work, { recursive: true, force: true });
}

/** Adds what an answer cost the server's process; other programs on the machine do not change it much. */
async function costed(
  server: ChildProcess,
  costsUs: number[],
  work: () => Promise<LoadResult>,
): Promise<LoadResult> {
  const before = processorUs(server);
  const result = await work();
  costsUs.push((processorUs(server) - before) / (result.statuses['302'] ?? Number.NaN));
  return result;
}

/** Ticks of a hundredth of a second: fields 14 and 15 of proc(5)'s stat, after the name in brackets. */
function processorUs({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Rows in the database, once they grow no more. */
async function untilDrained(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let stored = -1;
  for (;;) {
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM scan');
    const count = Number(rows[0]?.count);
    if (count === stored) break;
    stored = count;
    await wait(3000);
  }
  await client.end();
  return stored;
}
