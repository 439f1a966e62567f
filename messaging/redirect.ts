import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Config, loadConfig } from './config.ts';
import { createClock } from './platform/process/clock.ts';
import { checkDataDir } from './platform/process/data-dir-fs.ts';
import type { ScanOutcome } from './platform/process/metrics.ts';
import { repeat } from './platform/process/repeat.ts';
import { type Starting, start } from './platform/process/start.ts';
import { createRelaySpool } from './platform/spool/relay-spool.ts';
import { createSaltStore, type DaySalt } from './scanning/scans/day-salt.ts';
import { openRedirect } from './scanning/scans/front.ts';
import { followKeptCodes } from './scanning/scans/kept-codes-fs.ts';

const keepUpMs = 2000;
/** How long a scan waits at most until the service may take it. */
const holdMs = 20_000;
/** One is begun with each hold: small, as its zeros are written first. */
const segmentBytes = 512 * 1024;

// Answers printed codes and nothing else, from what the service keeps in DATA_DIR, and puts the scans on the disk: whatever
// the service does, loads or lacks, no phone waits for it. A service on this machine carries the scans into the database.
await start(() => loadConfig(process.env), openAlone);

async function openAlone({ config, log, opened }: Starting<Config>): Promise<void> {
  checkDataDir(config.dataDir);
  const spool = createRelaySpool({
    base: join(config.spoolDir, 'scans'),
    holdMs,
    segmentBytes,
    onTrouble: (error) => log.error(error, 'scans cannot be stored'),
  });
  opened('spool', spool.close);
  const counts: Record<ScanOutcome, number> = { stored: 0, dropped: 0, unknown: 0, closed: 0 };
  const redirect = await openRedirect(config, log, {
    port: config.redirectPort,
    spool,
    onAnswer(outcome) {
      counts[outcome] += 1;
    },
    rest: ({ url }, response) =>
      url === '/metrics' ? sendMetrics(response, counts) : response.writeHead(404).end(),
  });
  opened('redirect', redirect.stop);
  const clock = createClock(() => config.campaignToday);
  const learn = followKeptCodes(config.dataDir, redirect.learn);
  const keepingUp = repeat(
    async () => {
      await learn();
      // That of the day before is gone, though nobody scans.
      await redirect.salts.of(clock.today());
    },
    { pauseMs: keepUpMs, onTrouble: (error) => log.warn(error, 'kept codes cannot be read') },
  );
  opened('kept codes', keepingUp.stop);
  log.info(`printed codes are answered on ${redirect.address}`);
  if (config.databaseUrl !== undefined)
    opened('database', await shareSalts(config.databaseUrl, redirect.salts));
}

/** Has a phone be one visitor in all processes. Loaded once phones are answered; without it a process knows its own. */
async function shareSalts(connectionString: string, salts: DaySalt): Promise<() => Promise<void>> {
  const { Pool } = (await import('pg')).default;
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 10_000 });
  // What fails is told by who asks.
  pool.on('error', () => {});
  salts.follow(createSaltStore(pool));
  return () => pool.end();
}

/** By the names that the service has for them. */
function sendMetrics(response: ServerResponse, counts: Record<ScanOutcome, number>): void {
  const lines = Object.entries(counts).map(
    ([outcome, count]) => `scans_total{outcome="${outcome}"} ${count}`,
  );
  response
    .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
    .end(`${lines.join('\n')}\nspool_scans{kind="dropped"} ${counts.dropped}\n`);
}
