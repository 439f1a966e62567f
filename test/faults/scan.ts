import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import {
  type FaultResult,
  killDuringScans,
  stopDatabaseDuringScans,
} from '../messaging/fixtures/scan-faults-run.ts';

// The whole of what `npm test` runs a part of: ends with 1 when a scan was lost or counted twice.
const work = mkdtempSync(join(tmpdir(), 'faults-scan-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const common = { postgres, redisUrl: redis.url };

function judge(name: string, result: FaultResult): void {
  const { received, unanswered, scans, counted } = result;
  const holds =
    received > 0 && scans >= received && scans <= received + unanswered && counted === scans;
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${name}: ${JSON.stringify(result)}`);
  if (!holds) process.exitCode = 1;
}

try {
  judge(
    'kill -9 twenty times during 50,000 scans',
    await killDuringScans({ ...common, dataDir: join(work, 'kill'), scans: 50_000, kills: 20 }),
  );
  judge(
    'PostgreSQL stopped and started ten times during 100,000 scans',
    await stopDatabaseDuringScans({
      ...common,
      dataDir: join(work, 'database'),
      requests: 100_000,
      stops: 10,
    }),
  );
} finally {
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}
