import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { fuzz } from '../messaging/fixtures/fuzz-run.ts';
import { publicUrl } from '../messaging/fixtures/http-officer.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { residentMb } from '../messaging/fixtures/resident.ts';
import { startService } from '../messaging/fixtures/service.ts';

// An hour of requests made from the contract, of every role to every route of the whole service: ends with 1 when one was
// answered with 500 or held the main thread for 200 ms, the service ended, the audit log has a fault, or the memory did
// not come back to within a fifth of what it was.
const minutes = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const growthLimit = 1.2;
const restMs = 30_000;

const work = mkdtempSync(join(tmpdir(), 'faults-fuzz-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const service = await startService({
  DATA_DIR: work,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redis.url,
  PUBLIC_URL: publicUrl,
});
const database = await openDatabase({ url: databaseUrl, dataDir: work });
try {
  // What a working service has in memory: the first rounds have compiled its code and opened its connections.
  await fuzz({ service, database }, { seed, goOn: until(minutes / 10) });
  await wait(restMs);
  const before = residentMb(service.process);
  const found = await fuzz({ service, database }, { seed: seed + 1_000_000, goOn: until(minutes) });
  await wait(restMs);
  const after = residentMb(service.process);
  const growth = after / before;
  const size = `${before.toFixed(0)} MB, then ${after.toFixed(0)} MB (× ${growth.toFixed(2)})`;
  judge(
    'no answer with 500 and none missing',
    found.failed.length === 0,
    `${found.sent} requests`,
    found.failed,
  );
  judge('nobody held up', found.held.length === 0, `${found.held.length} times`, found.held);
  judge('no restart', service.process.exitCode === null, `process ${service.process.pid}`);
  judge('audit log whole', found.audit.kind === 'whole', JSON.stringify(found.audit));
  judge('memory back within a fifth', growth <= growthLimit, size);
} finally {
  await database.close();
  await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}

function until(length: number): () => boolean {
  const end = Date.now() + length * 60_000;
  return () => Date.now() < end;
}

function judge(name: string, holds: boolean, found: string, faults: readonly string[] = []): void {
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${name}: ${found}`);
  for (const fault of faults.slice(0, 20)) console.log(`        ${fault}`);
  if (!holds) process.exitCode = 1;
}
