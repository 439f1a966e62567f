import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { startRedis, type TestRedis } from '../fixtures/redis.ts';
import { killDuringScans, stopDatabaseDuringScans } from '../fixtures/scan-faults.ts';

let postgres: TestPostgres;
let redis: TestRedis;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'faults-'));
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
});
afterAll(async () => {
  await postgres.dispose();
  await redis.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

test('kill -9 during scans: every received answer is counted once', {
  timeout: 120_000,
}, async () => {
  const result = await killDuringScans({
    postgres,
    redisUrl: redis.url,
    dataDir: join(dataDir, 'kill'),
    scans: 5000,
    kills: 2,
  });
  expect(result.received).toBeGreaterThanOrEqual(4500);
  expect(result.unanswered).toBeGreaterThan(0);
  expect(result.scans).toBeGreaterThanOrEqual(result.received);
  expect(result.scans).toBeLessThanOrEqual(result.received + result.unanswered);
  expect(result.counted).toBe(result.scans);
});

test('a database that stops and starts costs no scan and no time', {
  timeout: 120_000,
}, async () => {
  const result = await stopDatabaseDuringScans({
    postgres,
    redisUrl: redis.url,
    dataDir: join(dataDir, 'database'),
    requests: 10_000,
    stops: 2,
  });
  expect(result.unanswered).toBe(0);
  expect(result.received).toBe(10_000);
  expect(result.scans).toBe(result.received);
  expect(result.counted).toBe(result.scans);
});
