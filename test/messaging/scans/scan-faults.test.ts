import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { borrow } from '../../servers/borrow.ts';
import { startOwnPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { killDuringScans, stopDatabaseDuringScans } from '../fixtures/scan-faults.ts';

let postgres: TestPostgres;
let redisUrl: string;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'faults-'));
  [postgres, redisUrl] = await Promise.all([startOwnPostgres(), borrow('redis')]);
});
afterAll(async () => {
  await postgres.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

test('kill -9 during scans: every received answer is counted once', {
  timeout: 120_000,
}, async () => {
  const result = await killDuringScans({
    postgres,
    redisUrl,
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
    redisUrl,
    dataDir: join(dataDir, 'database'),
    requests: 10_000,
    stops: 2,
  });
  expect(result.unanswered).toBe(0);
  expect(result.received).toBe(10_000);
  expect(result.scans).toBe(result.received);
  expect(result.counted).toBe(result.scans);
});
