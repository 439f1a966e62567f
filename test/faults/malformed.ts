import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { roles } from '../../campaigns/offices/role.ts';
import { verifyAudit } from '../../messaging/database/audit-log-sql.ts';
import { openDatabase } from '../../messaging/database/database.ts';
import { createTestConsole } from '../messaging/fixtures/console.ts';
import {
  createCaller,
  type HttpOfficer,
  publicUrl,
  signIn,
} from '../messaging/fixtures/http-officer.ts';
import { malformedRequests } from '../messaging/fixtures/malformed.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { residentMb } from '../messaging/fixtures/resident.ts';
import { startService } from '../messaging/fixtures/service.ts';

// Malformed requests of every role to every route of the whole service: ends with 1 when one was answered with 500, the
// service ended, the audit log has a fault, or the memory did not come back to within a fifth of what it was.
const perCaller = Number(process.argv[2] ?? 1100);
const growthLimit = 1.2;
const restMs = 30_000;

const work = mkdtempSync(join(tmpdir(), 'faults-malformed-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const service = await startService({
  DATA_DIR: work,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redis.url,
  PUBLIC_URL: publicUrl,
});
const database = await openDatabase({ url: databaseUrl, dataDir: work });
// The routes are read from a service of the same code; the requests go to the one in a process of its own.
const twin = await createTestConsole(database);
try {
  await twin.app.ready();
  const callers: [string, HttpOfficer][] = [['nobody', createCaller()]];
  for (const role of roles) {
    const area = ['district', 'range', 'zone'].includes(role) ? 'agra' : null;
    callers.push([role, await signIn(database, service.url, { role, area })]);
  }
  // What a working service has in memory: the first round has compiled its code and opened its connections.
  await sendAll(callers, Math.ceil(perCaller / 10), 1);
  await wait(restMs);
  const before = residentMb(service.process);
  const { sent, failed } = await sendAll(callers, perCaller, 2);
  await wait(restMs);
  const after = residentMb(service.process);
  const chain = await verifyAudit(database.pool);
  const growth = after / before;
  judge('no answer with 500 and none missing', failed.length === 0, `${sent} requests`, failed);
  judge('no restart', service.process.exitCode === null, `process ${service.process.pid}`);
  judge('audit log whole', chain.kind === 'whole', JSON.stringify(chain));
  judge(
    'memory back within a fifth',
    growth <= growthLimit,
    `${before.toFixed(0)} MB, then ${after.toFixed(0)} MB (× ${growth.toFixed(2)})`,
  );
} finally {
  await twin.close();
  await database.close();
  await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}

async function sendAll(
  callers: readonly [string, HttpOfficer][],
  count: number,
  seed: number,
): Promise<{ sent: number; failed: string[] }> {
  const failed: string[] = [];
  let sent = 0;
  await Promise.all(
    callers.map(async ([role, caller], index) => {
      for (const request of malformedRequests(twin.app, { count, seed: seed * 100 + index })) {
        sent += 1;
        try {
          const { status } = await caller.send(service.url, request);
          if (status >= 500 && status !== 503) failed.push(`${status} ${role} ${request.label}`);
        } catch (error) {
          // No answer at all.
          failed.push(`${String(error)} ${role} ${request.label}`);
        }
      }
    }),
  );
  return { sent, failed };
}

function judge(name: string, holds: boolean, found: string, faults: readonly string[] = []): void {
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${name}: ${found}`);
  for (const fault of faults.slice(0, 20)) console.log(`        ${fault}`);
  if (!holds) process.exitCode = 1;
}
