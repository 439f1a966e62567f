import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyAudit } from '../../messaging/platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { forkEmulator } from '../messaging/fixtures/emulator.ts';
import { load } from '../messaging/fixtures/http-load.ts';
import { untilStored } from '../messaging/fixtures/machines-run.ts';
import { startNginx } from '../messaging/fixtures/nginx.ts';
import { freePort, installedVersions, startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import { startService, type TestService } from '../messaging/fixtures/service.ts';
import { startWorkerProcess } from '../messaging/fixtures/worker.ts';
import {
  approvedBlast,
  countLedger,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { findKeptProgram, type KeptVersion, keptVersions, layOutKept } from '../upgrades/kept.ts';
import { compareKept } from '../upgrades/verify.ts';

// Each kept version on each PostgreSQL that is installed here: its data is upgraded and counted. Then two machines of that version
// are upgraded one after the other beside a worker of this one, under scans and a blast; nothing may be lost or doubled, and
// the proxy answers no 5xx. Ends with 1 when something does not hold.
const messages = 2000;
const scans = 20_000;
const connections = 64;
/** As long as both machines take to be renewed, with some room. */
const perSecond = 250;
/** nginx leaves a machine alone for ten seconds after it was away. */
const proxyForgetsMs = 11_000;

for (const kept of keptVersions) {
  for (const version of installedVersions()) {
    const postgres = await startOwnPostgres({ version });
    const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
    try {
      await upgradeData(kept, {
        folder: join(folder, 'data'),
        databaseUrl: await postgres.createDatabase(),
      });
      await upgradeMachines(kept, folder, await postgres.createDatabase());
    } finally {
      await postgres.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(`version ${kept.version} on PostgreSQL ${version}: done`);
  }
}

async function upgradeData(kept: KeptVersion, place: { folder: string; databaseUrl: string }) {
  const { dataDir, backup } = await layOutKept(kept, place);
  const { databaseUrl } = place;
  const settings = { dataDir, databaseUrl, backupPassphrase: undefined };
  const database = await openInstalledDatabase(settings);
  const faults = await compareKept(database.pool, backup);
  judge('every row of the kept version is there', faults.length === 0, faults.join(', '));
  await database.close();
}

async function upgradeMachines(kept: KeptVersion, folder: string, databaseUrl: string) {
  const program = findKeptProgram(kept, folder);
  if (program === undefined) console.log('no history here: both machines begin with this version');
  const before = program && join(program, 'messaging', 'main.ts');
  const redis = await startOwnRedis();
  const emulator = await forkEmulator({ seed: 7, latencyMs: 5 });
  const [nginxPort, ...ports] = await Promise.all([freePort(), freePort(), freePort()]);
  const publicUrl = `http://127.0.0.1:${nginxPort}`;
  const siteDir = join(folder, 'dist');
  mkdirSync(siteDir);
  writeFileSync(join(siteDir, 'index.html'), '<!doctype html>');
  const start = (index: number, main?: string) =>
    startService(
      {
        DATA_DIR: join(folder, `machine-${index}`),
        PORT: String(ports[index]),
        DATABASE_URL: databaseUrl,
        REDIS_URL: redis.url,
        SITE_DIR: siteDir,
        PUBLIC_URL: publicUrl,
        WORKER: 'off',
        AUTH_SECRET: 'the-same-on-every-machine-of-it-all',
        EMULATOR_URL: emulator.url,
        EMULATOR_TOKEN: 'training-token',
        CAMPAIGN_TODAY: '2019-04-12',
      },
      [],
      main,
    );
  const services: TestService[] = [await start(0, before), await start(1, before)];
  const nginx = await startNginx({ folder: join(folder, 'nginx'), ports, port: nginxPort });
  // Migrates the database under the two of the version before.
  const dataDir = join(folder, 'worker');
  const worker = startWorkerProcess({
    databaseUrl,
    redisUrl: redis.url,
    emulatorUrl: emulator.url,
    dataDir,
    publicUrl,
    more: { CAMPAIGN_TODAY: '2019-04-12' },
  });
  const database = await openInstalledDatabase({
    dataDir: folder,
    databaseUrl,
    backupPassphrase: undefined,
  });
  try {
    const blast = await approvedBlast(
      database.pool,
      makeDraft(await insertAudience(database.pool, messages)),
    );
    // The version before makes way for this one, then this one for itself.
    const upgraded = await scanWhile(nginxPort, renewBoth);
    const renewed = await scanWhile(nginxPort, renewBoth);
    const received = (upgraded['302'] ?? 0) + (renewed['302'] ?? 0);
    const deadline = Date.now() + 120_000;
    const { stored } = await untilStored(database, received, deadline);
    while (Date.now() < deadline) {
      const { accepted = 0, delivered = 0 } = await countLedger(database.pool, blast.id);
      if (accepted + delivered === messages) break;
      await wait(200);
    }
    const sent = await emulator.ask({ kind: 'count' });
    const ledger = await countLedger(database.pool, blast.id);
    const refused = kept.refusesAtEnd && program !== undefined ? (upgraded['503'] ?? 0) : 0;
    judge(
      'two machines of the version before are upgraded under scans',
      (upgraded['302'] ?? 0) + refused === scans / 2,
      JSON.stringify(upgraded),
    );
    judge(
      'two machines of this version are renewed without a 5xx',
      renewed['302'] === scans / 2,
      JSON.stringify(renewed),
    );
    // nginx asks the other machine again for those that were under way when one ended.
    judge(
      'each scan that was redirected is stored',
      stored >= received && stored <= received + 4 * connections,
      `${stored} of ${received}`,
    );
    judge('one message each', sent.messages === messages && sent.most === 1, JSON.stringify(sent));
    judge('the ledger has them all', sum(ledger) === messages, JSON.stringify(ledger));
    judge('the audit log is whole', (await verifyAudit(database.pool)).kind === 'whole', '');
  } finally {
    await worker.kill('SIGKILL');
    await nginx.stop();
    for (const service of services) await service.kill();
    emulator.stop();
    await database.close();
    await redis.dispose();
  }

  /** One after the other, as the paper says. */
  async function renewBoth(): Promise<void> {
    for (const index of [0, 1]) {
      await services[index]?.stop();
      services[index] = await start(index);
      await wait(proxyForgetsMs);
    }
  }
}

/** Scans at a steady pace as long as the work takes, and their statuses. */
async function scanWhile(port: number, work: () => Promise<void>): Promise<Record<string, number>> {
  const scanning = load({
    port,
    paths: scanPaths(50),
    headers: { 'User-Agent': phone.android },
    connections,
    manyAddresses: true,
    requests: scans / 2,
    perSecond,
  });
  await wait(1000);
  const [{ statuses, lost }] = await Promise.all([scanning, work()]);
  return { ...statuses, ...(lost > 0 && { lost }) };
}

function sum({ accepted = 0, delivered = 0 }: Record<string, number>): number {
  return accepted + delivered;
}

function judge(what: string, holds: boolean, found: string): void {
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${what} ${found}`);
  if (!holds) process.exitCode = 1;
}
