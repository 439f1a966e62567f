import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { startOwnPostgres } from '../../fixtures/postgres.ts';
import { killDuringScans } from '../../fixtures/scan-faults-run.ts';

const dataDir = openFolder('faults-');
const [postgres, redisUrl] = await Promise.all([startOwnPostgres(), borrow('redis')]);
afterAll(postgres.dispose);

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
