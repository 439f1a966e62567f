import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { borrow } from '../../../servers/borrow.ts';
import { startOwnPostgres, type TestPostgres } from '../../fixtures/postgres.ts';
import { killDuringScans } from '../../fixtures/scan-faults-run.ts';

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

test('kill -9 during scans: every received answer is counted once', async () => {
  const result = await killDuringScans({
    postgres,
    redisUrl,
    dataDir: join(dataDir, 'kill'),
    scans: 3000,
    kills: 2,
  });
  expect(result.received).toBeGreaterThanOrEqual(2500);
  expect(result.unanswered).toBeGreaterThan(0);
  expect(result.scans).toBeGreaterThanOrEqual(result.received);
  expect(result.scans).toBeLessThanOrEqual(result.received + result.unanswered);
  expect(result.counted).toBe(result.scans);
});
